/**
 * Reads a seed folder, checks all of it, and loads it as one change. One problem anywhere and nothing is loaded;
 * loading the same folder twice changes nothing.
 */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ActorRecord, LinkRecord } from "../server/contract/records.ts";
import type { Change, Store } from "../server/store/store.ts";
import {
  type Arrow,
  checkAcyclic,
  checkKnown,
  checkPeriod,
  type Index,
  indexById,
  type Located,
} from "./checks.ts";
import { readCsv } from "./csv.ts";
import { problem, quoted, SeedInvalid, type SeedProblem } from "./problem.ts";
import { namedActors, readStories } from "./stories.ts";
import * as tables from "./tables.ts";

export type SeedRecords = Required<NonNullable<Change["upsert"]>>;

export interface SeedResult {
  /** Undefined when there are errors. */
  records: SeedRecords | undefined;
  /** Every problem of every file, in the order of the files and rows. */
  errors: SeedProblem[];
}

interface ReadTable<T> {
  rows: Located<T>[];
  /** Values of the key column of all rows, of those that did not become a record too. */
  keys: { id: string; file: string; row: number }[];
  isComplete: boolean;
}

/** Rows checked before the event loop gets its turn. */
const ROWS_A_TURN = 250;

type Raw = Awaited<ReturnType<typeof readTables>>;

export async function readSeed(folder: string): Promise<SeedResult> {
  const errors: SeedProblem[] = [];
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    return { records: undefined, errors: [problem(folder, null, null, "a folder", "none")] };
  }
  const raw = await readTables(folder, errors);
  checkTogether(raw, errors);
  if (errors.length > 0) return { records: undefined, errors: inOrder(errors) };
  return { records: toRecords(raw), errors };
}

export interface LoadResult {
  revision: number;
  /** Number of records that differ from what the store held; 0 when nothing changed. */
  changed: number;
  counts: Record<keyof SeedRecords, number>;
}

/** Reads the folder and loads it. Throws `SeedInvalid` with all problems; the store is untouched then. */
export async function loadSeed(
  store: Store,
  folder: string,
  options: { by: string; signal?: AbortSignal },
): Promise<LoadResult> {
  const { records, errors } = await readSeed(folder);
  if (!records) throw new SeedInvalid(folder, errors);
  return applySeed(store, records, options);
}

/**
 * Writes records that `readSeed` has checked, as one change. A story that the store already holds stays as it is:
 * somebody may have worked on it.
 */
export async function applySeed(
  store: Store,
  records: SeedRecords,
  { by, signal }: { by: string; signal?: AbortSignal },
): Promise<LoadResult> {
  const counts = {
    sources: records.sources.length,
    topics: records.topics.length,
    actors: records.actors.length,
    links: records.links.length,
    referenceCounts: records.referenceCounts.length,
    stories: records.stories.length,
  };
  const kept = new Set((await store.stories(signal)).map(({ id }) => id));
  const stories = records.stories.filter(({ id }) => !kept.has(id));
  const what = `Loaded ${counts.actors} actors, ${counts.links} links and ${counts.sources} sources from CSV files`;
  const { revision, changed } = await store.apply(
    { by, what, upsert: { ...records, stories } },
    signal,
  );
  return { revision, changed, counts };
}

async function readTables(folder: string, errors: SeedProblem[]) {
  return {
    sources: await readTable(folder, tables.sources, "id", errors),
    topics: await readTable(folder, tables.topics, "id", errors),
    actors: await readTable(folder, tables.actors, "id", errors),
    projects: await readTable(folder, tables.projects, "id", errors),
    links: await readTable(folder, tables.links, "id", errors),
    participations: await readTable(folder, tables.participations, "projectId", errors),
    legalIds: await readTable(folder, tables.legalIds, "actorId", errors),
    referenceCountsGermany: await readTable(
      folder,
      tables.referenceCountsGermany,
      "programme",
      errors,
    ),
    referenceCountsAll: await readTable(folder, tables.referenceCountsAll, "programme", errors),
    stories: await readStories(folder, errors),
  };
}

async function readTable<T>(
  folder: string,
  table: tables.Table<T>,
  key: string,
  errors: SeedProblem[],
): Promise<ReadTable<T>> {
  const { file } = table;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path.join(folder, file));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw error;
    if (!table.isOptional) errors.push(problem(file, null, null, "this file", "none"));
    return { rows: [], keys: [], isComplete: table.isOptional };
  }
  const csv = await readCsv(file, bytes, table.columns);
  errors.push(...csv.problems);
  const read: ReadTable<T> = { rows: [], keys: [], isComplete: csv.isComplete };
  for (const [i, row] of csv.rows.entries()) {
    if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await setImmediate();
    const id = row.cells.get(key);
    if (id !== undefined) read.keys.push({ id, file, row: row.row });
    const record = tables.toRecord(table, row, errors);
    if (record !== undefined) read.rows.push({ record, file, row: row.row });
  }
  return read;
}

function checkTogether(raw: Raw, errors: SeedProblem[]): void {
  const index = (found: ReadTable<unknown>[]): Index | undefined => {
    const all = indexById(
      found.flatMap(({ keys }) => keys),
      "id",
      errors,
    );
    return found.every(({ isComplete }) => isComplete) ? all : undefined;
  };
  const sources = index([raw.sources]);
  const topics = index([raw.topics]);
  const actors = index([raw.actors, raw.projects]);
  const projects = raw.projects.isComplete
    ? new Map(raw.projects.keys.map((place) => [place.id, place]))
    : undefined;

  const actorRows = [...raw.actors.rows, ...raw.projects.rows];
  for (const row of actorRows) {
    const { record } = row;
    checkKnown(row, "topics", record.topics, "a topic in topics.csv", topics, errors);
    checkKnown(row, "sourceIds", record.sourceIds, "a source in sources.csv", sources, errors);
    checkPeriod(row, record.start, record.end, { start: "start", end: "end" }, errors);
  }
  for (const row of raw.topics.rows) {
    checkKnown(row, "broader", [row.record.broader], "a topic in topics.csv", topics, errors);
  }
  for (const row of raw.links.rows) {
    const { record } = row;
    checkKnown(row, "source", [record.source], "an actor", actors, errors);
    checkKnown(row, "target", [record.target], "an actor", actors, errors);
    checkKnown(row, "sourceIds", record.sourceIds, "a source in sources.csv", sources, errors);
    checkPeriod(row, record.since, record.until, { start: "since", end: "until" }, errors);
    if (record.source === record.target) {
      errors.push(
        problem(row.file, row.row, "target", "another actor than source", quoted(record.target)),
      );
    }
  }
  for (const row of raw.participations.rows) {
    const { record } = row;
    checkKnown(row, "projectId", [record.projectId], "a project in projects.csv", projects, errors);
    checkKnown(row, "actorId", [record.actorId], "an actor", actors, errors);
    if (record.projectId === record.actorId) {
      errors.push(
        problem(row.file, row.row, "actorId", "an actor other than the project", record.actorId),
      );
    }
  }
  for (const row of raw.legalIds.rows) {
    checkKnown(row, "actorId", [row.record.actorId], "an actor", actors, errors);
  }
  for (const { file, story } of raw.stories) {
    for (const { id, place } of namedActors(story)) {
      checkKnown({ file, row: null }, place, [id], "an actor", actors, errors);
    }
  }
  checkUnique(raw, errors);
  checkAcyclic(partOf(raw), "target", "no cycle of PART_OF links", errors);
  checkAcyclic(broader(raw), "broader", "no cycle of broader topics", errors);
}

/** Ids of links and keys of the tables without an id. */
function checkUnique(raw: Raw, errors: SeedProblem[]): void {
  const participations = raw.participations.rows.map(({ record, file, row }) => ({
    id: participationId(record),
    file,
    row,
  }));
  indexById([...raw.links.keys, ...participations], "id", errors);
  indexById(
    raw.legalIds.rows.map(({ record, file, row }) => ({
      id: `${record.actorId} ${record.register}:${record.number}`,
      file,
      row,
    })),
    "number",
    errors,
  );
  for (const { rows } of [raw.referenceCountsGermany, raw.referenceCountsAll]) {
    indexById(
      rows.map(({ record: { programme, topic, sizeClass, year }, file, row }) => ({
        id: [programme, topic, sizeClass, year].join(", "),
        file,
        row,
      })),
      "year",
      errors,
    );
  }
}

function partOf(raw: Raw): Arrow[] {
  return raw.links.rows.flatMap(({ record: { source, target, type }, file, row }) =>
    type === "PART_OF" && source !== target ? [{ from: source, to: target, file, row }] : [],
  );
}

function broader(raw: Raw): Arrow[] {
  return raw.topics.rows.flatMap(({ record, file, row }) =>
    record.broader === undefined ? [] : [{ from: record.id, to: record.broader, file, row }],
  );
}

function toRecords(raw: Raw): SeedRecords {
  const legalIdsOf = new Map<string, string[]>();
  for (const { record } of raw.legalIds.rows) {
    const list = legalIdsOf.get(record.actorId) ?? [];
    legalIdsOf.set(record.actorId, [...list, `${record.register}:${record.number}`]);
  }
  const withLegalIds = (actor: ActorRecord): ActorRecord => {
    const more = legalIdsOf.get(actor.id);
    return more ? { ...actor, legalIds: [...new Set([...actor.legalIds, ...more])] } : actor;
  };
  const projects = new Map(raw.projects.rows.map(({ record }) => [record.id, record]));
  const records = <T>({ rows }: ReadTable<T>) => rows.map(({ record }) => record);
  return {
    sources: records(raw.sources),
    topics: records(raw.topics),
    actors: [...records(raw.actors), ...records(raw.projects)].map(withLegalIds),
    links: [
      ...records(raw.links),
      ...records(raw.participations).map((one) => participationLink(one, projects)),
    ],
    referenceCounts: [...records(raw.referenceCountsGermany), ...records(raw.referenceCountsAll)],
    stories: raw.stories.map(({ record }) => record),
  };
}

/** The actor takes part in the project from its start to its end; the project's sources are the evidence. */
function participationLink(
  participation: tables.Participation,
  projects: ReadonlyMap<string, ActorRecord>,
): LinkRecord {
  const project = projects.get(participation.projectId);
  return {
    id: participationId(participation),
    source: participation.actorId,
    target: participation.projectId,
    type: "PARTICIPATES_IN",
    ...(project?.start === undefined ? {} : { since: project.start }),
    ...(project?.end === undefined ? {} : { until: project.end }),
    ...(participation.role === undefined ? {} : { role: participation.role }),
    sourceIds: project?.sourceIds ?? [],
    confidence: "public_record",
  };
}

function participationId({ projectId, actorId }: tables.Participation): string {
  return `${projectId}--${actorId}`;
}

function inOrder(errors: SeedProblem[]): SeedProblem[] {
  const files = [...new Set(errors.map(({ file }) => file))];
  return errors.sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.row ?? 0) - (b.row ?? 0),
  );
}
