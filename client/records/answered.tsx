/** What an answer shows while it is not there, when it failed, and when it is. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState, errorKind, Loading } from "../ui/states.tsx";
import { ResetFilters } from "./reset-filters.tsx";
import { WorkProgress } from "./work-progress.tsx";

interface AnsweredProps<T> {
  answer: UseQueryResult<T>;
  /** What is being loaded, for a screen reader. */
  loading: string;
  lines?: number;
  children: (data: T) => ReactNode;
}

export function Answered<T>({ answer, loading, lines = 8, children }: AnsweredProps<T>) {
  if (answer.data !== undefined) return children(answer.data);
  if (!answer.isError) {
    return (
      <>
        <WorkProgress error={answer.failureReason} />
        <Loading label={loading} lines={lines} />
      </>
    );
  }
  const kind = errorKind(answer.error);
  return (
    <ErrorState
      error={answer.error}
      {...(kind === "unknownActor" || kind === "invalid" ? {} : { retry: () => answer.refetch() })}
      action={kind === "invalid" ? <ResetFilters /> : null}
    />
  );
}
