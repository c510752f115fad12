/** What the service finds for the text in a search field, asked a moment after the last letter. */
import { useEffect, useState } from "react";
import type { ActorsResult } from "../../server/contract/explore.ts";
import type { ActorKind } from "../../server/contract/vocabulary.ts";
import { useAnswer } from "../api.ts";

export type Hit = ActorsResult["actors"][number];

export interface Hits {
  hits: readonly Hit[];
  total: number;
  /** Projects found by the same text; they are not among the hits. */
  projects: number;
  state: "idle" | "searching" | "found" | "none" | "failed";
}

const SHOWN = 8;
const PAUSE_MS = 90;

/** Only actors of `kinds`; without them all but projects, whose number is said. */
export function useHits(text: string, kinds: readonly ActorKind[] = []): Hits {
  const words = useLater(text.trim().slice(0, 200));
  const enabled = words !== "";
  const answer = useAnswer(
    "actors",
    [
      ["q", words],
      ...(kinds.length > 0 ? [["kinds", kinds.join(",")] as const] : []),
      ["limit", String(SHOWN)],
    ],
    { enabled },
  );
  const inProjects = useAnswer(
    "actors",
    [
      ["q", words],
      ["kinds", "project"],
      ["limit", "1"],
    ],
    { enabled: enabled && kinds.length === 0 },
  );
  const hits = enabled ? (answer.data?.actors ?? []) : [];
  const total = enabled ? (answer.data?.total ?? 0) : 0;
  return {
    hits,
    total,
    projects: enabled ? (inProjects.data?.total ?? 0) : 0,
    state: stateOf(enabled, answer.isError, answer.isPending || answer.isPlaceholderData, total),
  };
}

function stateOf(
  enabled: boolean,
  isError: boolean,
  isWaiting: boolean,
  total: number,
): Hits["state"] {
  if (!enabled) return "idle";
  if (isError) return "failed";
  if (isWaiting && total === 0) return "searching";
  return total === 0 ? "none" : "found";
}

function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), text === "" ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}
