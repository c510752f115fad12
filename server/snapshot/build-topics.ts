/** Topics of a snapshot: numbered in the order of their ids, each below its broader one, without cycles. */
import { ID_FORM, isId, isKnown, shown, type TopicRows, type ValueChecks } from "./build-rows.ts";
import { sortedById } from "./columns.ts";
import type { TopicEntry } from "./snapshot.ts";

export interface TopicTable {
  entries: TopicEntry[];
  numberOf: Map<string, number>;
}

export function buildTopics(rows: TopicRows, checks: ValueChecks): TopicTable {
  const ids = rows.id.map((id) => (isId(id) ? id : ""));
  const usable: number[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    if (ids[i] !== "") usable.push(i);
    else {
      checks.report(rows.row[i] ?? "", `topic id: expected ${ID_FORM} (got ${shown(rows.id[i])})`);
    }
  }
  const entries: TopicEntry[] = [];
  const numberOf = new Map<string, number>();
  const broaderIds: unknown[] = [];
  for (const i of sortedById(usable, ids, rows.row)) {
    const id = ids[i] as string;
    const nameDe = checks.text(id, "topic nameDe", rows.nameDe[i]);
    const nameEn = checks.text(id, "topic nameEn", rows.nameEn[i]);
    if (numberOf.has(id)) {
      checks.report(id, `topic id: occurs more than once (${rows.row[i]} is left out)`);
    } else if (nameDe === "" && nameEn === "") {
      checks.report(id, "topic nameDe, nameEn: expected a name (got nothing)");
    } else {
      numberOf.set(id, entries.length);
      entries.push({ id, nameDe: nameDe || nameEn, nameEn: nameEn || nameDe, broader: -1 });
      broaderIds.push(rows.broader[i]);
    }
  }
  entries.forEach((entry, number) => {
    const broaderId = broaderIds[number];
    if (!isKnown(broaderId)) return;
    const broader = typeof broaderId === "string" ? numberOf.get(broaderId) : undefined;
    if (broader === undefined) {
      checks.report(entry.id, `broader: there is no topic ${shown(broaderId)}; left out`);
    } else if (reaches(entries, broader, number)) {
      checks.report(entry.id, `broader: ${shown(broaderId)} closes a cycle; left out`);
    } else {
      entry.broader = broader;
    }
  });
  return { entries, numberOf };
}

/** Whether the way up from `start` passes `wanted`; there are no cycles above `start` yet. */
function reaches(entries: readonly TopicEntry[], start: number, wanted: number): boolean {
  for (let topic = start; topic >= 0; topic = entries[topic]?.broader ?? -1) {
    if (topic === wanted) return true;
  }
  return false;
}
