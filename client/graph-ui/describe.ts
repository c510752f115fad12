/** What the pointer or the keyboard is on, in words: for the tooltip and for screen readers. */
import type { TFunction } from "i18next";
import type { OverviewResult } from "../../server/contract/explore.ts";
import type { Scene, SceneEdge, SceneNode } from "../graph/scene.ts";
import type { TipText } from "./tip.ts";

export interface Described {
  scene: Scene;
  /** In the layout by group: sizes and counts of the groups. */
  overview: OverviewResult | null;
  /** Who is faded does not fit the filters; else it is only not what is looked at. */
  fadesByFilter: boolean;
  t: TFunction<["graph-ui", "common", "vocabulary"]>;
}

export function describeNode(node: SceneNode, { overview, fadesByFilter, t }: Described): TipText {
  const group = overview?.groups.find(({ id }) => id === node.id);
  const kind = t(`vocabulary:kind.${node.kind}`, { count: 1 });
  const lines = [group?.city ? t("kindAndPlace", { kind, place: group.city }) : kind];
  if (group) lines.push(t("common:count.members", { count: group.total }));
  else if (node.weight > 0 && node.role === "actor") {
    lines.push(t("common:count.links", { count: node.weight }));
  }
  if (group && group.size !== group.total) {
    lines.push(t("passing", { size: group.size, total: group.total }));
  } else if (node.faded && fadesByFilter) lines.push(t("faded"));
  if (node.hint) lines.push(...node.hint.split("\n"));
  else if (node.role === "hull") lines.push(t("opened"));
  return { title: node.label, lines };
}

export function describeEdge(edge: SceneEdge, described: Described): TipText {
  const { scene, overview, t } = described;
  const name = (id: string) => scene.nodes.find((node) => node.id === id)?.label ?? id;
  const title = t("pair", { a: name(edge.source), b: name(edge.target) });
  if (edge.hint !== undefined) return { title, lines: edge.hint.split("\n") };
  if (edge.role === "membership")
    return { title, lines: [t("vocabulary:type.MEMBER_OF.noun", { count: 1 })] };
  const pair = overview?.crossLinks.find(
    ({ a, b }) =>
      (a === edge.source && b === edge.target) || (b === edge.source && a === edge.target),
  );
  if (pair) return { title, lines: pairLines(pair, t) };
  if (edge.type !== null && edge.count === 1) {
    return { title, lines: [t(`vocabulary:type.${edge.type}.noun`, { count: 1 })] };
  }
  // What ends at an actor of an opened group: links, joint projects and memberships together.
  if (edge.role === "ribbon") return { title, lines: [t("evidence", { count: edge.count })] };
  return { title, lines: [t("common:count.links", { count: edge.count })] };
}

/** „3 Verbindungen“, „5 gemeinsame Projekte“, „2 gemeinsame Mitglieder“: what is zero is left out. */
function pairLines(
  pair: { links: number; projects: number; bridges: number },
  t: Described["t"],
): string[] {
  const lines: string[] = [];
  if (pair.links > 0) lines.push(t("common:count.links", { count: pair.links }));
  if (pair.projects > 0) lines.push(t("common:count.projects", { count: pair.projects }));
  if (pair.bridges > 0) lines.push(t("common:count.bridges", { count: pair.bridges }));
  return lines;
}
