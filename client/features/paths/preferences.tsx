/** What kind of paths is preferred, how many, and how long at most. */
import { useTranslation } from "react-i18next";
import { HOPS_RANGE, PREFERENCES } from "../../state/paths-url.ts";
import { setPaths, useView } from "../../state/view-store.ts";
import { Choice } from "../../ui/choice.tsx";

const NUMBERS = [1, 3, 5, 10, 20, 50];

export function Preferences() {
  const { t } = useTranslation("paths");
  const { prefer, k, maxHops } = useView().paths;
  const longest = Array.from({ length: HOPS_RANGE[1] }, (_, index) => index + 1);
  return (
    <div className="paths-bar__preferences">
      <Choice
        label={t("prefer")}
        value={prefer}
        onChange={(value) => setPaths({ prefer: value })}
        options={PREFERENCES.map((value) => ({
          value,
          label: t(`preferName.${value}`),
          hint: t(`preferHint.${value}`),
        }))}
      />
      <Choice
        label={t("number")}
        value={String(k)}
        onChange={(value) => setPaths({ k: Number(value) })}
        options={[...new Set([...NUMBERS, k])]
          .sort((a, b) => a - b)
          .map((value) => ({ value: String(value), label: t("paths", { count: value }) }))}
      />
      <Choice
        label={t("longest")}
        value={String(maxHops)}
        onChange={(value) => setPaths({ maxHops: Number(value) })}
        options={longest.map((value) => ({
          value: String(value),
          label: t("upTo", { count: value }),
        }))}
      />
    </div>
  );
}
