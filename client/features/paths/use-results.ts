/** The answers to the present question about paths, and what of the question does not fit. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ConnectResult, PathsResult } from "../../../server/contract/paths.ts";
import { ProblemError, useAnswer } from "../../api.ts";
import { connectParameters, pathsParameters } from "../../records/paths-question.ts";
import { useView } from "../../state/view-store.ts";

/** `null` while the question is not complete. */
export function usePathsAnswer(): UseQueryResult<PathsResult> | null {
  const asked = pathsParameters(useView().paths);
  const answer = useAnswer("paths", asked ?? [], { enabled: asked !== null });
  return asked === null ? null : answer;
}

/** `null` while there are fewer than two to join. */
export function useConnectAnswer(): UseQueryResult<ConnectResult> | null {
  const asked = connectParameters(useView().paths);
  const answer = useAnswer("connect", asked ?? [], { enabled: asked !== null });
  return asked === null ? null : answer;
}

export interface PathsProblem {
  kind: "same" | "unknown" | "notVia" | "via" | "other";
  /** The service's own words, in English, where ours do not say more. */
  detail: string | null;
}

/** What the person can mend in the fields; `null` for everything else, failures of the service too. */
export function usePathsProblem(): PathsProblem | null {
  const { paths } = useView();
  const [first, second] = [usePathsAnswer(), useConnectAnswer()];
  if (paths.task === "path" && paths.from !== null && paths.from === paths.to) {
    return { kind: "same", detail: null };
  }
  return problemOf((paths.task === "path" ? first : second)?.error ?? null);
}

export function problemOf(error: unknown): PathsProblem | null {
  if (!(error instanceof ProblemError)) return null;
  const { type, detail, title, errors } = error.problem;
  if (type === "/problems/unknown-actor") return { kind: "unknown", detail: null };
  if (type !== "/problems/invalid-request") return null;
  const parameters = (errors ?? []).map(({ parameter }) => parameter);
  if (parameters.includes("to")) return { kind: "same", detail: null };
  if (parameters.includes("notVia")) return { kind: "notVia", detail: null };
  if (parameters.includes("via")) return { kind: "via", detail: null };
  return { kind: "other", detail: detail ?? title };
}
