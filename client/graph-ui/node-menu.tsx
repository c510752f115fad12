/** What can be done with an actor of the picture: opened by a right click or the context-menu key. */
import {
  ArrowLeftRight,
  CircleDot,
  Copy,
  Filter,
  Flag,
  FoldHorizontal,
  PanelRight,
  Route,
  UnfoldHorizontal,
} from "lucide-react";
import { useRef } from "react";
import { Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { isGroupKind } from "../../server/contract/vocabulary.ts";
import type { SceneNode } from "../graph/scene.ts";
import { findPath } from "../records/panel-of.ts";
import type { Panel } from "../state/view.ts";
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
  const { page, panel, layout, paths } = useView();
  const anchor = useRef<HTMLDivElement>(null);
  const isGroup = isGroupKind(node.kind);
  const shown = panelIdOf(panel);
  const pathEnd = page === "paths" ? paths.from : shown;
  const chosen = shown === node.id ? null : shown;

  const actions: MenuAction[] = [
    {
      id: "panel",
      label: t("action.panel"),
      icon: <PanelRight aria-hidden />,
      run: () => setView({ panel: panelOf(node) }),
    },
  ];
  if (isGroup && page === "explore" && layout === "groups" && node.role !== "actor") {
    const isOpen = node.role === "hull";
    actions.push({
      id: "open",
      label: t(isOpen ? "action.close" : "action.open"),
      icon: isOpen ? <FoldHorizontal aria-hidden /> : <UnfoldHorizontal aria-hidden />,
      run: () => toggleOpen(node.id),
    });
  }
  const isEnd = node.kind !== "project";
  if (isEnd) {
    actions.push({
      id: "path-from",
      label: t("action.pathFrom"),
      icon: <Route aria-hidden />,
      run: () => findPath(node.id, page === "paths" && paths.to !== node.id ? paths.to : null),
    });
  }
  const endName = pathEnd === null ? null : nameOf(pathEnd);
  if (isEnd && pathEnd !== null && pathEnd !== node.id) {
    actions.push({
      id: "path-to",
      label: endName === null ? t("action.pathToChosen") : t("action.pathTo", { name: endName }),
      icon: <Flag aria-hidden />,
      run: () => findPath(pathEnd, node.id),
    });
  }
  actions.push({
    id: "centre",
    label: t("action.centre"),
    icon: <CircleDot aria-hidden />,
    run: () => setView({ layout: "radial", centre: node.id, panel: panelOf(node) }),
  });
  if (isGroup && page === "explore") {
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

/** Id of the actor or group that the panel shows. */
function panelIdOf(panel: Panel | null): string | null {
  return panel === null || panel.kind === "cross-link" ? null : panel.id;
}
