/** What a single row cannot know: ids that occur twice or nowhere, cycles, and ends before starts. */
import { problem, quoted, type SeedProblem } from "./problem.ts";

/** A record with the place that it came from. */
export interface Located<T> {
  record: T;
  file: string;
  row: number;
}

/** Ids of one kind of record, with the place of each. */
export type Index = ReadonlyMap<string, { file: string; row: number }>;

/** Reports each id after its first occurrence, in whichever of the files it stands. */
export function indexById(
  rows: Iterable<{ id: string; file: string; row: number }>,
  column: string,
  problems: SeedProblem[],
): Map<string, { file: string; row: number }> {
  const index = new Map<string, { file: string; row: number }>();
  for (const { id, file, row } of rows) {
    const first = index.get(id);
    if (first) {
      const where = `${first.file} row ${first.row}`;
      problems.push(
        problem(file, row, column, `an id that occurs once (first in ${where})`, quoted(id)),
      );
    } else index.set(id, { file, row });
  }
  return index;
}

/** Reports the ids that `index` does not hold; `index` is undefined when its file could not be read whole. */
export function checkKnown(
  { file, row }: { file: string; row: number | null },
  column: string,
  ids: readonly (string | undefined)[],
  what: string,
  index: Index | undefined,
  problems: SeedProblem[],
): void {
  if (!index) return;
  for (const id of ids) {
    if (id === undefined || index.has(id)) continue;
    problems.push(problem(file, row, column, `the id of ${what}`, quoted(id)));
  }
}

/** An end before the start, each read as generously as its precision allows (`2017` is all of 2017). */
export function checkPeriod(
  { file, row }: { file: string; row: number },
  start: string | undefined,
  end: string | undefined,
  columns: { start: string; end: string },
  problems: SeedProblem[],
): void {
  if (start === undefined || end === undefined) return;
  const earliest = start + "-01-01".slice(start.length === 4 ? 0 : start.length === 7 ? 3 : 6);
  const latest = end + "-12-31".slice(end.length === 4 ? 0 : end.length === 7 ? 3 : 6);
  if (latest >= earliest) return;
  problems.push(
    problem(file, row, columns.end, `a date not before ${columns.start} (${start})`, quoted(end)),
  );
}

export interface Arrow {
  from: string;
  to: string;
  file: string;
  row: number;
}

/** Reports, for each arrow that closes a cycle, the cycle itself. */
export function checkAcyclic(
  arrows: readonly Arrow[],
  column: string,
  what: string,
  problems: SeedProblem[],
): void {
  const outgoing = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const list = outgoing.get(arrow.from);
    if (list) list.push(arrow);
    else outgoing.set(arrow.from, [arrow]);
  }
  const done = new Set<string>();
  for (const start of outgoing.keys()) {
    if (done.has(start)) continue;
    // Depth first without recursion; `path` is the chain from `start` to where the search stands.
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const place = new Map([[start, 0]]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const arrow = outgoing.get(top.id)?.[top.next];
      if (!arrow) {
        done.add(top.id);
        place.delete(top.id);
        path.pop();
        continue;
      }
      top.next += 1;
      const from = place.get(arrow.to);
      if (from !== undefined) {
        const cycle = [...path.slice(from).map(({ id }) => id), arrow.to].join(" → ");
        problems.push({ file: arrow.file, row: arrow.row, column, expected: what, came: cycle });
      } else if (!done.has(arrow.to)) {
        place.set(arrow.to, path.length);
        path.push({ id: arrow.to, next: 0 });
      }
    }
  }
}
