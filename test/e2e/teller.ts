/** Stories in the words of their user, and what the service keeps of them. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { actions, api } from "../../server/contract/api.ts";
import type { Story, StoryResult } from "../../server/contract/stories.ts";
import { isVisible } from "./explorer.ts";

/** Asks the service as a program would. */
export class Shelf {
  readonly address: string;
  constructor(address: string) {
    this.address = address;
  }

  async keep(story: Story, id: string | null = null, replaces: number | null = null) {
    const body = { id, story, replaces, allowsMissing: true };
    return actions.keepStory.result.parse(await this.#post("/api/stories", body));
  }

  async share(id: string, embedOrigins: string[] = []): Promise<string> {
    const body = { id, isShared: true, embedOrigins };
    const answer = await this.#post("/api/stories/share", body);
    return actions.shareStory.result.parse(answer).sharing?.token ?? "";
  }

  async read(id: string): Promise<StoryResult> {
    const response = await fetch(`${this.address}/api/stories/${id}`);
    return api.story.result.parse(await response.json());
  }

  async list() {
    const response = await fetch(`${this.address}/api/stories`);
    return api.stories.result.parse(await response.json()).stories;
  }

  async #post(path: string, body: object): Promise<unknown> {
    const response = await fetch(this.address + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  }
}

/** The scene that is up, when its picture is drawn. */
export function sceneOf(page: Page): Locator {
  return page.locator(".scene").first();
}

export async function isUp(page: Page, title: string): Promise<void> {
  await isVisible(sceneOf(page).getByRole("heading", { name: title, exact: true }));
}

/** `3 / 9 · Schritt 2 von 4` as numbers: scene and step. */
export async function standsAt(page: Page, scene: number, step = 1): Promise<void> {
  await expect
    .poll(() => {
      const { searchParams } = new URL(page.url());
      return [Number(searchParams.get("scene") ?? 1), Number(searchParams.get("step") ?? 1)];
    })
    .toEqual([scene, step]);
}

/** The words of the picture that is up, for reading: it is drawn on a canvas or as SVG. */
export async function isOfflineReady(page: Page): Promise<void> {
  await expect.poll(() => page.locator(".show__offline").getAttribute("data-state")).toBe("ready");
}
