/** What is said between the service and its path worker. */
import type {
  ConnectAnswer,
  ConnectRequest,
  PathAnswer,
  PathRequest,
} from "../snapshot/path-search.ts";
import type { SnapshotData } from "../snapshot/snapshot.ts";

/** `cancel[0]` is set to 1 when nobody waits for the answer any more. */
export type PathQuestion =
  | { kind: "snapshot"; data: SnapshotData }
  | { kind: "paths"; request: PathRequest; cancel: Int32Array }
  | { kind: "connect"; request: ConnectRequest; cancel: Int32Array };

export type PathReply =
  | { kind: "ready" }
  | { kind: "cancelled" }
  | { kind: "paths"; answer: PathAnswer }
  | { kind: "connect"; answer: ConnectAnswer };
