/** The line under the picture: what is drawn of how much; a click says why, and what was left out. */
import { Info, Maximize, Minus, Plus, Shapes, Tag } from "lucide-react";
import { useState } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import { MenuButton } from "../../ui/menu.tsx";
import "./status-line.css";

export type LabelMode = "auto" | "all" | "none";
export const LABEL_MODES: readonly LabelMode[] = ["auto", "all", "none"];

interface StatusLineProps {
  /** Short parts, separated by middle dots. */
  parts: readonly string[];
  /** Why it is so, one sentence each. */
  reasons: readonly string[];
  isCut: boolean;
  /** Names without room at this moment. */
  hiddenLabels: () => number;
  labels: LabelMode;
  onLabels: (mode: LabelMode) => void;
  onZoom: (factor: number) => void;
  onFit: () => void;
  legend: { isOpen: boolean; toggle: () => void };
}

export const ZOOM_STEP = 1.35;

export function StatusLine(props: StatusLineProps) {
  const { t } = useTranslation(["frame", "legend"]);
  const { parts, isCut, labels, legend } = props;
  return (
    <div className="status-line">
      <DialogTrigger>
        <Button variant="quiet" className="status-line__counts" icon={<Info aria-hidden />}>
          {parts.join(" · ")}
          {isCut ? <span className="status-line__cut"> · {t("status.omitted")}</span> : null}
        </Button>
        <Popover className="menu-popover status-line__popover" placement="top start" offset={6}>
          <Dialog className="status-line__why" aria-label={t("status.why")}>
            <Reasons {...props} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <div className="status-line__tools">
        <IconButton
          label={t(legend.isOpen ? "legend:hide" : "legend:show")}
          aria-expanded={legend.isOpen}
          icon={<Shapes aria-hidden />}
          onPress={legend.toggle}
        />
        <MenuButton
          label={t("labels")}
          placement="top start"
          button={<IconButton label={t("labels")} shortcut="L" icon={<Tag aria-hidden />} />}
          actions={LABEL_MODES.map((id) => ({
            id,
            label: t(`labelsName.${id}`),
            isChecked: id === labels,
            run: () => props.onLabels(id),
          }))}
        />
        <IconButton
          label={t("zoomOut")}
          shortcut="−"
          icon={<Minus aria-hidden />}
          onPress={() => props.onZoom(1 / ZOOM_STEP)}
        />
        <IconButton
          label={t("zoomIn")}
          shortcut="+"
          icon={<Plus aria-hidden />}
          onPress={() => props.onZoom(ZOOM_STEP)}
        />
        <IconButton
          label={t("fit")}
          shortcut="F"
          icon={<Maximize aria-hidden />}
          onPress={props.onFit}
        />
      </div>
    </div>
  );
}

function Reasons({ reasons, hiddenLabels }: StatusLineProps) {
  const { t } = useTranslation("frame");
  // Counted once, when the box opens.
  const [hidden] = useState(hiddenLabels);
  return (
    <>
      <h2 className="status-line__title">{t("status.why")}</h2>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {hidden > 0 ? (
        <p>
          {t("status.labelsHidden", { count: hidden })}. {t("status.whyLabels")}
        </p>
      ) : null}
    </>
  );
}
