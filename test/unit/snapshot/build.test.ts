/** Rows into a snapshot: numbering, columns, and what does not fit with its reason. */
import { expect, test } from "vitest";
import { buildSnapshot, buildWithAliases } from "../../../server/snapshot/build.ts";
import { type GraphRows, ID_FORM } from "../../../server/snapshot/build-rows.ts";
import { dateText, readString, row, Snapshot } from "../../../server/snapshot/snapshot.ts";
import {
  graphFromText,
  recordsFromText,
  rowsFromRecords,
  snapshotFromRecords,
} from "../../fixtures/graph-text.ts";

const META = { revision: 7, sources: 3 };
const TOPICS = [
  { id: "ai", nameDe: "KI", nameEn: "AI", broader: "digital" },
  { id: "digital", nameDe: "Digitales", nameEn: "Digital" },
];

/** A sound graph in which one value of the first actor, link or topic is replaced. */
function rowsWith(change: (rows: GraphRows) => void): GraphRows {
  const rows = rowsFromRecords(
    recordsFromText("ada:startup -MEMBER_OF 2016..2019-> hub1:hub; bob -FUNDS-> ada", TOPICS),
  );
  change(rows);
  return rows;
}

test("numbers actors and links by id and keeps every column", () => {
  const snapshot = graphFromText(
    `zoe:project(name=ZOE start=2016-11 end=2018-10-31 programme=Horizon_2020 programmePart=LEIT participants=9 participantsDe=4)
     ada:startup(name=Ada_GmbH nameEn=Ada_Ltd aliases=AdaXL_and_more+Ada+Ad city=Köln state=NRW country=DE lat=50.9 lon=6.9 topics=ai+digital)
     zoe <-PARTICIPATES_IN 2017/03..2019/04/01 public_record- ada`,
    TOPICS,
  );
  const { data } = snapshot;
  const ada = snapshot.findActor("ada");
  const zoe = snapshot.findActor("zoe");
  expect([ada, zoe, snapshot.findActor("eve"), snapshot.findActor("")]).toEqual([0, 1, -1, -1]);
  expect({
    name: snapshot.actorName(ada),
    nameEn: snapshot.actorNameEn(ada),
    short: snapshot.actorShort(ada),
    kind: snapshot.actorKind(ada),
    city: snapshot.actorCity(ada),
    state: snapshot.actorState(ada),
    country: data.countries[data.actors.country[ada] ?? 0],
    lat: data.actors.lat[ada],
    lon: data.actors.lon[ada],
    topics: [...row(data.actors.topics, ada)].map((topic) => data.topics[topic]?.id),
  }).toEqual({
    name: "Ada GmbH",
    nameEn: "Ada Ltd",
    short: "Ad",
    kind: "startup",
    city: "Köln",
    state: "NRW",
    country: "DE",
    lat: 50.9,
    lon: 6.9,
    topics: ["ai", "digital"],
  });
  expect({
    isProject: snapshot.isProject(zoe),
    short: snapshot.actorShort(zoe),
    city: snapshot.actorCity(zoe),
    lat: data.actors.lat[zoe],
    start: dateText(data.actors.start[zoe] ?? 0),
    end: dateText(data.actors.end[zoe] ?? 0),
    programme: data.programmes[data.actors.programme[zoe] ?? 0],
    part: data.programmeParts[data.actors.programmePart[zoe] ?? 0],
    participants: [data.actors.participants[zoe], data.actors.participantsDe[zoe]],
  }).toEqual({
    isProject: true,
    short: null,
    city: null,
    lat: Number.NaN,
    start: "2016-11",
    end: "2018-10-31",
    programme: "Horizon 2020",
    part: "LEIT",
    participants: [9, 4],
  });
  expect({
    ends: [data.links.source[0], data.links.target[0]],
    type: snapshot.linkType(0),
    confidence: snapshot.linkConfidence(0),
    since: dateText(data.links.since[0] ?? 0),
    until: dateText(data.links.until[0] ?? 0),
  }).toEqual({
    ends: [ada, zoe],
    type: "PARTICIPATES_IN",
    confidence: "public_record",
    since: "2017-03",
    until: "2019-04-01",
  });
});

test("numbers follow the code points of the ids, whatever the order of the rows", () => {
  const ids = ["b", "a.b", "a-b", "a_b", "ab", "a", "9", "a0"];
  const records = recordsFromText(ids.join(";"));
  const snapshot = snapshotFromRecords(records);
  const order = ids.map((_, actor) => snapshot.actorId(actor));
  expect(order).toEqual(["9", "a", "a-b", "a.b", "a0", "a_b", "ab", "b"]);
  expect(ids.map((id) => snapshot.actorId(snapshot.findActor(id)))).toEqual(ids);
});

test("parallel links stay apart, and each end knows all its links", () => {
  const snapshot = graphFromText("ada -FUNDS-> bob; ada -FUNDS 2015..-> bob; bob -SUPPORTS-> ada");
  expect([...snapshot.linksOf(0)]).toEqual([0, 1, 2]);
  expect([...snapshot.linksOf(1)]).toEqual([0, 1, 2]);
});

test("an empty database is an empty snapshot", () => {
  const snapshot = snapshotFromRecords({});
  expect([snapshot.actorCount, snapshot.linkCount, snapshot.groupCount]).toEqual([0, 0, 0]);
  expect(snapshot.findActor("ada")).toBe(-1);
});

test("aliases go to the search, one a line", () => {
  const rows = rowsWith(({ actors }) => {
    actors.aliases[0] = ["A.D.A.", "two\nlines"];
  });
  expect(readString(buildWithAliases(rows, META).aliases, 0)).toBe("A.D.A.\ntwo lines");
});

const KINDS =
  "hub, cluster, house_of, consortium, initiative, accelerator, competence_centre, company, startup, university, research_institute, investor, public_body, association, project";
const TYPES =
  "MEMBER_OF, PARTNER_OF, PART_OF, SUPPORTS, FUNDS, INVESTED_IN, OPERATES, LOCATED_AT, PARTICIPATES_IN, COLLABORATES_WITH, SPIN_OFF_OF, SUCCESSOR_OF";
const LINKS_OF_ADA = [
  { id: "l001", reason: 'source: there is no actor "ada"' },
  { id: "l002", reason: 'target: there is no actor "ada"' },
];

test.each<[string, (rows: GraphRows) => void, { id: string; reason: string }[]]>([
  [
    "actor without id",
    ({ actors }) => {
      actors.id[0] = null;
    },
    [...LINKS_OF_ADA, { id: "row 1", reason: `actor id: expected ${ID_FORM} (got nothing)` }],
  ],
  [
    "actor whose id is a number",
    ({ actors }) => {
      actors.id[0] = 42;
    },
    [...LINKS_OF_ADA, { id: "row 1", reason: `actor id: expected ${ID_FORM} (got 42)` }],
  ],
  [
    "actor whose id holds NUL",
    ({ actors }) => {
      actors.id[0] = "a\0b";
    },
    [...LINKS_OF_ADA, { id: "row 1", reason: `actor id: expected ${ID_FORM} (got "a\\u0000b")` }],
  ],
  [
    "unknown kind",
    ({ actors }) => {
      actors.kind[0] = "club";
    },
    [{ id: "ada", reason: `kind: expected one of ${KINDS} (got "club")` }, ...LINKS_OF_ADA],
  ],
  [
    "no name",
    ({ actors }) => {
      actors.name[0] = "";
    },
    [{ id: "ada", reason: 'name: expected a text (got "")' }, ...LINKS_OF_ADA],
  ],
  [
    "duplicate actor id",
    ({ actors }) => {
      actors.id[1] = "ada";
    },
    [
      { id: "ada", reason: "actor id: occurs more than once (row 2 is left out)" },
      { id: "l001", reason: 'target: there is no actor "hub1"' },
    ],
  ],
  [
    "text that is none",
    ({ actors }) => {
      actors.city[0] = 5n;
    },
    [
      {
        id: "ada",
        reason: "city: expected a text of at most 10000 characters (got 5); left out",
      },
    ],
  ],
  [
    "aliases that are no list",
    ({ actors }) => {
      actors.aliases[0] = "Ada";
    },
    [{ id: "ada", reason: 'aliases: expected a list of texts (got "Ada"); left out' }],
  ],
  [
    "coordinate off the globe",
    ({ actors }) => {
      actors.lat[0] = 95;
      actors.lon[0] = 8;
    },
    [
      {
        id: "ada",
        reason:
          "lat, lon: expected degrees from -90 to 90 and from -180 to 180 (got 95, 8); left out",
      },
    ],
  ],
  [
    "half a coordinate",
    ({ actors }) => {
      actors.lat[0] = 50;
    },
    [
      {
        id: "ada",
        reason:
          "lat, lon: expected degrees from -90 to 90 and from -180 to 180 (got 50, nothing); left out",
      },
    ],
  ],
  [
    "unknown topic of an actor",
    ({ actors }) => {
      actors.topics[0] = ["ai", "sea"];
    },
    [{ id: "ada", reason: 'topics: there is no topic "sea"; left out' }],
  ],
  [
    "count that is none",
    ({ actors }) => {
      actors.participants[0] = 0.5;
    },
    [{ id: "ada", reason: "participants: expected a whole number from 1 (got 0.5); left out" }],
  ],
  [
    "link without id",
    ({ links }) => {
      links.id[0] = undefined;
    },
    [{ id: "row 1", reason: `link id: expected ${ID_FORM} (got nothing)` }],
  ],
  [
    "link to a missing actor",
    ({ links }) => {
      links.target[0] = "nobody";
    },
    [{ id: "l001", reason: 'target: there is no actor "nobody"' }],
  ],
  [
    "link to itself",
    ({ links }) => {
      links.target[0] = "ada";
    },
    [{ id: "l001", reason: 'source, target: "ada" is linked to itself' }],
  ],
  [
    "unknown link type",
    ({ links }) => {
      links.type[0] = "LIKES";
    },
    [{ id: "l001", reason: `type: expected one of ${TYPES} (got "LIKES")` }],
  ],
  [
    "unknown confidence",
    ({ links }) => {
      links.confidence[0] = null;
    },
    [
      {
        id: "l001",
        reason:
          "confidence: expected one of stated, public_record, general_knowledge (got nothing)",
      },
    ],
  ],
  [
    "duplicate link id",
    ({ links }) => {
      links.id[1] = "l001";
    },
    [{ id: "l001", reason: "link id: occurs more than once (row 2 is left out)" }],
  ],
  ...["2016-00", "2016-13", "2023-02-29", "16", "", "yesterday"].map(
    (date): [string, (rows: GraphRows) => void, { id: string; reason: string }[]] => [
      `date ${date}`,
      ({ links }) => {
        links.since[0] = date;
      },
      date === ""
        ? []
        : [
            {
              id: "l001",
              reason: `since: expected a date like 2017, 2016-11 or 2019-04-01 (got "${date}"); left out`,
            },
          ],
    ],
  ),
  [
    "topic below a missing one",
    ({ topics }) => {
      topics.broader[0] = "sea";
    },
    [{ id: "ai", reason: 'broader: there is no topic "sea"; left out' }],
  ],
  [
    "topics in a circle",
    ({ topics }) => {
      topics.broader[1] = "ai";
    },
    [{ id: "digital", reason: 'broader: "ai" closes a cycle; left out' }],
  ],
  [
    "topic without a name",
    ({ topics }) => {
      topics.nameDe[0] = topics.nameEn[0] = null;
    },
    [{ id: "ai", reason: "topic nameDe, nameEn: expected a name (got nothing)" }],
  ],
  [
    "topic without id, and one twice",
    ({ topics }) => {
      topics.id[0] = null;
      for (const column of Object.values(topics)) column.push(column[1]);
      topics.row[2] = "row 3";
    },
    [
      { id: "digital", reason: "topic id: occurs more than once (row 3 is left out)" },
      { id: "row 1", reason: `topic id: expected ${ID_FORM} (got nothing)` },
    ],
  ],
])("lists what does not fit: %s", (_, change, expected) => {
  const data = buildSnapshot(rowsWith(change), META);
  expect(data.rejected).toEqual(expected);
  expect(data.rejectedTotal).toBe(expected.length);
});

test("a value that does not fit costs the value, not the actor", () => {
  const rows = rowsWith(({ actors, links }) => {
    actors.lat[0] = Number.POSITIVE_INFINITY;
    actors.lon[0] = 8;
    links.until[0] = "never";
  });
  const snapshot = new Snapshot(buildSnapshot(rows, META));
  expect([snapshot.actorCount, snapshot.linkCount]).toEqual([3, 2]);
  expect(snapshot.data.actors.lat[0]).toBeNaN();
  expect(dateText(snapshot.data.links.since[0] ?? 0)).toBe("2016");
  expect(snapshot.data.links.until[0]).toBe(0);
});

test("a topic with one name has it in both languages", () => {
  const data = buildSnapshot(
    rowsWith(({ topics }) => {
      topics.nameEn[0] = null;
    }),
    META,
  );
  expect(data.topics[0]).toEqual({ id: "ai", nameDe: "KI", nameEn: "KI", broader: 1 });
});

test("lists at most 100 misfits and counts all", () => {
  const actors = Array.from({ length: 250 }, (_, index) => `a${index + 100}:company`).join(";");
  const rows = rowsFromRecords(recordsFromText(actors));
  rows.actors.kind.fill("club");
  const data = buildSnapshot(rows, META);
  expect([data.rejected.length, data.rejectedTotal, data.rejected[0]?.id]).toEqual([
    100,
    250,
    "a100",
  ]);
});

test("the arrays lie in shared memory", () => {
  const { data } = graphFromText("ada -FUNDS-> bob");
  expect(data.actors.kind.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(structuredClone(data).links.source.buffer.byteLength).toBe(4);
});
