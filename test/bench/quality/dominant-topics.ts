/** The topic that tells most about an actor: the largest entry of its topic vector log(1 + n) · idf. */
import { f64, u32 } from "../../../server/snapshot/cells.ts";
import type { OpportunityColumns } from "../../../server/snapshot/opportunity-columns.ts";

/** By actor; −1 for one without a telling topic. */
export function dominantTopics({ pairs }: OpportunityColumns): Int32Array {
  const projects = pairs.spaces.at(-1);
  if (!projects) throw new Error("dominant topics: expected a space of the projects' topics");
  const { offsets, column, value } = projects.vectors;
  return Int32Array.from({ length: pairs.actorCount }, (_, actor) => {
    let best = -1;
    for (let i = u32(offsets, actor); i < u32(offsets, actor + 1); i += 1) {
      if (best < 0 || f64(value, i) > f64(value, best)) best = i;
    }
    return best < 0 ? -1 : u32(column, best);
  });
}
