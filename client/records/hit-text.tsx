/** A found actor in two lines: its name, then kind and place, and where else the text was found. */
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/language.ts";
import { actorName } from "../i18n/localised.ts";
import { Marked } from "../ui/marked.tsx";
import type { Hit } from "./use-hits.ts";
import "./hit-text.css";

export function HitText({ hit }: { hit: Hit }) {
  const { t } = useTranslation(["search", "vocabulary"]);
  const name = actorName(hit, useLanguage());
  const { match } = hit;
  const isInName = match !== null && match.text === name;
  const isInCity = match?.field === "city" && match.text === hit.city;
  const label =
    match?.field === "alias"
      ? t("found.alias")
      : match?.field === "topic"
        ? t("found.topic")
        : t("found.otherName");
  return (
    <span className="hit-text">
      <span className="hit-text__name">
        {isInName ? <Marked text={name} ranges={match.ranges} /> : name}
      </span>
      <span className="hit-text__place">
        {t(`vocabulary:kind.${hit.kind}`, { count: 1 })}
        {hit.city ? " · " : null}
        {hit.city && isInCity ? <Marked text={hit.city} ranges={match.ranges} /> : hit.city}
        {match && !isInName && !isInCity ? (
          <>
            {" · "}
            {label} <Marked text={match.text} ranges={match.ranges} />
          </>
        ) : null}
      </span>
    </span>
  );
}
