/** What can be done with an actor of the picture: opened by a right click or the context-menu key. */
import {
  ArrowLeftRight,
  CircleDot,
  Copy,
  Filter,
  FoldHorizontal,
  PanelRight,
  UnfoldHorizontal,
} from "lucide-react";
import { useRef } from "react";
import { Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { isGroupKind } from "../../server/contract/vocabulary.ts";
import type { SceneNode } from "../graph/scene.ts";
import { setFilters, setView, useView } from "../state/view-store.ts";
import { copyWithNotice } from "../ui/clipboard.ts";
import { ActionList, type MenuAction } from "../ui/menu.tsx";
import { panelOf, toggleOpen } from "./acts.ts";
import "./node-menu.css";

interface NodeMenuProps {
  node: SceneNode;
  /** Name of a node of the scene. */
  nameOf: (id: string) => string | null;
  /** CSS pixels of the stage. */
  x: number;
  y: number;
  onClose: () => void;
}

export function NodeMenu({ node, nameOf, x, y, onClose }: NodeMenuProps) {
  const { t } = useTranslation("graph-ui");
  const { panel, layout } = useView();
  const anchor = useRef<HTMLDivElement>(null);
  const isGroup = isGroupKind(node.kind);
  const chosen = panel && panel.kind !== "cross-link" && panel.id !== node.id ? panel.id : null;

  const actions: MenuAction[] = [
    {
      id: "panel",
      label: t("action.panel"),
      icon: <PanelRight aria-hidden />,
      run: () => setView({ panel: panelOf(node) }),
    },
  ];
  if (isGroup && layout === "groups" && node.role !== "actor") {
    const isOpen = node.role === "hull";
    actions.push({
      id: "open",
      label: t(isOpen ? "action.close" : "action.open"),
      icon: isOpen ? <FoldHorizontal aria-hidden /> : <UnfoldHorizontal aria-hidden />,
      run: () => toggleOpen(node.id),
    });
  }
  actions.push({
    id: "centre",
    label: t("action.centre"),
    icon: <CircleDot aria-hidden />,
    run: () => setView({ layout: "radial", centre: node.id, panel: panelOf(node) }),
  });
  if (isGroup) {
    actions.push({
      id: "filter",
      label: t("action.filter"),
      icon: <Filter aria-hidden />,
      run: () => setFilters({ groups: [node.id] }),
    });
  }
  if (chosen !== null) {
    actions.push({
      id: "compare",
      label: t("action.compare", { name: nameOf(chosen) ?? chosen }),
      icon: <ArrowLeftRight aria-hidden />,
      run: () => setView({ panel: { kind: "cross-link", a: chosen, b: node.id } }),
    });
  }
  actions.push({
    id: "copy",
    label: t("action.copy"),
    icon: <Copy aria-hidden />,
    startsSection: true,
    run: () => copyWithNotice(node.label, t("copied"), t("copyFailed")),
  });

  return (
    <>
      <div className="node-menu__anchor" ref={anchor} style={{ left: x, top: y }} />
      <Popover
        className="menu-popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
        placement="bottom start"
        offset={4}
      >
        <ActionList label={t("menu", { name: node.label })} actions={actions} onClose={onClose} />
      </Popover>
    </>
  );
}
