/**
 * Horizon 2020 as records: organisations, projects and participations from `../shared/data/cordis-h2020`
 * (CORDIS, European Union, CC BY 4.0; not part of the project), with one cluster a country so that the
 * overview, the matrix and the group pages have something to count.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type {
  ActorRecord,
  LinkRecord,
  SourceRecord,
  TopicRecord,
} from "../../server/contract/records.ts";
import type { ActorKind } from "../../server/contract/vocabulary.ts";

export const horizonFolder = new URL("../../../shared/data/cordis-h2020/", import.meta.url);

export interface Records {
  sources: SourceRecord[];
  topics: TopicRecord[];
  actors: ActorRecord[];
  links: LinkRecord[];
}

const KIND_OF_ACTIVITY: Record<string, ActorKind> = {
  HES: "university",
  REC: "research_institute",
  PRC: "company",
  PUB: "public_body",
  OTH: "association",
};

/** Null where the data folder is missing. */
export function readHorizon(): Records | null {
  if (!existsSync(horizonFolder)) return null;
  const organisations = readTable("organisations.csv.gz");
  const projects = readTable("projects.csv.gz");
  const participations = readTable("participations.csv.gz");
  const countries = [...new Set(organisations.map((row) => column(row, "country") || "unknown"))];
  const parts = new Set(projects.flatMap((row) => partsOf(row)));
  const dates = new Map(
    projects.map((row) => [
      column(row, "rcn"),
      { since: dateOf(row, "start_date"), until: dateOf(row, "end_date") },
    ]),
  );
  return {
    sources: [
      { id: "cordis-h2020", title: "CORDIS: Horizon 2020 projects", publisher: "European Union" },
    ],
    topics: [...parts].map((part) => ({ id: topicId(part), nameDe: part, nameEn: part })),
    actors: [
      ...countries.map((country) => actor(countryId(country), `Cluster ${country}`, "cluster")),
      ...organisations.map((row) => ({
        ...actor(
          organisationId(column(row, "pic")),
          column(row, "name"),
          KIND_OF_ACTIVITY[column(row, "activity_type")] ?? "company",
        ),
        aliases: column(row, "short_name") ? [column(row, "short_name")] : [],
        ...(column(row, "city") ? { city: column(row, "city") } : {}),
        ...(column(row, "country") ? { country: column(row, "country") } : {}),
        legalIds: [`PIC:${column(row, "pic")}`],
      })),
      ...projects.map((row) => ({
        ...actor(projectId(column(row, "rcn")), `Project ${column(row, "rcn")}`, "project"),
        topics: partsOf(row).map(topicId),
        ...(dateOf(row, "start_date") ? { start: dateOf(row, "start_date") } : {}),
        ...(dateOf(row, "end_date") ? { end: dateOf(row, "end_date") } : {}),
        programme: "Horizon 2020",
      })),
    ],
    links: [
      ...organisations.map((row) =>
        link(
          organisationId(column(row, "pic")),
          countryId(column(row, "country") || "unknown"),
          "MEMBER_OF",
          {},
        ),
      ),
      ...participations.map((row) => {
        const { since, until } = dates.get(column(row, "rcn")) ?? { since: "", until: "" };
        return link(
          organisationId(column(row, "pic")),
          projectId(column(row, "rcn")),
          "PARTICIPATES_IN",
          {
            role: column(row, "role"),
            ...(since ? { since } : {}),
            ...(until ? { until } : {}),
          },
        );
      }),
    ],
  };
}

type Row = Record<string, string>;

function readTable(name: string): Row[] {
  return parse(gunzipSync(readFileSync(new URL(name, horizonFolder))), {
    columns: true,
    bom: true,
  });
}

function column(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`cordis-h2020: expected a column "${name}"`);
  return value;
}

/** "" where the table says NA. */
function dateOf(row: Row, name: string): string {
  const text = column(row, name);
  return text === "NA" ? "" : text;
}

const partsOf = (row: Row) => column(row, "programme_parts").split(/[;|]/).filter(Boolean);
const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
const topicId = (part: string) => slug(part);
const countryId = (country: string) => `cluster-${slug(country)}`;
const organisationId = (pic: string) => `pic-${pic}`;
const projectId = (rcn: string) => `rcn-${rcn}`;

function actor(id: string, name: string, kind: ActorKind): ActorRecord {
  return { id, name, kind, aliases: [], legalIds: [], topics: [], sourceIds: ["cordis-h2020"] };
}

function link(
  source: string,
  target: string,
  type: LinkRecord["type"],
  more: Partial<LinkRecord>,
): LinkRecord {
  return {
    id: `${source}--${target}`,
    source,
    target,
    type,
    sourceIds: ["cordis-h2020"],
    confidence: "public_record",
    ...more,
  };
}
