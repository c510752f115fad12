/**
 * `npm run bench:workshop [-- --only scenes|files] [--gates]`: how fast a presentation moves on where each of 100 scenes
 * shows 5,000 actors, and how long files of 20 scenes take, both in Chromium on the built service. Prints tables and
 * writes `test/bench/out/workshop.json`.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { endAll, endOnSignals, temporaryFolder } from "./endings.ts";
import { machine, versions } from "./machine.ts";
import { progress } from "./progress.ts";
import { ms, table } from "./table.ts";
import { type FileTimes, measureFiles } from "./workshop-files.ts";
import { measureScenes, type SceneTimes } from "./workshop-scenes.ts";

const root = new URL("../..", import.meta.url).pathname;
const out = path.join(root, "test/bench/out/workshop.json");
const LIMITS = { sceneMs: 300, pptxMs: 15_000, htmlBytes: 2_000_000 } as const;

const { values: options } = parseArgs({
  options: { only: { type: "string" }, gates: { type: "boolean" } },
});
if (options.only !== undefined && options.only !== "scenes" && options.only !== "files") {
  throw new Error(`--only: expected scenes or files (got ${options.only})`);
}
endOnSignals();
process.exitCode = await main().finally(endAll);

interface Goal {
  what: string;
  limit: number;
  value: number | null;
  isReached: boolean | null;
}

async function main(): Promise<number> {
  const say = progress("workshop");
  const folder = mkdtempSync(path.join(await temporaryFolder(), "workshop-"));
  const scenes = options.only === "files" ? null : await measureScenes(folder, say);
  const files = options.only === "scenes" ? null : await measureFiles(say);
  const goals = goalsOf(typeof scenes === "string" ? null : scenes, files);
  const result = {
    date: new Date().toISOString(),
    command: ["npm run bench:workshop --", ...process.argv.slice(2)].join(" "),
    machine: machine(),
    versions: versions(),
    scenes,
    files,
    goals,
  };
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(reportOf(scenes, files, goals));
  console.log(`\nWritten to ${path.relative(root, out)}.`);
  return options.gates && goals.some(({ isReached }) => isReached === false) ? 1 : 0;
}

function goalsOf(scenes: SceneTimes | null, files: FileTimes | null): Goal[] {
  const goal = (what: string, limit: number, value: number | null | undefined): Goal => ({
    what,
    limit,
    value: value ?? null,
    isReached: value === null || value === undefined ? null : value <= limit,
  });
  return [
    goal("next of 100 scenes shown, p95, ms", LIMITS.sceneMs, scenes?.moved.p95Ms),
    goal("PowerPoint of 20 scenes, ms", LIMITS.pptxMs, files?.pptx.ms),
    goal("one HTML file of the seed, bytes", LIMITS.htmlBytes, files?.html.bytes),
  ];
}

function reportOf(
  scenes: SceneTimes | string | null,
  files: FileTimes | null,
  goals: readonly Goal[],
): string {
  const parts: string[] = [];
  if (typeof scenes === "string") parts.push(scenes);
  else if (scenes) {
    const row = (name: string, { medianMs, p95Ms, maxMs }: SceneTimes["moved"]) => [
      name,
      ms(medianMs),
      ms(p95Ms),
      ms(maxMs),
    ];
    parts.push(
      `${scenes.scenes} scenes, ${scenes.actors} actors and ${scenes.lines} lines in each`,
      table(
        ["from the key to the picture", "median ms", "p95 ms", "max ms"],
        [
          row("the speaker waits a moment", scenes.moved),
          row("as fast as it goes", scenes.hurried),
        ],
      ),
    );
  }
  if (files) {
    parts.push(
      `The two stories of the seed together, ${files.scenes} scenes`,
      table(
        ["file", "ms", "bytes"],
        (["pptx", "pdf", "html"] as const).map((name) => [
          name,
          ms(files[name].ms),
          String(files[name].bytes),
        ]),
      ),
    );
  }
  const reached = { true: "reached", false: "MISSED", null: "not measured" } as const;
  parts.push(
    table(
      ["goal", "limit", "measured", ""],
      goals.map(({ what, limit, value, isReached }) => [
        what,
        String(limit),
        value === null ? "–" : String(Math.round(value)),
        reached[`${isReached}`],
      ]),
    ),
  );
  return parts.join("\n\n");
}
