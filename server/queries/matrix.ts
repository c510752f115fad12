/** Group × group: links, joint projects and shared members; and joint projects against what would be expected. */
import type { MatrixResult } from "../contract/explore.ts";
import { u32 } from "../snapshot/cells.ts";
import { countCrossLinks } from "../snapshot/cross-links.ts";
import { countMembers } from "../snapshot/extents.ts";
import { at, type Snapshot } from "../snapshot/snapshot.ts";
import { breathe } from "./breathe.ts";
import type { Context, Query } from "./context.ts";
import { groupsOfKinds, strongestPairs } from "./drawn-groups.ts";
import { actorRef } from "./refs.ts";
import { selectBy } from "./resolve-filters.ts";

const MAX_CELLS = 20_000;
/** Pairs of which less is expected are not worth a cell. */
const LEAST_EXPECTED = 0.05;

type Expectations = MatrixResult["expectations"];

/** Choices of groups whose expectations are kept: no filter changes them, and their worker's answer is large. */
const KEPT_CHOICES = 4;
const kept = new WeakMap<Snapshot, Map<string, Expectations>>();

export const matrix: Query<"matrix"> = async (context, query, signal) => {
  const { snapshot } = context;
  const { kind: kinds, ...filters } = query;
  const { selection } = await selectBy(context, filters, signal);
  const { groups, total } = groupsOfKinds(snapshot, kinds);
  const sizes = countMembers(snapshot, selection, groups);
  await breathe(signal);
  const table = countCrossLinks(snapshot, selection, groups);
  await breathe(signal);
  const pairs = strongestPairs(table);
  const expectations = await expectationsOf(context, groups, signal);
  const shown = pairs.slice(0, MAX_CELLS).sort((one, two) => one.cell - two.cell);
  const idOf = (position: number) => snapshot.actorId(snapshot.groupActor(at(groups, position)));
  return {
    revision: snapshot.revision,
    groups: groups.map((group, position) => {
      const actor = snapshot.groupActor(group);
      return {
        ...actorRef(snapshot, actor),
        short: snapshot.actorShort(actor),
        size: u32(sizes, position),
      };
    }),
    cells: shown.map(({ a, b, cell }) => ({
      a: idOf(a),
      b: idOf(b),
      links: u32(table.links, cell),
      projects: u32(table.projects, cell),
      shared: u32(table.bridges, cell),
    })),
    expectations,
    omitted: { groups: total - groups.length, cells: pairs.length - shown.length },
  };
};

async function expectationsOf(
  context: Context,
  groups: readonly number[],
  signal: AbortSignal,
): Promise<Expectations> {
  const { snapshot } = context;
  const key = groups.join();
  const known = kept.get(snapshot)?.get(key);
  if (known) return known;
  const { pairs, total } = await context.opportunities(
    "expectations",
    { groups: [...groups], least: LEAST_EXPECTED, limit: MAX_CELLS },
    signal,
  );
  const ids = groups.map((group) => snapshot.actorId(snapshot.groupActor(group)));
  const idOf = (position: number) => ids[position] ?? "";
  const expectations: Expectations = {
    pairs: pairs.map(({ a, b, observed, expected, ratio, gap, class: name, basis }) => ({
      a: idOf(a),
      b: idOf(b),
      observed,
      expected,
      ratio,
      gap,
      class: name,
      basis,
    })),
    omitted: total - pairs.length,
  };
  const choices = kept.get(snapshot) ?? new Map<string, Expectations>();
  if (choices.size >= KEPT_CHOICES) choices.clear();
  kept.set(snapshot, choices.set(key, expectations));
  return expectations;
}
