/** The files of a seed folder: their columns, and how a row becomes a record of the contract. */
import { z } from "zod";
import {
  actorRecord,
  id,
  linkRecord,
  referenceCountRecord,
  sourceRecord,
  topicRecord,
} from "../server/contract/records.ts";
import type { Columns, CsvRow } from "./csv.ts";
import { problem, quoted, type SeedProblem } from "./problem.ts";

/** Roles of a participant, as CORDIS names them. */
export const PARTICIPANT_ROLES = [
  "coordinator",
  "participant",
  "associatedPartner",
  "thirdParty",
] as const;

const text = z.string().min(1).max(10_000);

const participation = z.strictObject({
  projectId: id,
  actorId: id,
  role: z.enum(PARTICIPANT_ROLES).optional(),
  /** Code of the legal entity that took part. */
  pic: text.optional(),
});
export type Participation = z.infer<typeof participation>;

const legalId = z.strictObject({
  actorId: id,
  register: z.string().regex(/^[A-Z][A-Z0-9]*$/, "a register in capitals, for example PIC or ROR"),
  number: text,
  legalName: text.optional(),
  match: z.enum(["exact", "checked"]).optional(),
  note: text.optional(),
});
export type LegalId = z.infer<typeof legalId>;

export interface Table<T> {
  file: string;
  columns: Columns;
  /** Whether a folder without this file is complete. */
  isOptional: boolean;
  schema: z.ZodType<T>;
  fields(row: Cells): Record<string, unknown>;
  /** The column behind a field of the record, where their names differ. */
  columnOf?: Readonly<Record<string, string>>;
}

/** Cells of one row, read as a field needs them; an absent field is left out by `present`. */
export interface Cells {
  text(column: string): string | undefined;
  list(column: string): string[];
  /** A number, or the text itself where it is none: the schema then says so. */
  number(column: string): number | string | undefined;
}

export function cells({ cells: byColumn }: CsvRow): Cells {
  const cell = (column: string) => byColumn.get(column);
  return {
    text: cell,
    list: (column) =>
      (cell(column) ?? "")
        .split(/[;|]/)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    number: (column) => {
      const found = cell(column);
      return found !== undefined && /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : found;
    },
  };
}

/** Checks one row against its schema. */
export function toRecord<T>(table: Table<T>, row: CsvRow, problems: SeedProblem[]): T | undefined {
  for (const [column, value] of row.cells) {
    if (hasControlCharacter(value)) {
      const expected = "text without control characters";
      problems.push(problem(table.file, row.row, column, expected, quoted(value)));
      return undefined;
    }
  }
  const fields = present(table.fields(cells(row)));
  const parsed = table.schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? "");
    const column = table.columnOf?.[field] ?? field;
    const part = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
      fields,
    );
    const came = typeof part === "string" ? part : row.cells.get(column);
    problems.push(
      problem(table.file, row.row, column, expectation(issue), came ? quoted(came) : "nothing"),
    );
  }
  return undefined;
}

/** What a schema wants, as it stands after "expected". */
export function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "string" ? "a value" : `a ${issue.expected}`;
    case "invalid_value":
      return `one of ${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.format === "url"
        ? "an address that begins with http:// or https://"
        : issue.message;
    case "too_small":
      return `at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string"
        ? `at most ${issue.maximum} characters`
        : `at most ${issue.maximum}${issue.origin === "array" ? " entries" : ""}`;
    case "unrecognized_keys":
      return `no field ${issue.keys.join(", ")}`;
    default:
      return issue.message;
  }
}

function hasControlCharacter(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10) || code === 127) return true;
  }
  return false;
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export const sources: Table<z.infer<typeof sourceRecord>> = {
  file: "sources.csv",
  columns: { required: ["id", "title"], optional: ["publisher", "url", "date", "retrieved"] },
  isOptional: false,
  schema: sourceRecord,
  fields: ({ text: get }) => ({
    id: get("id"),
    title: get("title"),
    publisher: get("publisher"),
    url: get("url"),
    date: get("date"),
    retrieved: get("retrieved"),
  }),
};

export const topics: Table<z.infer<typeof topicRecord>> = {
  file: "topics.csv",
  columns: { required: ["id", "nameDe", "nameEn"], optional: ["broader"] },
  isOptional: false,
  schema: topicRecord,
  fields: ({ text: get }) => ({
    id: get("id"),
    nameDe: get("nameDe"),
    nameEn: get("nameEn"),
    broader: get("broader"),
  }),
};

export const actors: Table<z.infer<typeof actorRecord>> = {
  file: "actors.csv",
  columns: {
    required: ["id", "name", "kind"],
    optional: [
      ...["nameEn", "aliases", "city", "state", "country", "lat", "lon", "founded", "website"],
      ...["legalIds", "topics", "descriptionDe", "descriptionEn", "sourceIds"],
    ],
  },
  isOptional: false,
  schema: actorRecord,
  fields: ({ text: get, list, number }) => ({
    id: get("id"),
    name: get("name"),
    nameEn: get("nameEn"),
    aliases: list("aliases"),
    kind: get("kind"),
    city: get("city"),
    state: get("state"),
    country: get("country"),
    lat: number("lat"),
    lon: number("lon"),
    founded: get("founded"),
    website: get("website"),
    legalIds: list("legalIds"),
    topics: list("topics"),
    descriptionDe: get("descriptionDe"),
    descriptionEn: get("descriptionEn"),
    sourceIds: list("sourceIds"),
  }),
};

export const links: Table<z.infer<typeof linkRecord>> = {
  file: "links.csv",
  columns: {
    required: ["id", "source", "target", "type", "confidence"],
    optional: ["since", "until", "noteDe", "noteEn", "role", "sourceIds"],
  },
  isOptional: false,
  schema: linkRecord,
  fields: ({ text: get, list }) => ({
    id: get("id"),
    source: get("source"),
    target: get("target"),
    type: get("type"),
    since: get("since"),
    until: get("until"),
    noteDe: get("noteDe"),
    noteEn: get("noteEn"),
    role: get("role"),
    sourceIds: list("sourceIds"),
    confidence: get("confidence"),
  }),
};

/** A project becomes an actor named by its acronym; its CORDIS page is its website. */
export const projects: Table<z.infer<typeof actorRecord>> = {
  file: "projects.csv",
  columns: {
    required: ["id", "acronym"],
    optional: [
      ...["title", "start", "end", "programme", "programmePart", "fundingScheme", "topics"],
      ...["participants", "participantsDe", "grantId", "sourceIds"],
    ],
  },
  isOptional: true,
  schema: actorRecord,
  columnOf: {
    name: "acronym",
    descriptionEn: "title",
    legalIds: "grantId",
    website: "grantId",
  },
  fields: ({ text: get, list, number }) => {
    const grantId = get("grantId");
    return {
      id: get("id"),
      name: get("acronym"),
      aliases: [],
      kind: "project",
      website: grantId && `https://cordis.europa.eu/project/id/${encodeURIComponent(grantId)}`,
      legalIds: grantId ? [`CORDIS:${grantId}`] : [],
      topics: list("topics"),
      descriptionEn: get("title"),
      sourceIds: list("sourceIds"),
      start: get("start"),
      end: get("end"),
      programme: get("programme"),
      programmePart: get("programmePart"),
      fundingScheme: get("fundingScheme"),
      participants: number("participants"),
      participantsDe: number("participantsDe"),
    };
  },
};

export const participations: Table<Participation> = {
  file: "participations.csv",
  columns: { required: ["projectId", "actorId"], optional: ["role", "pic"] },
  isOptional: true,
  schema: participation,
  fields: ({ text: get }) => ({
    projectId: get("projectId"),
    actorId: get("actorId"),
    role: get("role"),
    pic: get("pic"),
  }),
};

export const legalIds: Table<LegalId> = {
  file: "legal-ids.csv",
  columns: {
    required: ["actorId", "register", "number"],
    optional: ["legalName", "match", "note"],
  },
  isOptional: true,
  schema: legalId,
  fields: ({ text: get }) => ({
    actorId: get("actorId"),
    register: get("register"),
    number: get("number"),
    legalName: get("legalName"),
    match: get("match"),
    note: get("note"),
  }),
};

const referenceCounts = (
  file: string,
  population: "germany" | "all",
): Table<z.infer<typeof referenceCountRecord>> => ({
  file,
  columns: { required: ["programme", "topic", "sizeClass", "year", "projects"], optional: [] },
  isOptional: true,
  schema: referenceCountRecord,
  fields: ({ text: get, number }) => ({
    population,
    programme: get("programme"),
    topic: get("topic"),
    sizeClass: get("sizeClass"),
    year: number("year"),
    projects: number("projects"),
  }),
});

export const referenceCountsGermany = referenceCounts("reference-counts-germany.csv", "germany");
export const referenceCountsAll = referenceCounts("reference-counts-all.csv", "all");
