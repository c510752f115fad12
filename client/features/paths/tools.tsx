/** How to look at the paths: picture or table; alone or lit among all actors. */
import { Focus, Share2, Table2 } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { setPaths, setView, useView } from "../../state/view-store.ts";
import { Hint } from "../../ui/hint.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";

/** `isCompact`: icons alone. */
export function PathTools({ isCompact }: { isCompact: boolean }) {
  const { t } = useTranslation("paths");
  const { mode, paths } = useView();
  const icons = { picture: <Share2 aria-hidden />, table: <Table2 aria-hidden /> };
  return (
    <div className="paths-bar__tools">
      {mode === "table" ? null : (
        <Hint text={t("aloneHint")}>
          <ToggleButton
            className="button button--plain paths-bar__alone"
            isSelected={paths.isAlone}
            onChange={(isAlone) => setPaths({ isAlone })}
          >
            <Focus aria-hidden />
            <span className={isCompact ? "visually-hidden" : ""}>{t("alone")}</span>
          </ToggleButton>
        </Hint>
      )}
      <SegmentedControl
        label={t("view")}
        value={mode === "table" ? "table" : "picture"}
        onChange={(value) => setView({ mode: value, sort: "" })}
        options={(["picture", "table"] as const).map((value) => ({
          value,
          label: t(`viewName.${value}`),
          icon: icons[value],
          isIconOnly: isCompact,
        }))}
      />
    </div>
  );
}
