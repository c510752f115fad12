/** Which entries the legend of a picture has, and their words; whoever draws it gives each its shape. */
import type { TFunction } from "i18next";
import { ACTOR_KINDS, type ActorKind } from "../../server/contract/vocabulary.ts";
import type { Scene } from "../graph/scene.ts";

export interface LegendOptions {
  /** What the area of a disc says. */
  sizeOf: "members" | "links";
  /** Why something is pale. */
  fadedBy: "filters" | "path";
}

/** What else than the kinds of actors can need an explanation, in the order of the legend. */
export type LegendMark =
  | "size"
  | "ribbon"
  | "bridges"
  | "suggested"
  | "broker"
  | "both"
  | "link"
  | "strong"
  | "membership"
  | "faded";

export type LegendItem = { text: string } & (
  | { mark: LegendMark; kind?: never }
  | { mark: "kind"; kind: ActorKind }
);

export type LegendWords = TFunction<["legend", "vocabulary"]>;

/** Only what is in view. */
export function legendOf(scene: Scene, options: LegendOptions, t: LegendWords): LegendItem[] {
  const kinds = kindsOf(explainedOf(scene, options)).map(
    (kind): LegendItem => ({
      mark: "kind",
      kind,
      text: t(`vocabulary:kind.${kind}`, { count: 2 }),
    }),
  );
  return [...kinds, ...marksOf(scene, options, t)];
}

/** Beside a path that is lit, the pale rest needs no explanation but that it is pale. */
function isLit(scene: Scene, { fadedBy }: LegendOptions): boolean {
  return fadedBy === "path" && scene.nodes.some((node) => node.strong);
}

function explainedOf(scene: Scene, options: LegendOptions): Scene {
  if (!isLit(scene, options)) return scene;
  return {
    nodes: scene.nodes.filter((node) => !node.faded),
    edges: scene.edges.filter((edge) => !edge.faded),
  };
}

function kindsOf(scene: Scene): ActorKind[] {
  const present = new Set(scene.nodes.map((node) => node.kind));
  return ACTOR_KINDS.filter((kind) => present.has(kind));
}

function marksOf(scene: Scene, options: LegendOptions, t: LegendWords): LegendItem[] {
  const explained = explainedOf(scene, options);
  const plain = explained.edges.filter((edge) => edge.pattern === undefined);
  const roles = new Set(plain.map((edge) => edge.role));
  const patterns = new Set(scene.edges.map((edge) => edge.pattern));
  const hasDiscs = explained.nodes.some((node) => node.role === "disc");
  const hasRibbons = roles.has("ribbon");
  const present: [isPresent: boolean, mark: LegendMark, text: string][] = [
    [hasDiscs && !isLit(scene, options), "size", `size.${options.sizeOf}`],
    [hasRibbons, "ribbon", patterns.size > 1 ? "recorded" : "ribbon"],
    [hasRibbons && scene.edges.some(({ bridges }) => bridges > 0), "bridges", "bridges"],
    [patterns.has("dashed"), "suggested", "suggested"],
    [scene.nodes.some(({ mark }) => mark === "broker"), "broker", "broker"],
    [patterns.has("solid"), "both", "both"],
    [plain.some(({ role, strong }) => role === "link" && !strong), "link", "link"],
    [scene.edges.some(({ strong }) => strong), "strong", "strong"],
    [roles.has("membership"), "membership", "membership"],
    [scene.nodes.some(({ faded }) => faded), "faded", `faded.${options.fadedBy}`],
  ];
  return present.flatMap(([isPresent, mark, text]) => (isPresent ? [{ mark, text: t(text) }] : []));
}
