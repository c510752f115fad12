/** In a file: of which day it is, and whether only a part of the graph went along. */
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/language.ts";
import { packageFacts } from "../../offline/package.ts";

export function FileNote() {
  const { t } = useTranslation("frame");
  const language = useLanguage();
  const facts = packageFacts();
  if (facts === null) return null;
  const { made, isCut, actors } = facts;
  const date = formatDate(made.slice(0, 10), language);
  return (
    <span className="file-note">
      {t("file.made", { date })}
      {isCut ? (
        <strong>
          {" · "}
          {t("file.cut", {
            kept: formatNumber(actors.kept, language),
            total: formatNumber(actors.total, language),
          })}
        </strong>
      ) : null}
    </span>
  );
}
