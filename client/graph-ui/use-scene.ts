/** The scene of the present view: asks what the layout needs and makes one scene of the answers. */
import type {
  GraphResult,
  NeighboursResult,
  OverviewResult,
} from "../../server/contract/explore.ts";
import type { OpportunityResult } from "../../server/contract/opportunities.ts";
import type { Scene } from "../graph/scene.ts";
import { useLanguage } from "../i18n/language.ts";
import { actorName } from "../i18n/localised.ts";
import { useView } from "../state/view-store.ts";
import { useForceScene } from "./use-force-scene.ts";
import { useOverviewScene } from "./use-overview-scene.ts";
import { usePairScene } from "./use-pair-scene.ts";
import { usePathsScene } from "./use-paths-scene.ts";
import { useRadialScene } from "./use-radial-scene.ts";

/** The answer that the scene was made from, for the words around it. */
export type SceneFacts =
  | { layout: "groups"; overview: OverviewResult }
  | { layout: "force"; graph: GraphResult; total: { actors: number; links: number } }
  | { layout: "radial"; neighbours: NeighboursResult }
  | { layout: "pair"; answer: OpportunityResult }
  | {
      layout: "paths";
      found: "none" | "paths" | "tree";
      /** Number of paths found. */
      paths: number;
      /** Drawn, the faded ones too. */
      actors: number;
      isAlone: boolean;
      /** There are more paths. */
      isCut: boolean;
    };

export interface SceneState {
  scene: Scene | null;
  facts: SceneFacts | null;
  /** `choosing`: nobody stands in the middle yet. */
  state: "waiting" | "failed" | "choosing" | "ready";
  error: unknown;
  retry: () => void;
}

const NOT_DRAWN: SceneState = {
  scene: null,
  facts: null,
  state: "waiting",
  error: null,
  retry: () => undefined,
};

export type NameOf = (ref: { name: string; nameEn: string | null }) => string;

const NAMES: Record<"de" | "en", NameOf> = {
  de: (ref) => actorName(ref, "de"),
  en: (ref) => actorName(ref, "en"),
};

export function useScene(): SceneState {
  const view = useView();
  const name = NAMES[useLanguage()];
  const isExplored = view.page === "explore";
  const groups = useOverviewScene(view, name, isExplored && view.layout === "groups");
  const force = useForceScene(view, name, isExplored && view.layout === "force");
  const radial = useRadialScene(view, name, isExplored && view.layout === "radial");
  const paths = usePathsScene(view, name, view.page === "paths");
  const pair = usePairScene(view, name, view.page === "opportunities");
  const explored = { groups, force, radial }[view.layout];
  return { explore: explored, paths, opportunities: pair, stories: NOT_DRAWN }[view.page];
}
