/** Actors of a snapshot: raw rows → checked columns, numbered in the order of the ids. */
import { ACTOR_KINDS } from "../contract/vocabulary.ts";
import { type ActorRows, ID_FORM, isId, shown, type ValueChecks } from "./build-rows.ts";
import type { TopicTable } from "./build-topics.ts";
import {
  Dictionary,
  float64Column,
  rowsFrom,
  sortedById,
  stringColumn,
  uint8Column,
  uint32Column,
} from "./columns.ts";
import type { SnapshotData, StringColumn } from "./snapshot.ts";

export interface ActorTable {
  actors: Omit<SnapshotData["actors"], "x" | "y">;
  /** All aliases of each actor, one a line. */
  aliases: StringColumn;
  numberOf: Map<string, number>;
  cities: string[];
  states: string[];
  countries: string[];
  programmes: string[];
  programmeParts: string[];
}

const NONE: readonly number[] = [];
const KIND_NUMBERS = new Map<unknown, number>(ACTOR_KINDS.map((kind, number) => [kind, number]));

export function buildActors(rows: ActorRows, topics: TopicTable, checks: ValueChecks): ActorTable {
  const { ids, order } = acceptedRows(rows, checks);
  const count = order.length;
  const cities = new Dictionary();
  const states = new Dictionary();
  const countries = new Dictionary();
  const programmes = new Dictionary();
  const programmeParts = new Dictionary();
  const numberOf = new Map<string, number>();
  const names: string[] = [];
  const namesEn: string[] = [];
  const shorts: string[] = [];
  const aliasLines: string[] = [];
  const topicLists: (readonly number[])[] = [];
  const columns = {
    kind: uint8Column(count),
    city: uint32Column(count),
    state: uint32Column(count),
    country: uint32Column(count),
    lat: float64Column(count),
    lon: float64Column(count),
    start: uint32Column(count),
    end: uint32Column(count),
    programme: uint32Column(count),
    programmePart: uint32Column(count),
    participants: uint32Column(count),
    participantsDe: uint32Column(count),
  };
  order.forEach((i, actor) => {
    const id = ids[i] as string;
    numberOf.set(id, actor);
    const name = String(rows.name[i]);
    const aliases = checks.texts(id, "aliases", rows.aliases[i]);
    names.push(name);
    namesEn.push(checks.text(id, "nameEn", rows.nameEn[i]));
    shorts.push(shortestBelow(name.length, aliases));
    aliasLines.push(aliases.length === 0 ? "" : lines(aliases));
    topicLists.push(topicNumbers(id, checks.texts(id, "topics", rows.topics[i]), topics, checks));
    columns.kind[actor] = KIND_NUMBERS.get(rows.kind[i]) as number;
    columns.city[actor] = cities.numberOf(checks.text(id, "city", rows.city[i]));
    columns.state[actor] = states.numberOf(checks.text(id, "state", rows.state[i]));
    columns.country[actor] = countries.numberOf(checks.text(id, "country", rows.country[i]));
    const [lat, lon] = checks.coordinate(id, rows.lat[i], rows.lon[i]);
    columns.lat[actor] = lat;
    columns.lon[actor] = lon;
    columns.start[actor] = checks.date(id, "start", rows.start[i]);
    columns.end[actor] = checks.date(id, "end", rows.end[i]);
    columns.programme[actor] = programmes.numberOf(checks.text(id, "programme", rows.programme[i]));
    columns.programmePart[actor] = programmeParts.numberOf(
      checks.text(id, "programmePart", rows.programmePart[i]),
    );
    columns.participants[actor] = checks.count(id, "participants", rows.participants[i]);
    columns.participantsDe[actor] = checks.count(id, "participantsDe", rows.participantsDe[i]);
  });
  return {
    actors: {
      count,
      id: stringColumn(order.map((i) => ids[i] as string)),
      name: stringColumn(names),
      nameEn: stringColumn(namesEn),
      short: stringColumn(shorts),
      topics: rowsFrom(topicLists),
      ...columns,
    },
    aliases: stringColumn(aliasLines),
    numberOf,
    cities: cities.values,
    states: states.values,
    countries: countries.values,
    programmes: programmes.values,
    programmeParts: programmeParts.values,
  };
}

/** Row numbers of the actors that get in, in the order of their ids. */
function acceptedRows(rows: ActorRows, checks: ValueChecks): { ids: string[]; order: number[] } {
  const ids = rows.id.map((id) => (isId(id) ? id : ""));
  const usable: number[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] || (rows.row[i] ?? "");
    const name = rows.name[i];
    if (ids[i] === "") {
      checks.report(id, `actor id: expected ${ID_FORM} (got ${shown(rows.id[i])})`);
    } else if (!KIND_NUMBERS.has(rows.kind[i])) {
      checks.report(
        id,
        `kind: expected one of ${ACTOR_KINDS.join(", ")} (got ${shown(rows.kind[i])})`,
      );
    } else if (typeof name !== "string" || name === "") {
      checks.report(id, `name: expected a text (got ${shown(name)})`);
    } else {
      usable.push(i);
    }
  }
  let last = "";
  const order = sortedById(usable, ids, rows.row).filter((i) => {
    const id = ids[i] as string;
    if (id !== last) {
      last = id;
      return true;
    }
    checks.report(id, `actor id: occurs more than once (${rows.row[i]} is left out)`);
    return false;
  });
  return { ids, order };
}

/** The shortest alias that takes less room than the name; the first of several; "" for none. */
function shortestBelow(length: number, aliases: readonly string[]): string {
  let shortest = "";
  let limit = length;
  for (const alias of aliases) {
    if (alias.length < limit) {
      shortest = alias;
      limit = alias.length;
    }
  }
  return shortest;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll("\n", " ")).join("\n");
}

function topicNumbers(
  id: string,
  topicIds: readonly string[],
  topics: TopicTable,
  checks: ValueChecks,
): readonly number[] {
  if (topicIds.length === 0) return NONE;
  const numbers = new Set<number>();
  for (const topicId of topicIds) {
    const number = topics.numberOf.get(topicId);
    if (number !== undefined) numbers.add(number);
    else checks.report(id, `topics: there is no topic ${shown(topicId)}; left out`);
  }
  return [...numbers].sort((a, b) => a - b);
}
