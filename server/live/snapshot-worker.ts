/** The thread that reads the graph over its own connection and builds each next snapshot while the last one serves. */
import { workerData } from "node:worker_threads";
import { buildWithAliases } from "../snapshot/build.ts";
import type { SnapshotData } from "../snapshot/snapshot.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { freeMemory } from "./free-memory.ts";
import { GraphReader, type GraphReading } from "./graph-reader.ts";
import type { SnapshotAnswer, SnapshotQuestion, SnapshotWorkerInput } from "./messages.ts";
import { answerQuestions } from "./worker-link.ts";

const { location } = workerData as SnapshotWorkerInput;
let opened: { store: Store; reader: GraphReader; last?: SnapshotData } | undefined;

/** Builds quicker than this are practised. */
const PRACTISED_MS = 250;
const PRACTICE_RUNS = 3;

/** A small graph is built a few times more, so that the first change does not wait for the engine to compile. */
function settle({ rows, meta }: GraphReading, buildMs: number): void {
  if (buildMs < PRACTISED_MS) {
    for (let run = 0; run < PRACTICE_RUNS; run += 1) buildWithAliases(rows, meta);
  }
  freeMemory();
}

answerQuestions<SnapshotQuestion, SnapshotAnswer>(async (question) => {
  if (question.kind === "close") {
    await opened?.store.close();
    return { kind: "closed" };
  }
  if (!opened) {
    const store = await openStore(location);
    opened = { store, reader: new GraphReader(store) };
  }
  const start = performance.now();
  const reading = await opened.reader.read(question.isWhole);
  if (!reading) return { kind: "unchanged" };
  const read = performance.now();
  const build = buildWithAliases(reading.rows, reading.meta, opened.last);
  opened.last = build.data;
  const buildMs = performance.now() - read;
  // After the answer has gone out.
  if (reading.isWhole) setTimeout(() => settle(reading, buildMs), 0);
  return { kind: "built", build, isWhole: reading.isWhole, readMs: read - start, buildMs };
});
