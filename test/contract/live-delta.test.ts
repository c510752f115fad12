/** The law of following: after any changes, what was built from the deltas equals what is built afresh. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActorRecord, LinkRecord, TopicRecord } from "../../server/contract/records.ts";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "../../server/contract/vocabulary.ts";
import { GraphReader } from "../../server/live/graph-reader.ts";
import { type Build, buildWithAliases } from "../../server/snapshot/build.ts";
import { openStore } from "../../server/store/open.ts";
import type { Change, Store } from "../../server/store/store.ts";

const ACTORS = 10;
const LINKS = 14;
const TOPICS = 3;

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "querblick-delta-"));
  store = await openStore({ engine: "sqlite", file: join(folder, "graph.db") });
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const actorId = (number: number) => `a${number}`;
const linkId = (number: number) => `l${number}`;
const topicId = (number: number) => `t${number}`;

const step = fc.record({
  /** 0–3 write an actor, 4–7 a link, 8 a topic; 9 removes an actor, 10 a link. */
  what: fc.nat(10),
  number: fc.nat(LINKS - 1),
  first: fc.nat(ACTORS - 1),
  second: fc.nat(ACTORS - 1),
  kind: fc.constantFrom(...ACTOR_KINDS),
  type: fc.constantFrom(...LINK_TYPES, "PART_OF" as const, "MEMBER_OF" as const),
  confidence: fc.constantFrom(...CONFIDENCES),
  text: fc.constantFrom("Ada", "Bob AG", "Köln", "München"),
  date: fc.option(fc.constantFrom("2016", "2017-05", "2019-04-01"), { nil: undefined }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What is in the store, to keep random changes possible. */
interface Model {
  actors: Set<string>;
  links: Map<string, { source: string; target: string }>;
  topics: Set<string>;
}

function changeOf(model: Model, random: Step): Change | undefined {
  const change = { by: "test", what: "something" };
  const actor = actorId(random.number % ACTORS);
  const link = linkId(random.number);
  if (random.what <= 3) {
    model.actors.add(actor);
    return { ...change, upsert: { actors: [actorOf(actor, random, model)] } };
  }
  if (random.what <= 7) {
    const [source, target] = [actorId(random.first), actorId(random.second)];
    const isPossible = model.actors.has(source) && model.actors.has(target) && source !== target;
    if (!isPossible) return undefined;
    model.links.set(link, { source, target });
    return { ...change, upsert: { links: [linkOf(link, source, target, random)] } };
  }
  if (random.what === 8) {
    const id = topicId(random.number % TOPICS);
    model.topics.add(id);
    const topic: TopicRecord = { id, nameDe: random.text, nameEn: random.text };
    return { ...change, upsert: { topics: [topic] } };
  }
  if (random.what === 9) {
    if (!model.actors.delete(actor)) return undefined;
    for (const [id, ends] of model.links) {
      if (ends.source === actor || ends.target === actor) model.links.delete(id);
    }
    return { ...change, remove: { actors: [actor] } };
  }
  return model.links.delete(link) ? { ...change, remove: { links: [link] } } : undefined;
}

function actorOf(id: string, random: Step, model: Model): ActorRecord {
  return {
    id,
    name: random.text,
    kind: random.kind,
    aliases: random.first % 2 === 0 ? [random.text, id] : [],
    city: random.text,
    ...(random.second % 2 === 0 ? { state: random.text, lat: 50, lon: random.first } : {}),
    ...(random.date === undefined ? {} : { start: random.date }),
    legalIds: [],
    topics: [...model.topics].slice(0, random.second % 3),
    sourceIds: [],
  };
}

function linkOf(id: string, source: string, target: string, random: Step): LinkRecord {
  return {
    id,
    source,
    target,
    type: random.type,
    confidence: random.confidence,
    ...(random.date === undefined ? {} : { since: random.date }),
    sourceIds: [],
  };
}

test("delta equals fresh build", { timeout: 120_000 }, async () => {
  let wholeReadings = 0;
  let deltaReadings = 0;
  const follower = new GraphReader(store);
  let last: Build | undefined;
  const model: Model = { actors: new Set(), links: new Map(), topics: new Set() };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 6 }), async (runs) => {
      for (const steps of runs) {
        for (const random of steps) {
          const change = changeOf(model, random);
          if (change) await store.apply(change);
        }
        const reading = await follower.read(false);
        if (reading) {
          last = buildWithAliases(reading.rows, reading.meta, last?.data);
          if (reading.isWhole) wholeReadings += 1;
          else deltaReadings += 1;
        }
        const fresh = await new GraphReader(store).read(true);
        if (!fresh || !last) throw new Error("expected a reading");
        expect(last).toEqual(buildWithAliases(fresh.rows, fresh.meta));
        expect(last.data.actors.count).toBe(model.actors.size);
        expect(last.data.links.count).toBe(model.links.size);
        expect(last.data.rejected).toEqual([]);
      }
    }),
    { seed: 11, numRuns: 60, endOnFailure: true },
  );
  expect(wholeReadings).toBe(1);
  expect(deltaReadings).toBeGreaterThan(50);
});
