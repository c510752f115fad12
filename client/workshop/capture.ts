/** The present view as a scene: what is looked at, from where, who is named, and a title in both languages. */
import type { QueryClient } from "@tanstack/react-query";
import type { ActorRef } from "../../server/contract/actor.ts";
import type { SceneRecord } from "../../server/contract/stories.ts";
import { LONGEST_TITLE, SCENE_PARTS } from "../../server/contract/story-words.ts";
import { question } from "../api.ts";
import { placesOf, planeViewOf } from "../graph/arrangement.ts";
import { partsOf, presentParts } from "../graph/reveal.ts";
import { stageNow } from "../graph-ui/stage-now.ts";
import { actorName } from "../i18n/localised.ts";
import { writeView } from "../state/url.ts";
import type { View } from "../state/view.ts";
import { namedIds } from "./named-ids.ts";
import type { CapturedScene } from "./story-changes.ts";
import { textIn } from "./words.ts";

/** Beyond it a view names so many that its title says enough. */
const MOST_NAMED = 60;

export async function captureScene(view: View, client: QueryClient): Promise<CapturedScene> {
  const stage = stageNow();
  const names = await namesOf(namedIds(view).slice(0, MOST_NAMED), client);
  const scene: SceneRecord = {
    id: newSceneId(),
    title: titleOf(view, names),
    caption: { de: "", en: "" },
    notes: { de: "", en: "" },
    view: writeView(view),
    camera:
      stage === null || stage.picture.isFramed()
        ? null
        : planeViewOf(stage.picture.camera(), stage.size),
    arrangement: null,
    steps: stepsOf(view),
    names,
  };
  const places = stage && placesOf(stage.scene);
  return {
    scene,
    arrangement: places && { ids: [...places.ids], x: [...places.x], y: [...places.y] },
  };
}

export function newSceneId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Somebody the service does not know is named by the id: the scene says that it is gone. */
async function namesOf(ids: readonly string[], client: QueryClient): Promise<SceneRecord["names"]> {
  const answers = await Promise.allSettled(
    ids.map((id) => client.fetchQuery(question("actor", [["id", id]]))),
  );
  return answers.map((answer, place) => {
    const id = ids[place] ?? "";
    if (answer.status === "rejected") return { id, name: id, nameEn: null };
    const { name, nameEn } = answer.value.actor;
    return { id, name, nameEn };
  });
}

/** The two groups, then the bridges, then the missing pairs, then who introduces: a pair is told in this order. */
function stepsOf(view: View): SceneRecord["steps"] {
  const stage = stageNow();
  if (view.page !== "opportunities" || stage === null) return [];
  return presentParts(partsOf(stage.scene), SCENE_PARTS)
    .filter((part) => part !== "links")
    .map((part) => (part === "groups" ? ["groups", "links"] : [part]));
}

function titleOf(view: View, names: SceneRecord["names"]): SceneRecord["title"] {
  const of = (language: "de" | "en") => {
    const [first, second] = subjectsOf(view).map((id) => {
      const known = names.find((one) => one.id === id);
      return known ? actorName(known as Pick<ActorRef, "name" | "nameEn">, language) : id;
    });
    const between = view.page === "paths" && view.panel === null ? " → " : " × ";
    if (first !== undefined) return second === undefined ? first : first + between + second;
    return textIn(language, `sceneTitle.${plainKind(view)}`);
  };
  return { de: of("de").slice(0, LONGEST_TITLE), en: of("en").slice(0, LONGEST_TITLE) };
}

function subjectsOf({ page, panel, paths, opportunities, layout, centre }: View): string[] {
  if (panel?.kind === "cross-link") return [panel.a, panel.b];
  if (panel) return [panel.id];
  if (page === "opportunities" && opportunities.pair) {
    return [opportunities.pair.a, opportunities.pair.b];
  }
  if (page === "paths" && paths.task === "path") {
    return [paths.from, paths.to].filter((id) => id !== null);
  }
  return page === "explore" && layout === "radial" && centre !== null ? [centre] : [];
}

function plainKind({ page, mode, layout }: View): string {
  if (page === "paths") return "paths";
  if (page === "opportunities") return "opportunities";
  if (mode !== "picture") return mode;
  return layout;
}
