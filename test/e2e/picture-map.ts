/**
 * Where things lie in the picture. A canvas has no elements to ask for, so the places are computed as the picture
 * computes them: the service's answers → scene → camera that shows all of it. Whoever points there checks by the
 * tooltip that it is the right one.
 */
import type { Page } from "playwright-core";
import { boundsOf, toScreen } from "../../client/graph/camera.ts";
import { CameraMan } from "../../client/graph/camera-man.ts";
import { pointOn } from "../../client/graph/geometry.ts";
import { overviewScene } from "../../client/graph/model.ts";
import { Motion } from "../../client/graph/motion.ts";
import type { Scene } from "../../client/graph/scene.ts";
import { pairId } from "../../client/graph/scene-options.ts";
import { filterEntries, readView } from "../../client/state/url.ts";
import { filterCount } from "../../client/state/view.ts";
import { groupResult, overviewResult } from "../../server/contract/explore.ts";

/** Along a ribbon, from its middle outwards: where discs and other ribbons do not cover it. */
const RIBBON_POINTS = [0.5, 0.44, 0.56, 0.38, 0.62, 0.3, 0.7, 0.22, 0.78, 0.14, 0.86];

export interface Point {
  x: number;
  y: number;
}

export interface PictureMap {
  scene: Scene;
  /** Middle of a disc, in CSS pixels of the picture's box. */
  node(id: string): Point;
  /** Points on a ribbon; the first is its middle. */
  ribbon(a: string, b: string): Point[];
}

/** The picture by group with the camera untouched; `name` chooses the language of the labels. */
export async function mapPicture(
  page: Page,
  name: (actor: { name: string; nameEn: string | null }) => string,
): Promise<PictureMap> {
  const url = new URL(page.url());
  const view = readView(url.search);
  const filters = filterEntries(view.filters);
  const kinds: [string, string] = ["groupKinds", view.groupKinds.join(",")];
  const ask = async (path: string, parameters: readonly (readonly [string, string])[]) => {
    const search = new URLSearchParams(parameters.map(([key, value]) => [key, value]));
    const response = await fetch(`${url.origin}${path}?${search}`);
    if (!response.ok)
      throw new Error(`${response.url}: expected an answer, got ${response.status}`);
    return response.json();
  };
  const overview = overviewResult.parse(await ask("/api/overview", [...filters, kinds]));
  const unfiltered =
    filterCount(view.filters) > 0
      ? overviewResult.parse(await ask("/api/overview", [kinds]))
      : null;
  const opened = await Promise.all(
    view.open.map(async (id) =>
      groupResult.parse(await ask(`/api/groups/${id}`, [...filters, ["limit", "300"]])),
    ),
  );
  const scene = overviewScene(overview, opened, { name, evidence: view.evidence, unfiltered });
  const size = await page
    .locator(".stage__picture")
    .evaluate((box) => ({ width: box.clientWidth, height: box.clientHeight }));
  return mapScene(scene, size);
}

function mapScene(scene: Scene, size: { width: number; height: number }): PictureMap {
  const motion = new Motion();
  motion.setScene(scene, null);
  const camera = new CameraMan(size);
  camera.bounds = boundsOf(scene.nodes);
  const home = camera.home();
  return {
    scene,
    node: (id) => {
      const draw = motion.byId.get(id);
      if (!draw) throw new Error(`Picture: expected a disc ${id}, found none`);
      return toScreen(home, size, draw.x, draw.y);
    },
    ribbon: (a, b) => {
      const draw = motion.edgeById.get(pairId(a, b));
      if (!draw) throw new Error(`Picture: expected a ribbon ${pairId(a, b)}, found none`);
      return RIBBON_POINTS.map((t) => {
        const { x, y } = pointOn(draw.curve, t);
        return toScreen(home, size, x, y);
      });
    },
  };
}
