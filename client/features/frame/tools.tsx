/** How to look at it: picture, table or matrix; the picture's layout; and which evidence counts. */
import { Grid3x3, Share2, Table2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { EvidenceChoice, Layout, Mode } from "../../state/view.ts";
import { setView, useView } from "../../state/view-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import "./tools.css";

const MODES: readonly Mode[] = ["picture", "table", "matrix"];
const LAYOUTS: readonly Layout[] = ["groups", "force", "radial"];
const EVIDENCE: readonly EvidenceChoice[] = ["all", "links", "projects", "shared"];

export function Tools() {
  const { t } = useTranslation("frame");
  const view = useView();
  const icons = {
    picture: <Share2 aria-hidden />,
    table: <Table2 aria-hidden />,
    matrix: <Grid3x3 aria-hidden />,
  };
  // Without groups there is nothing that the evidence could count.
  const hasEvidence = view.mode === "matrix" || view.layout === "groups";
  return (
    <section className="tools" aria-label={t("tools")}>
      <SegmentedControl
        label={t("mode")}
        value={view.mode}
        onChange={(mode) => setView({ mode, sort: "" })}
        options={MODES.map((value) => ({
          value,
          label: t(`modeName.${value}`),
          icon: icons[value],
        }))}
      />
      {view.mode === "matrix" ? null : (
        <Choice
          label={t("layout")}
          value={view.layout}
          onChange={(layout) => setView(layoutChange(layout, view.panel))}
          options={LAYOUTS.map((value) => ({
            value,
            label: t(`layoutName.${value}`),
            hint: t(`layoutHint.${value}`),
          }))}
        />
      )}
      {hasEvidence ? (
        <Choice
          label={t("evidence")}
          value={view.evidence}
          onChange={(evidence) => setView({ evidence })}
          options={EVIDENCE.map((value) => ({
            value,
            label: t(`common:evidence.${value}`),
            hint: t(`evidenceHint.${value}`),
          }))}
        />
      ) : null}
    </section>
  );
}

/** "Around an actor" starts with the one whose panel is open. */
function layoutChange(layout: Layout, panel: ReturnType<typeof useView>["panel"]) {
  const centre = panel && panel.kind !== "cross-link" ? panel.id : null;
  return layout === "radial" && centre ? { layout, centre } : { layout };
}
