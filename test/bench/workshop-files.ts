/** The files of a story of 20 scenes, written in the browser from the press of the button to the download. */
import { statSync } from "node:fs";
import { openBrowser } from "../e2e/browser.ts";
import { Shelf } from "../e2e/teller.ts";
import { startService } from "../service.ts";
import { atEnd } from "./endings.ts";
import { once } from "./measure.ts";

const BUTTONS = { pptx: "PowerPoint", pdf: "PDF", html: "Eine HTML-Datei" } as const;
type Format = keyof typeof BUTTONS;

export type FileTimes = { scenes: number } & Record<Format, { ms: number; bytes: number }>;

export async function measureFiles(say: (line: string) => void): Promise<FileTimes> {
  const service = await startService();
  const stop = atEnd(() => service.stop());
  const shelf = new Shelf(service.address);
  const stories = await Promise.all((await shelf.list()).map(({ id }) => shelf.read(id)));
  const scenes = stories.flatMap(({ story }, place) =>
    story.scenes.map((scene) => ({ ...scene, id: `${place}-${scene.id}` })),
  );
  const [first] = stories;
  if (!first) throw new Error("files: expected the stories of the seed (got none)");
  const { id } = await shelf.keep({ ...first.story, scenes });
  const browser = await openBrowser();
  const close = atEnd(() => browser.close());
  try {
    const { page } = browser;
    await page.goto(`${service.address}/?page=stories&story=${id}`);
    await page.getByRole("button", { name: "Weitergeben", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Weitergeben" });
    const timed = async (format: Format) => {
      const { value: download, ms } = await once(async () => {
        const [started] = await Promise.all([
          page.waitForEvent("download", { timeout: 120_000 }),
          dialog.getByRole("button", { name: BUTTONS[format] }).click(),
        ]);
        return started;
      });
      const bytes = statSync(await download.path()).size;
      say(`${format}: ${Math.round(ms)} ms, ${bytes} bytes`);
      return { ms, bytes };
    };
    return {
      scenes: scenes.length,
      pptx: await timed("pptx"),
      pdf: await timed("pdf"),
      html: await timed("html"),
    };
  } finally {
    await close();
    await stop();
  }
}
