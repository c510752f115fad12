/** Load, snapshot and visible change, through the real store and the same follower as in the service. */
import type { ActorRecord, LinkRecord } from "../../server/contract/records.ts";
import type { Live } from "../../server/live/live.ts";
import { openLive } from "../../server/live/open-live.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store, StoreLocation } from "../../server/store/store.ts";
import { atEnd } from "./endings.ts";
import type { Records } from "./horizon.ts";
import { once, timingOf } from "./measure.ts";
import type { StoreResult } from "./result.ts";

/** The follower only looks when it is told to: longer than any run. */
const NEVER_MS = 1_000_000_000;
const BY = "bench";

export interface StoreRuns {
  snapshots: number;
  changes: number;
}

/** Leaves the records in the database. */
export async function measureStore(
  location: StoreLocation,
  records: Records,
  runs: StoreRuns,
  say: (line: string) => void,
): Promise<StoreResult> {
  const store = await openStore(location);
  const close = atEnd(() => store.close());
  const change = { by: BY, what: "Loads the records of the bench", upsert: records };
  const load = await once(() => store.apply(change));
  say(`${location.engine}: ${load.value.changed} records applied in ${Math.round(load.ms)} ms`);
  const snapshot = await measureSnapshots(store, location, runs.snapshots);
  say(`${location.engine}: snapshot in ${Math.round(snapshot.total.medianMs)} ms`);
  const visible = await measureChanges(store, location, records, runs.changes);
  say(
    `${location.engine}: a change is visible in ${Math.round(visible.changeVisible.medianMs)} ms`,
  );
  await close();
  return { engine: location.engine, loadMs: load.ms, snapshot, ...visible };
}

async function measureSnapshots(
  store: Store,
  location: StoreLocation,
  runs: number,
): Promise<StoreResult["snapshot"]> {
  const readMs: number[] = [];
  const buildMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { live, built } = await follow(store, location);
    await live.close();
    const last = built.at(-1);
    if (!last) throw new Error("snapshot: expected one to be built (got none)");
    readMs.push(last.readMs);
    buildMs.push(last.buildMs);
  }
  return {
    read: timingOf(readMs),
    build: timingOf(buildMs),
    total: timingOf(readMs.map((ms, run) => ms + (buildMs[run] ?? Number.NaN))),
  };
}

async function measureChanges(
  store: Store,
  location: StoreLocation,
  { actors, links }: Records,
  runs: number,
): Promise<Pick<StoreResult, "changeVisible" | "changeApplied">> {
  const target = links.find(({ type }) => type === "MEMBER_OF")?.target ?? actors[0]?.id;
  if (target === undefined) throw new Error("bench: expected an actor to link to (got none)");
  const { live } = await follow(store, location);
  const appliedMs: number[] = [];
  const visibleMs: number[] = [];
  const ids: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    await isIndexed(live);
    const upsert = newcomer(run, target);
    const [{ id }] = upsert.actors;
    ids.push(id);
    const start = performance.now();
    await store.apply({ by: BY, what: "Adds an actor with a link", upsert });
    appliedMs.push(performance.now() - start);
    await live.refresh();
    const snapshot = live.snapshot();
    const isVisible = snapshot && snapshot.linksOf(snapshot.findActor(id)).length === 1;
    if (!isVisible) throw new Error(`bench: expected ${id} and its link in the new snapshot`);
    visibleMs.push(performance.now() - start);
  }
  await live.close();
  await store.apply({ by: BY, what: "Removes what it added", remove: { actors: ids } });
  return { changeVisible: timingOf(visibleMs), changeApplied: timingOf(appliedMs) };
}

/** A search waits for the index, which a worker builds after the snapshot: the change is made at rest. */
async function isIndexed(live: Live): Promise<void> {
  const snapshot = live.snapshot();
  if (!snapshot) throw new Error("bench: expected a snapshot (got none)");
  await live.search(snapshot, "newcomer", new AbortController().signal);
}

function newcomer(run: number, target: string): { actors: [ActorRecord]; links: [LinkRecord] } {
  const id = `bench-newcomer-${run}`;
  return {
    actors: [
      {
        id,
        name: `Newcomer ${run}`,
        kind: "startup",
        aliases: [],
        legalIds: [],
        topics: [],
        sourceIds: [],
      },
    ],
    links: [
      {
        id: `${id}-link`,
        source: id,
        target,
        type: "COLLABORATES_WITH",
        confidence: "stated",
        sourceIds: [],
      },
    ],
  };
}

/** A follower with a worker of its own; what its log says about each snapshot. */
async function follow(store: Store, location: StoreLocation) {
  const built: { readMs: number; buildMs: number }[] = [];
  const live = await openLive({
    store,
    location,
    pollMs: NEVER_MS,
    log: {
      info: (data) => {
        const times = snapshotTimes(data);
        if (times) built.push(times);
      },
      warn: (data, text) => console.error(text, data),
    },
  });
  return { live, built };
}

/** Times of reading and building where a line of the log tells them. */
export function snapshotTimes(data: object): { readMs: number; buildMs: number } | null {
  if (!("readMs" in data && "buildMs" in data)) return null;
  const { readMs, buildMs } = data;
  return typeof readMs === "number" && typeof buildMs === "number" ? { readMs, buildMs } : null;
}
