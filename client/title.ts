/** The window's title: what the panel shows, in the reader's language, then the product. */
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "./api.ts";
import { useLanguage } from "./i18n/language.ts";
import { actorName } from "./i18n/localised.ts";
import type { View } from "./state/view.ts";

export function useTitle(view: View): void {
  const { t } = useTranslation(["common", "frame"]);
  const language = useLanguage();
  const [first, second] = idsOf(view);
  const isPair = view.page === "paths" && view.panel === null;
  const names = [useActorName(first, language), useActorName(second, language)];
  const subject = names.filter((name) => name !== null).join(isPair ? " → " : " × ");
  const product = `${t("product")} – ${t(`frame:${view.page}`)}`;
  const title = subject === "" ? product : `${subject} – ${t("product")}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function useActorName(id: string, language: "de" | "en"): string | null {
  const { data } = useAnswer("actor", [["id", id]], { enabled: id !== "", keep: false });
  return data === undefined ? null : actorName(data.actor, language);
}

function idsOf({ page, panel, paths, opportunities }: View): [string, string] {
  if (panel === null && page === "opportunities") {
    return [opportunities.pair?.a ?? "", opportunities.pair?.b ?? ""];
  }
  if (panel === null) {
    const isAsked = page === "paths" && paths.task === "path";
    return isAsked ? [paths.from ?? "", paths.to ?? ""] : ["", ""];
  }
  return panel.kind === "cross-link" ? [panel.a, panel.b] : [panel.id, ""];
}
