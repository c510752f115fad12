/** A text of the content, with its language and a small mark when that is not the reader's. */
import { useTranslation } from "react-i18next";
import type { PickedText } from "../i18n/localised.ts";
import "./content-text.css";

export function ContentText({ picked }: { picked: PickedText }) {
  const { t } = useTranslation("common");
  if (!picked.isOther) return <>{picked.text}</>;
  return (
    <>
      <span lang={picked.lang}>{picked.text}</span>{" "}
      <span className="content-text__mark">
        {t(picked.lang === "de" ? "inGerman" : "inEnglish")}
      </span>
    </>
  );
}
