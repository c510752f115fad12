/** What people said to suggestions. Those about actors that are gone are kept and left out here. */
import type { Query } from "./context.ts";

const MOST = 1_000;

export const judgements: Query<"judgements"> = async ({ snapshot, store }, _query, signal) => {
  const all = await store.judgements(signal);
  const known = all.filter(({ a, b }) => snapshot.findActor(a) >= 0 && snapshot.findActor(b) >= 0);
  const shown = known.slice(0, MOST);
  return { judgements: shown, omitted: all.length - shown.length };
};
