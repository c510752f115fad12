/** All groups that pass the filters, with their members that pass; the largest first. */
import { ACTOR_KINDS, GROUP_KINDS } from "../contract/vocabulary.ts";
import { i32, u8, u32 } from "../snapshot/cells.ts";
import { countMembers } from "../snapshot/extents.ts";
import type { Query } from "./context.ts";
import { actorSummary, topicIds } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

export const groups: Query<"groups"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { groupKinds, limit, ...filters } = query;
  const { selection } = await selectBy(context, filters, signal);
  const { data } = snapshot;
  const wanted = new Set((groupKinds ?? GROUP_KINDS).map((kind) => ACTOR_KINDS.indexOf(kind)));
  const passing = Array.from({ length: snapshot.groupCount }, (_, group) => group).filter(
    (group) => {
      const actor = snapshot.groupActor(group);
      return selection.actors[actor] === 1 && wanted.has(u8(data.actors.kind, actor));
    },
  );
  const sizes = countMembers(snapshot, selection, passing);
  const ranked = passing
    .map((group, position) => ({ group, size: u32(sizes, position) }))
    .sort((a, b) => b.size - a.size || a.group - b.group);
  const shown = ranked.slice(0, limit);
  const idOf = (group: number) => (group < 0 ? null : snapshot.actorId(snapshot.groupActor(group)));
  return {
    revision: snapshot.revision,
    groups: shown.map(({ group, size }) => {
      const actor = snapshot.groupActor(group);
      return {
        ...actorSummary(snapshot, actor),
        topics: topicIds(snapshot, actor),
        size,
        parent: idOf(i32(data.groups.parent, group)),
        family: idOf(i32(data.groups.family, group)),
      };
    }),
    total: ranked.length,
    omitted: ranked.length - shown.length,
  };
};
