/** Legend and what is drawn of how much, below a scene's picture. */
import { useTranslation } from "react-i18next";
import { Legend } from "../features/legend/legend.tsx";
import type { Scene } from "../graph/scene.ts";
import { statusWords } from "../graph-ui/status-words.ts";
import type { SceneFacts } from "../graph-ui/use-scene.ts";
import { useLanguage } from "../i18n/language.ts";
import type { View } from "../state/view.ts";

interface LegendStripProps {
  scene: Scene;
  view: View;
  facts: SceneFacts | null;
}

export function LegendStrip({ scene, view, facts }: LegendStripProps) {
  const { t } = useTranslation(["frame", "common", "vocabulary"]);
  const language = useLanguage();
  const words = facts && statusWords(facts, view, t, language);
  const isExplored = view.page === "explore";
  return (
    <div className="legend-strip">
      <Legend
        scene={scene}
        sizeOf={isExplored && view.layout === "groups" ? "members" : "links"}
        fadedBy={isExplored ? "filters" : "path"}
      />
      {words ? (
        <p className="legend-strip__status">
          {words.parts.join(" · ")}
          {words.isCut ? ` · ${t("status.omitted")}` : ""}
        </p>
      ) : null}
    </div>
  );
}
