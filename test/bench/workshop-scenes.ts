/** A presentation of 100 scenes on Horizon 2020, each with 5,000 actors: from the key to the next picture. */
import path from "node:path";
import type { Page } from "playwright-core";
import { graphResult } from "../../server/contract/explore.ts";
import { openStore } from "../../server/store/open.ts";
import { openBrowser } from "../e2e/browser.ts";
import { Shelf } from "../e2e/teller.ts";
import { scene, storyOf } from "../fixtures/story.ts";
import { readDataSet } from "./data-sets.ts";
import { atEnd } from "./endings.ts";
import { type Timing, timingOf } from "./measure.ts";
import { startWatched } from "./watched-service.ts";

const SCENES = 100;
const HURRIED = 30;
const PATIENCE_MS = 120_000;

export interface SceneTimes {
  scenes: number;
  actors: number;
  lines: number;
  /** What the next scene needs had been asked for while the speaker spoke. */
  moved: Timing;
  /** Pressed again as soon as the picture is there. */
  hurried: Timing;
}

/** Or why it was not measured. */
export async function measureScenes(
  folder: string,
  say: (line: string) => void,
): Promise<SceneTimes | string> {
  const set = await readDataSet("horizon");
  if (typeof set === "string") return set;
  const store = await openStore({ engine: "sqlite", file: path.join(folder, "querblick.db") });
  const { sources, topics, actors, links } = set.records;
  await store.apply({ by: "bench", what: set.title, upsert: { sources, topics, actors, links } });
  await store.close();
  say("the store is filled");
  const watched = await startWatched(folder);
  const { address } = watched.service;
  const graph = graphResult.parse(await (await fetch(`${address}/api/graph`)).json());
  const arrangement = { ids: graph.actors.id, x: graph.actors.x, y: graph.actors.y };
  // Every scene asks something else: the actors of another year, the others pale.
  const scenes = Array.from({ length: SCENES }, (_, place) =>
    scene(`s${place}`, {
      view: `?layout=force&year=${2014 + (place % 8)}&confidence=${["stated", "public_record", "general_knowledge"][place % 3]}&kinds=${["company,university,research_institute", "university", "research_institute,public_body", "company,association"][place % 4]}`,
      arrangement: 0,
      camera:
        place % 2 === 0
          ? null
          : { x: 100 * (place % 7), y: 80 * (place % 5), width: 2_000, height: 1_200 },
    }),
  );
  const { id } = await new Shelf(address).keep({ ...storyOf(scenes), arrangements: [arrangement] });
  say(`a story of ${SCENES} scenes, ${graph.actors.id.length} actors each`);
  const browser = await openBrowser({ reducedMotion: true });
  const close = atEnd(() => browser.close());
  try {
    const { page } = browser;
    const open = watchQuestions(page);
    await page.goto(`${address}/present/${id}`);
    await isShown(page, "s0");
    await page.evaluate(() => {
      window.addEventListener("keydown", () => performance.mark("key"), { capture: true });
    });
    const moved: number[] = [];
    for (let place = 1; place < SCENES; place += 1) {
      // What comes next is asked for when nothing else is to be done.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      await open.settled();
      moved.push(await timeKey(page, "ArrowRight", `s${place}`));
      if (place % 20 === 0) say(`${place} scenes`);
    }
    const hurried: number[] = [];
    for (let place = SCENES - 2; place >= SCENES - 1 - HURRIED; place -= 1) {
      hurried.push(await timeKey(page, "ArrowLeft", `s${place}`));
    }
    return {
      scenes: SCENES,
      actors: graph.actors.id.length,
      lines: graph.links.id.length,
      moved: timingOf(moved),
      hurried: timingOf(hurried),
    };
  } finally {
    await close();
    await watched.stop();
  }
}

async function timeKey(page: Page, key: string, scene: string): Promise<number> {
  await page.keyboard.press(key);
  await isShown(page, scene);
  // No named function in here: what the compiler adds to one does not exist in the page.
  return page.evaluate(() => {
    const shown = performance.getEntriesByName("scene-shown").at(-1)?.startTime ?? Number.NaN;
    const pressed = performance.getEntriesByName("key").at(-1)?.startTime ?? Number.NaN;
    return shown - pressed;
  });
}

async function isShown(page: Page, scene: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const mark = performance.getEntriesByName("scene-shown").at(-1);
      return mark instanceof PerformanceMark && mark.detail === wanted;
    },
    scene,
    { timeout: PATIENCE_MS },
  );
}

/** Questions to the service that have no answer yet. */
function watchQuestions(page: Page): { settled(): Promise<void> } {
  let open = 0;
  let done = () => {};
  page.on("request", (request) => {
    if (request.url().includes("/api/")) open += 1;
  });
  const end = (request: { url(): string }) => {
    if (!request.url().includes("/api/")) return;
    open -= 1;
    if (open === 0) done();
  };
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return {
    settled: async () => {
      if (open === 0) return;
      await new Promise<void>((resolve) => {
        done = resolve;
      });
    },
  };
}
