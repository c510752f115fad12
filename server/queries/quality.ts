/** How good the rankings are, as the quality bench measured it; "not measured yet" without its file. */
import type { QualityResult } from "../contract/opportunities.ts";
import type { Query } from "./context.ts";

export const quality: Query<"quality"> = async (context, _query, signal) => {
  const measured = await context.quality(signal);
  const summary = measured?.summary ?? NOT_MEASURED;
  return { revision: context.snapshot.revision, measured, summary };
};

const NOT_MEASURED: QualityResult["summary"] = {
  de: "Wie gut diese Rangfolgen sind, ist noch nicht gemessen.",
  en: "How good these rankings are has not been measured yet.",
};
