/** Where everything stood when somebody kept a picture, and putting a newer picture back there. */
import { boundsOf, type Size } from "./camera.ts";
import { FIT_MARGINS } from "./camera-man.ts";
import type { CameraState, Scene } from "./scene.ts";

/** Columns of one length; coordinates of the plane. */
export interface Places {
  ids: readonly string[];
  x: readonly number[];
  y: readonly number[];
}

/** Middle and size of what of the plane is in view. */
export interface PlaneView {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function placesOf({ nodes }: Scene): Places {
  return {
    ids: nodes.map(({ id }) => id),
    x: nodes.map(({ x }) => tenth(x)),
    y: nodes.map(({ y }) => tenth(y)),
  };
}

/** Who was not there yet stands where the layout puts it, moved along with the node that it lies in. */
export function arranged(scene: Scene, places: Places | null): Scene {
  if (places === null) return scene;
  const row = new Map(places.ids.map((id, index) => [id, index]));
  const moved = new Map<string, { dx: number; dy: number }>();
  const nodes = scene.nodes.map((node) => {
    const index = row.get(node.id);
    const along = node.parent === null ? undefined : moved.get(node.parent);
    const x = (index === undefined ? undefined : places.x[index]) ?? node.x + (along?.dx ?? 0);
    const y = (index === undefined ? undefined : places.y[index]) ?? node.y + (along?.dy ?? 0);
    moved.set(node.id, { dx: x - node.x, dy: y - node.y });
    return x === node.x && y === node.y ? node : { ...node, x, y };
  });
  return { ...scene, nodes };
}

/** What the camera shows in a container of this size. */
export function planeViewOf(camera: CameraState, size: Size): PlaneView {
  return {
    x: tenth(camera.x),
    y: tenth(camera.y),
    width: tenth(size.width / camera.zoom),
    height: tenth(size.height / camera.zoom),
  };
}

/** The camera that shows at least this much in a container of another size. */
export function cameraOf(view: PlaneView, size: Size): CameraState {
  return {
    x: view.x,
    y: view.y,
    zoom: Math.min(size.width / view.width, size.height / view.height),
  };
}

/**
 * The scene framed as if everything of it were revealed.
 *
 * @param factor how much larger than at the desk names are: so much more room they need around it
 */
export function framedAs(scene: Scene, whole: Scene, factor = 1): Scene {
  const frame = boundsOf(whole.nodes);
  const { left, top, right, bottom } = whole.margins ?? FIT_MARGINS;
  const margins = {
    left: left * factor,
    top: top * factor,
    right: right * factor,
    bottom: bottom * factor,
  };
  return frame === null ? scene : { ...scene, frame, margins };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
