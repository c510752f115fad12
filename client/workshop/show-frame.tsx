/** What presenting and reading a story have in common: loading it, and the scene that is up. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Story } from "../../server/contract/stories.ts";
import { question } from "../api.ts";
import { questionsOf } from "../graph-ui/questions-of-view.ts";
import { useWords } from "../records/words.ts";
import { readView } from "../state/url.ts";
import { holdView } from "../state/view-store.ts";
import { EmptyState, ErrorState, Loading } from "../ui/states.tsx";
import "./show.css";

interface LoadedProps<T> {
  answer: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
  /** Where to from an error. */
  action?: ReactNode;
}

export function Loaded<T>({ answer, children, action }: LoadedProps<T>) {
  const { t } = useTranslation("ui");
  if (answer.data !== undefined) return children(answer.data);
  return (
    <div className="show show--state">
      {answer.error ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} action={action} />
      ) : (
        <Loading lines={0} label={t("loading")} />
      )}
    </div>
  );
}

export function NoScenes({ action }: { action?: ReactNode }) {
  const { say } = useWords("workshop");
  return (
    <div className="show show--state">
      <EmptyState title={say("noScenesTitle")} text={say("noScenesText")} action={action} />
    </div>
  );
}

/**
 * While it is mounted, nothing that is clicked changes the address's view, and what has been answered once is not asked
 * again: what is shown does not change under the speaker's hands.
 */
export function useHeldView(): void {
  const client = useQueryClient();
  useEffect(() => {
    const release = holdView();
    const before = client.getDefaultOptions();
    client.setDefaultOptions({
      ...before,
      queries: { ...before.queries, staleTime: Number.POSITIVE_INFINITY },
    });
    return () => {
      client.setDefaultOptions(before);
      release();
    };
  }, [client]);
}

/** What the scenes around this one ask is asked before it is their turn, and after this one is drawn. */
export function usePrefetch({ scenes }: Story, at: number): void {
  const client = useQueryClient();
  useEffect(
    () =>
      whenIdle(() => {
        for (const place of [at + 1, at - 1, at + 2]) {
          const scene = scenes[place];
          if (!scene) continue;
          for (const [name, parameters] of questionsOf(readView(scene.view))) {
            void client.prefetchQuery(question(name, parameters));
          }
        }
      }),
    [client, scenes, at],
  );
}

const IDLE_LIMIT_MS = 1_000;

/** Returns the function that calls it off. */
function whenIdle(run: () => void): () => void {
  // Safari has no such call.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, IDLE_LIMIT_MS / 2);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(run, { timeout: IDLE_LIMIT_MS });
  return () => cancelIdleCallback(idle);
}

/** Scenes whose answers are kept beforehand, where the graph in the browser is not the whole one. */
const MOST_KEPT = 40;

/**
 * Every scene's answers, one after the other, kept until the end: where only an excerpt of the graph goes along, the
 * scenes still show the numbers of the whole.
 */
export function useKeptAnswers({ scenes }: Story, isWanted: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isWanted) return;
    const stopped = new AbortController();
    const keep = async () => {
      for (const { view } of scenes.slice(0, MOST_KEPT)) {
        for (const [name, parameters] of questionsOf(readView(view))) {
          if (stopped.signal.aborted) return;
          const asked = question(name, parameters);
          client.setQueryDefaults(asked.queryKey, { gcTime: Number.POSITIVE_INFINITY });
          await client.prefetchQuery({ ...asked, gcTime: Number.POSITIVE_INFINITY });
        }
      }
    };
    void keep();
    return () => stopped.abort();
  }, [client, scenes, isWanted]);
}

export function useShowTitle(title: string): void {
  const { t } = useTranslation("common");
  useEffect(() => {
    document.title = `${title} – ${t("product")}`;
  }, [title, t]);
}
