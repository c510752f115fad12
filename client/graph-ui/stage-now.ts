/** The picture on the screen at this moment, for who keeps it: a scene of a story, a file to hand out. */
import type { Picture, Scene } from "../graph/scene.ts";
import type { SceneFacts } from "./use-scene.ts";

export interface StageNow {
  picture: Picture;
  /** CSS pixels. */
  size: { width: number; height: number };
  scene: Scene;
  facts: SceneFacts | null;
}

let read: (() => StageNow | null) | null = null;

/** Returns the function that ends it. */
export function setStageNow(reader: () => StageNow | null): () => void {
  read = reader;
  return () => {
    if (read === reader) read = null;
  };
}

/** `null` where there is no picture: a table, a matrix, or nothing drawn yet. */
export function stageNow(): StageNow | null {
  return read?.() ?? null;
}
