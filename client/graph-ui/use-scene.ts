/** The scene of the present view: asks what the layout needs and makes one scene of the answers. */
import type {
  GraphResult,
  NeighboursResult,
  OverviewResult,
} from "../../server/contract/explore.ts";
import type { Scene } from "../graph/scene.ts";
import { useLanguage } from "../i18n/language.ts";
import { actorName } from "../i18n/localised.ts";
import { useView } from "../state/view-store.ts";
import { useForceScene } from "./use-force-scene.ts";
import { useOverviewScene } from "./use-overview-scene.ts";
import { useRadialScene } from "./use-radial-scene.ts";

/** The answer that the scene was made from, for the words around it. */
export type SceneFacts =
  | { layout: "groups"; overview: OverviewResult }
  | { layout: "force"; graph: GraphResult; total: { actors: number; links: number } }
  | { layout: "radial"; neighbours: NeighboursResult };

export interface SceneState {
  scene: Scene | null;
  facts: SceneFacts | null;
  /** `choosing`: nobody stands in the middle yet. */
  state: "waiting" | "failed" | "choosing" | "ready";
  error: unknown;
  retry: () => void;
}

export type NameOf = (ref: { name: string; nameEn: string | null }) => string;

const NAMES: Record<"de" | "en", NameOf> = {
  de: (ref) => actorName(ref, "de"),
  en: (ref) => actorName(ref, "en"),
};

export function useScene(): SceneState {
  const view = useView();
  const name = NAMES[useLanguage()];
  const groups = useOverviewScene(view, name, view.layout === "groups");
  const force = useForceScene(view, name, view.layout === "force");
  const radial = useRadialScene(view, name, view.layout === "radial");
  return { groups, force, radial }[view.layout];
}
