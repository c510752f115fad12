/** Who is marked, and who is lit or faded: written onto the drawn nodes and edges. */
import { FADED_ALPHA, type Light, type Target } from "./highlight.ts";
import type { Motion } from "./motion.ts";
import type { PictureSelection } from "./scene.ts";

export interface Marks {
  selection: PictureSelection;
  focus: Target | null;
  hover: Target | null;
}

export function styleScene(
  motion: Motion,
  light: Light | null,
  { selection, focus, hover }: Marks,
): void {
  const isAt = (target: Target | null, kind: "node" | "edge", id: string) =>
    target?.kind === kind && target.id === id;
  const entering = (id: string) => motion.enter.get(id) ?? 1;
  for (const draw of motion.nodes) {
    const { id, faded } = draw.node;
    draw.selected = selection.nodes.includes(id);
    draw.focused = isAt(focus, "node", id);
    draw.hovered = isAt(hover, "node", id);
    const isClear = (light === null || light.nodes.has(id)) && !faded;
    const isMarked = draw.selected || draw.focused || draw.hovered;
    draw.alpha = (isClear || isMarked ? 1 : FADED_ALPHA) * entering(id);
  }
  for (const draw of motion.edges) {
    const { id, source, target, faded } = draw.edge;
    draw.selected = selection.edge === id;
    draw.hovered = isAt(hover, "edge", id) || isAt(focus, "edge", id);
    draw.lit = light?.edges.has(id) === true;
    const isClear = (light === null || light.edges.has(id)) && !faded;
    draw.alpha =
      (isClear || draw.selected || draw.hovered ? 1 : FADED_ALPHA) *
      Math.min(entering(source), entering(target));
  }
}
