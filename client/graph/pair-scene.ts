/** Two groups that should meet: their members, the bridges between them, and the suggested pairs. Pure. */
import type { OpportunityView } from "../../server/contract/opportunities.ts";
import type { Scene } from "./scene.ts";
import type { SceneOptions } from "./scene-options.ts";

export function pairScene(opportunity: OpportunityView, { name }: SceneOptions): Scene {
  const { a, b } = opportunity;
  return {
    nodes: [a, b].map((group, index) => ({
      id: group.id,
      x: index * 400,
      y: 0,
      r: 60,
      label: name(group),
      short: null,
      kind: group.kind,
      role: "disc",
      parent: null,
      weight: 1,
      faded: false,
    })),
    edges: [],
  };
}
