/** The thread that reads the graph over its own connection and builds each next snapshot while the last one serves. */
import { workerData } from "node:worker_threads";
import { buildWithAliases } from "../snapshot/build.ts";
import type { SnapshotData } from "../snapshot/snapshot.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { GraphReader } from "./graph-reader.ts";
import type { SnapshotAnswer, SnapshotQuestion, SnapshotWorkerInput } from "./messages.ts";
import { answerQuestions } from "./worker-link.ts";

const { location } = workerData as SnapshotWorkerInput;
let opened: { store: Store; reader: GraphReader; last?: SnapshotData } | undefined;

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
  return { kind: "built", build, isWhole: reading.isWhole, readMs: read - start, buildMs };
});
