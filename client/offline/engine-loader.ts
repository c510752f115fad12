/** Fetches, while the service is still there, what answers in its place once it is gone. */
import { fetchJson, type LocalAnswers } from "../api.ts";
import { keepFacts, readPackage } from "./package.ts";

/**
 * The whole graph, or around a story what fits, with the program that answers questions on it.
 * @param story id of the story that goes along, with its speaker's notes
 */
export async function loadEngine(
  story: string | null,
  signal?: AbortSignal,
): Promise<LocalAnswers> {
  const search = story === null ? "" : `?${new URLSearchParams({ story })}`;
  const [{ openEngine }, content] = await Promise.all([
    import("./engine.ts"),
    fetchJson(`/api/package${search}`, signal ? { signal } : {}),
  ]);
  signal?.throwIfAborted();
  const pack = readPackage(content);
  const engine = await openEngine(pack);
  keepFacts(pack);
  return engine;
}
