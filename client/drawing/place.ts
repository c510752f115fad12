/** A picture in its room on a page. */
import type { Size } from "../graph/camera.ts";
import type { Rectangle } from "../graph/rectangle-grid.ts";
import type { Box, Drawing, DrawingItem } from "./drawing.ts";
import { moved, reachOf } from "./shapes.ts";

/**
 * At the top of its room, in the middle or at the left. What sticks out of the room is covered in the picture's background: shapes
 * cannot be cut in every program that they are written for. Whatever else is on the page is drawn after it.
 */
export function placedIn(
  room: Rectangle,
  drawing: Drawing,
  page: Size,
  align: "left" | "center" = "center",
): DrawingItem[] {
  const spare = Math.max(0, room.width - drawing.width);
  const dx = room.x + (align === "center" ? spare / 2 : 0);
  const items = drawing.items.map((item) => moved(item, dx, room.y));
  return [...items, ...coversOf(room, items, page, drawing.background)];
}

function coversOf(
  room: Rectangle,
  items: readonly DrawingItem[],
  page: Size,
  background: string,
): Box[] {
  const reaches = items.map(reachOf);
  const right = room.x + room.width;
  const bottom = room.y + room.height;
  const cover = (x: number, y: number, width: number, height: number): Box => ({
    shape: "box",
    meaning: { of: "frame" },
    alpha: 1,
    x,
    y,
    width,
    height,
    radiusPx: 0,
    fill: background,
    stroke: null,
    strokePx: 0,
  });
  const sides: [isNeeded: boolean, cover: Box][] = [
    [reaches.some(({ x }) => x < room.x), cover(0, 0, room.x, page.height)],
    [reaches.some(({ y }) => y < room.y), cover(0, 0, page.width, room.y)],
    [
      reaches.some(({ x, width }) => x + width > right),
      cover(right, 0, page.width - right, page.height),
    ],
    [
      reaches.some(({ y, height }) => y + height > bottom),
      cover(0, bottom, page.width, page.height - bottom),
    ],
  ];
  return sides.flatMap(([isNeeded, box]) =>
    isNeeded && box.width > 0 && box.height > 0 ? [box] : [],
  );
}
