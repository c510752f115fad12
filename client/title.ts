/** The window's title: what the panel shows, in the reader's language, then the product. */
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "./api.ts";
import { useLanguage } from "./i18n/language.ts";
import { actorName } from "./i18n/localised.ts";
import type { Panel } from "./state/view.ts";

export function useTitle(panel: Panel | null): void {
  const { t } = useTranslation(["common", "frame"]);
  const language = useLanguage();
  const [first, second] = idsOf(panel);
  const names = [useActorName(first, language), useActorName(second, language)];
  const subject = names.filter((name) => name !== null).join(" × ");
  const product = `${t("product")} – ${t("frame:explore")}`;
  const title = subject === "" ? product : `${subject} – ${t("product")}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function useActorName(id: string, language: "de" | "en"): string | null {
  const { data } = useAnswer("actor", [["id", id]], { enabled: id !== "", keep: false });
  return data === undefined ? null : actorName(data.actor, language);
}

function idsOf(panel: Panel | null): [string, string] {
  if (panel === null) return ["", ""];
  return panel.kind === "cross-link" ? [panel.a, panel.b] : [panel.id, ""];
}
