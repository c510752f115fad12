/** The layout of the next snapshot: that of the last one where nothing changed that it depends on. */
import { float64From } from "./columns.ts";
import { type LayoutInput, layoutOverview, type OverviewLayout } from "./overview-layout.ts";
import { readString, type SnapshotData, type StringColumn } from "./snapshot.ts";

/** @param previous the snapshot before; its columns are shared when they hold for the next one too */
export function layoutFor(input: LayoutInput, previous: SnapshotData | undefined): OverviewLayout {
  if (previous && hasSameLayout(input, previous)) {
    return { x: previous.actors.x, y: previous.actors.y, radius: previous.groups.radius };
  }
  const { x, y, radius } = layoutOverview(input);
  return { x: float64From(x), y: float64From(y), radius: float64From(radius) };
}

/**
 * The layout depends on which actors there are, their kinds and states, the labels of groups, and who is linked
 * with whom by what type; not on dates, confidence, topics or other names.
 */
function hasSameLayout(input: LayoutInput, previous: SnapshotData): boolean {
  const { actors, links, states } = input;
  return (
    actors.count === previous.actors.count &&
    links.count === previous.links.count &&
    isSame(actors.kind, previous.actors.kind) &&
    isSame(links.source, previous.links.source) &&
    isSame(links.target, previous.links.target) &&
    isSame(links.type, previous.links.type) &&
    isSameColumn(actors.id, previous.actors.id) &&
    isSame(actors.state, previous.actors.state) &&
    states.length === previous.states.length &&
    states.every((state, index) => state === previous.states[index]) &&
    hasSameLabels(input, previous)
  );
}

function hasSameLabels(input: LayoutInput, previous: SnapshotData): boolean {
  const columns = ["name", "nameEn", "short"] as const;
  return input.groups.actor.every((actor) =>
    columns.every(
      (column) =>
        readString(input.actors[column], actor) === readString(previous.actors[column], actor),
    ),
  );
}

function isSameColumn(a: StringColumn, b: StringColumn): boolean {
  return isSame(a.offsets, b.offsets) && isSame(a.bytes, b.bytes);
}

function isSame(a: Uint8Array | Uint32Array, b: Uint8Array | Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
