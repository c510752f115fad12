/** Worker of worker.test.ts: answers each message with its own data, through a TypeScript import. */
import { parentPort, workerData } from "node:worker_threads";
import { ACTOR_KINDS, type ActorKind } from "../../../server/contract/vocabulary.ts";

const first: ActorKind = ACTOR_KINDS[0];

parentPort?.on("message", (message: unknown) => {
  parentPort?.postMessage({ workerData, message, first });
});
