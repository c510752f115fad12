/** What people said to suggestions: read once, shared by list, pair and map; a change is shown when it is kept. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  JudgeBody,
  JudgementRecord,
  JudgementsResult,
} from "../../server/contract/judgements.ts";
import { question, tell, useAnswer } from "../api.ts";

const NONE: readonly JudgementRecord[] = [];

export function useJudgements(): readonly JudgementRecord[] {
  return useAnswer("judgements", []).data?.judgements ?? NONE;
}

/** The judgement of the two, in whatever order they are given. */
export function judgementOf(
  judgements: readonly JudgementRecord[],
  first: string,
  second: string,
): JudgementRecord | null {
  const [a, b] = first < second ? [first, second] : [second, first];
  return judgements.find((judgement) => judgement.a === a && judgement.b === b) ?? null;
}

/** Sends a judgement; fails with a `ProblemError` of type conflict when somebody else was quicker. */
export function useJudge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: JudgeBody) => tell("judge", body),
    onSuccess: ({ judgement }, { a, b }) => {
      client.setQueryData<JudgementsResult>(question("judgements", []).queryKey, (known) => {
        if (!known) return known;
        const others = known.judgements.filter(
          (one) => !((one.a === a && one.b === b) || (one.a === b && one.b === a)),
        );
        return { ...known, judgements: judgement ? [judgement, ...others] : others };
      });
    },
    onError: () => client.invalidateQueries({ queryKey: ["judgements"] }),
  });
}
