/**
 * In the hall: a story presented by keyboard, remote and finger, two windows in step, reloaded in the middle, and the
 * service gone in the middle.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { scene, storyOf } from "../fixtures/story.ts";
import { startService } from "../service.ts";
import { describeInBrowser, explore } from "./explore.ts";
import { isGone, isVisible, says } from "./explorer.ts";
import { isOfflineReady, isUp, Shelf, sceneOf, standsAt } from "./teller.ts";

/** A picture with steps, a matrix, a list, an actor, and paths. */
const STORY = storyOf(
  [
    scene("overview", { title: { de: "Der Überblick", en: "The overview" } }),
    scene("pair", {
      title: { de: "Zwei Gruppen", en: "Two groups" },
      view: "?page=opportunities&pair=software-cluster~hop",
      steps: [["groups", "links"], ["missing"], ["brokers"]],
      notes: { de: "Hier **langsam** sprechen.", en: "Speak **slowly** here." },
    }),
    scene("matrix", { title: { de: "Die Matrix", en: "The matrix" }, view: "?mode=matrix" }),
    scene("list", { title: { de: "Die Liste", en: "The list" }, view: "?mode=table&sort=-size" }),
    scene("actor", { title: { de: "Ein Akteur", en: "An actor" }, view: "?panel=actor:tum" }),
    scene("path", {
      title: { de: "Ein Weg", en: "A path" },
      view: "?page=paths&from=understand-ai&to=dfki",
    }),
  ],
  { title: { de: "Für den Saal", en: "For the hall" } },
);

/** Wherever the picture is drawn, its legend and what it counts stand below. */
const pictureOf = (page: Page) => sceneOf(page).locator(".scene-picture__canvas");

describeInBrowser("presenting", () => {
  it("goes by keyboard and by a presenter's remote, step by step, and back", async () => {
    await withStory(async (address, id) => {
      await explore({ address }, async ({ page }) => {
        await page.goto(`${address}/?page=stories&story=${id}`);
        await page.getByRole("button", { name: "Präsentieren" }).click();
        await isUp(page, "Der Überblick");
        await says(sceneOf(page), "52 Gruppen");
        await expect
          .poll(() => page.evaluate(() => document.fullscreenElement !== null))
          .toBe(true);
        await page.keyboard.press("ArrowRight");
        await standsAt(page, 2, 1);
        await isUp(page, "Zwei Gruppen");
        await page.keyboard.press("PageDown");
        await standsAt(page, 2, 2);
        await page.keyboard.press(" ");
        await standsAt(page, 2, 3);
        await page.keyboard.press("PageUp");
        await standsAt(page, 2, 2);
        await page.keyboard.press("End");
        await standsAt(page, 6);
        await isUp(page, "Ein Weg");
        await page.keyboard.press("ArrowRight");
        await standsAt(page, 6);
        await page.keyboard.press("Home");
        await standsAt(page, 1);
        await page.keyboard.press("4");
        await page.keyboard.press("Enter");
        await standsAt(page, 4);
        await isVisible(sceneOf(page).getByRole("table"));
        await page.keyboard.press("3");
        await page.keyboard.press("Enter");
        await isVisible(sceneOf(page).locator(".group-grid, [role=grid]").first());
        await page.keyboard.press("b");
        const black = page.getByRole("button", { name: "Bild wieder zeigen" });
        await isVisible(black);
        await page.keyboard.press("ArrowRight");
        await isGone(black);
        await standsAt(page, 4);
        await page.keyboard.press("Escape");
        await isVisible(page.getByRole("grid", { name: "Szenen" }));
        expect(new URL(page.url()).searchParams.get("scene")).toBe("list");
      });
    });
  });

  it("keeps the speaker's window in step, with notes, the next scene and a clock", async () => {
    await withStory(async (address, id) => {
      await explore({ address }, async ({ page }, { context }) => {
        await page.goto(`${address}/present/${id}`);
        await isUp(page, "Der Überblick");
        const opened = context.waitForEvent("page");
        await page.keyboard.press("s");
        const desk = await opened;
        await isUp(desk, "Der Überblick");
        await says(desk.getByRole("region", { name: "Als Nächstes" }), "Zwei Gruppen");
        await says(desk.getByRole("region", { name: "Notizen" }), "Für die Rednerin.");
        // The hall leads, the desk follows; and the other way round.
        await page.keyboard.press("ArrowRight");
        await standsAt(desk, 2, 1);
        await says(desk.getByRole("region", { name: "Notizen" }), "Hier langsam sprechen.");
        await desk.keyboard.press("PageDown");
        await standsAt(page, 2, 2);
        await desk.getByRole("button", { name: "Bild schwarz" }).click();
        await isVisible(page.getByRole("button", { name: "Bild wieder zeigen" }));
        await says(desk.locator("main"), "Der Saal sieht gerade nichts.");
        await desk.getByRole("button", { name: "Weiter", exact: true }).click();
        await standsAt(page, 2, 3);
        await isGone(page.getByRole("button", { name: "Bild wieder zeigen" }));
        await desk.getByRole("button", { name: "Uhr starten" }).click();
        await says(desk.getByRole("timer"), /00:0[1-9]/);
        // Reloaded in the middle, each comes back to where the other is.
        await page.reload();
        await isUp(page, "Zwei Gruppen");
        await standsAt(page, 2, 3);
        await page.keyboard.press("ArrowRight");
        await standsAt(desk, 3);
        await desk.reload();
        await isUp(desk, "Die Matrix");
        await desk.keyboard.press("ArrowLeft");
        await standsAt(page, 2, 3);
        await says(desk.getByRole("timer"), /00:[0-9][1-9]/);
      });
    });
  });

  it("goes on when the service is gone, to every scene and in both windows", async () => {
    const service = await startService();
    const { id } = await new Shelf(service.address).keep(STORY);
    const expected = /ERR_CONNECTION_REFUSED|Failed to load resource/;
    try {
      await explore({ address: service.address, expected }, async ({ page }, { context }) => {
        await page.goto(`${service.address}/present/${id}`);
        await isUp(page, "Der Überblick");
        const opened = context.waitForEvent("page");
        await page.keyboard.press("s");
        const desk = await opened;
        await isUp(desk, "Der Überblick");
        await isOfflineReady(page);
        await isOfflineReady(desk);
        await service.stop();
        await page.keyboard.press("2");
        await page.keyboard.press("Enter");
        await says(sceneOf(page), "vorgeschlagene Paare");
        await standsAt(desk, 2);
        await page.keyboard.press("3");
        await page.keyboard.press("Enter");
        await isVisible(sceneOf(page).locator("[role=grid]").first());
        await page.keyboard.press("ArrowRight");
        await isVisible(sceneOf(page).getByRole("table"));
        await page.keyboard.press("ArrowRight");
        await says(sceneOf(page), "Technische Universität München");
        await page.keyboard.press("ArrowRight");
        await isUp(page, "Ein Weg");
        await says(sceneOf(page), /\d+ Wege/);
        await standsAt(desk, 6);
      });
    } finally {
      await service.stop();
    }
  });

  it("shows nothing by accident where the pointer is, and is readable from the last row", async () => {
    await withStory(async (address, id) => {
      await explore({ address, webgl: false }, async ({ page }) => {
        await page.goto(`${address}/present/${id}`);
        await says(sceneOf(page), "52 Gruppen");
        const names = pictureOf(page).locator("svg text[font-weight]");
        await expect.poll(() => names.count()).toBeGreaterThan(10);
        const look = () => pictureOf(page).locator("svg").innerHTML();
        const before = await look();
        const box = await pictureOf(page).boundingBox();
        if (!box) throw new Error("Expected a picture.");
        for (const share of [0.2, 0.35, 0.5, 0.65, 0.8]) {
          await page.mouse.move(box.x + share * box.width, box.y + share * box.height);
        }
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        expect(await look()).toBe(before);
        expect(await page.locator(".tip:not([hidden])").count()).toBe(0);
        const sizes = await page.evaluate(() => ({
          name: parseFloat(
            document.querySelector(".scene svg [font-size]")?.getAttribute("font-size") ?? "0",
          ),
          legend: parseFloat(
            getComputedStyle(document.querySelector(".scene .legend__entry") ?? document.body)
              .fontSize,
          ),
          caption: parseFloat(
            getComputedStyle(document.querySelector(".scene__caption") ?? document.body).fontSize,
          ),
        }));
        expect(sizes.name).toBeGreaterThanOrEqual(20);
        expect(sizes.legend).toBeGreaterThanOrEqual(16);
        expect(sizes.caption).toBeGreaterThanOrEqual(22);
      });
    });
  });

  it.each([false, true])(
    "moves the camera smoothly, but not for who wants no movement (%s)",
    async (reducedMotion) => {
      const service = await startService();
      try {
        const zoom = (x: number, width: number) => ({
          camera: { x, y: 0, width, height: width / 2 },
        });
        const story = storyOf([scene("near", zoom(-300, 500)), scene("far", zoom(400, 2_000))]);
        const { id } = await new Shelf(service.address).keep(story);
        const options = { address: service.address, webgl: false, reducedMotion };
        await explore(options, async ({ page }) => {
          await page.goto(`${service.address}/present/${id}`);
          await says(sceneOf(page), "52 Gruppen");
          const places = await page.evaluate(async () => {
            const plane = document.querySelector(".scene-picture__canvas svg > g");
            const seen: string[] = [];
            const note = () => {
              const place = plane?.getAttribute("transform") ?? "";
              if (seen.at(-1) !== place) seen.push(place);
            };
            note();
            window.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
            // Until nothing has moved for a while.
            let still = 0;
            while (still < 30 || seen.length < 2) {
              const before = seen.length;
              await new Promise((resolve) => requestAnimationFrame(resolve));
              note();
              still = seen.length === before ? still + 1 : 0;
            }
            return seen;
          });
          if (reducedMotion) expect(places).toHaveLength(2);
          else expect(places.length).toBeGreaterThan(3);
        });
      } finally {
        await service.stop();
      }
    },
  );

  it("turns with a finger, and not with a short or a steep one", async () => {
    await withStory(async (address, id) => {
      await explore({ address }, async ({ page }) => {
        await page.goto(`${address}/present/${id}`);
        await isUp(page, "Der Überblick");
        const client = await page.context().newCDPSession(page);
        const swipe = async (dx: number, dy: number) => {
          const from = { x: 700, y: 300 };
          const touch = (type: string, points: object[]) =>
            client.send("Input.dispatchTouchEvent", { type, touchPoints: points } as never);
          await touch("touchStart", [from]);
          await touch("touchMove", [{ x: from.x + dx / 2, y: from.y + dy / 2 }]);
          await touch("touchMove", [{ x: from.x + dx, y: from.y + dy }]);
          await touch("touchEnd", []);
        };
        await swipe(-30, 0);
        await swipe(-70, 200);
        await standsAt(page, 1);
        await swipe(-300, 20);
        await standsAt(page, 2);
        await swipe(300, -10);
        await standsAt(page, 1);
      });
    });
  });

  it("gives a code of the scene's read-only address, which others read and nobody changes", async () => {
    await withStory(async (address, id) => {
      await explore({ address }, async ({ page }) => {
        await page.goto(`${address}/present/${id}?scene=2`);
        await isUp(page, "Zwei Gruppen");
        await page.keyboard.press("q");
        const code = page.getByRole("dialog", { name: "Code zum Mitlesen" });
        await code.getByRole("button", { name: "Adresse anlegen" }).click();
        const shown = code.locator(".qr-overlay__address");
        await says(shown, /\/show\/[\w-]{22}\?scene=2$/);
        await isVisible(code.locator(".qr-overlay__code"));
        await says(code, "nur auf diesem Rechner");
        const link = (await shown.textContent()) ?? "";
        await page.goto(link);
        await isUp(page, "Zwei Gruppen");
        await page.getByRole("button", { name: "Weiter", exact: true }).click();
        await standsAt(page, 2, 2);
        expect(await page.getByText("langsam").count()).toBe(0);
        expect(await page.getByRole("textbox").count()).toBe(0);
        await page.getByRole("radio", { name: "EN" }).click();
        await isUp(page, "Two groups");
      });
    });
  });

  it("is embedded in the pages that the story names, and in no other", async () => {
    await withStory(async (address, id) => {
      const shelf = new Shelf(address);
      const pages = await Promise.all([hostPage(), hostPage()]);
      const [permitted, other] = pages;
      const token = await shelf.share(id, [permitted?.origin ?? ""]);
      for (const page of pages) page?.embed(`${address}/embed/${token}`);
      const { openBrowser } = await import("./browser.ts");
      const browser = await openBrowser();
      try {
        const { page } = browser;
        await page.goto(permitted?.origin ?? "");
        const frame = page.frameLocator("iframe");
        await isVisible(frame.getByRole("heading", { name: "Der Überblick", exact: true }));
        await frame.getByRole("button", { name: "Weiter" }).click();
        await isVisible(frame.getByRole("heading", { name: "Zwei Gruppen", exact: true }));
        expect(browser.problems).toEqual([]);
        await page.goto(other?.origin ?? "");
        await expect.poll(() => browser.problems.join()).toMatch(/frame-ancestors/);
        expect(await page.frameLocator("iframe").locator("h2").count()).toBe(0);
      } finally {
        await browser.close();
        for (const page of pages) page?.close();
      }
    });
  });
});

async function withStory(work: (address: string, id: string) => Promise<void>): Promise<void> {
  const service = await startService();
  try {
    const { id } = await new Shelf(service.address).keep(STORY);
    await work(service.address, id);
  } finally {
    await service.stop();
  }
}

/** Another site: a page with nothing but the frame. */
async function hostPage() {
  let address = "";
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><link rel="icon" href="data:,"><iframe src="${address}" width="900" height="600"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    embed: (story: string) => {
      address = story;
    },
    close: () => server.close(),
  };
}
