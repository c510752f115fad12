/** `npm run seed -- [folder]` as a person runs it: what it prints, its exit code, and what lies in the store afterwards. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SMALL_SEED, withSeedFolder } from "../fixtures/seed-folder.ts";

const root = new URL("../..", import.meta.url).pathname;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "querblick-seed-cli-"));
});
afterAll(() => rm(dataDir, { recursive: true }));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function seed(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "seed/cli.ts", ...args],
      { cwd: root, env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe("npm run seed", () => {
  it("loads, says what, and says the second time that nothing changed", async () => {
    await withSeedFolder({}, async (folder) => {
      const file = path.join(dataDir, "querblick.db");
      const read = `Read ${folder}:\n  3 actors, 1 project\n  2 links, 1 participation\n  2 sources, 2 topics, 0 reference counts\n`;
      expect(await seed([folder])).toEqual({
        code: 0,
        stdout: `${read}Loaded into ${file}: 11 records changed (revision 1).\n`,
        stderr: "",
      });
      expect(await seed([folder])).toEqual({
        code: 0,
        stdout: `${read}Nothing changed in ${file} (revision 1).\n`,
        stderr: "",
      });
    });
  });

  it("lists what is wrong and loads nothing", async () => {
    const actors = `${SMALL_SEED["actors.csv"]}x,X,club,,\ny,Y,hub,,s7\n`;
    await withSeedFolder({ "actors.csv": actors }, async (folder) => {
      const { code, stdout, stderr } = await seed([folder]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr.replace(/one of [^;]+/, "one of …")).toBe(
        [
          'actors.csv, row 5, column kind: expected one of …; came "club"',
          'actors.csv, row 6, column sourceIds: expected the id of a source in sources.csv; came "s7"',
          `2 problems in ${folder}; nothing was loaded.\n`,
        ].join("\n"),
      );
    });
  });

  it.each([
    [["--all"], {}, /expected one folder or none/],
    [["a", "b"], {}, /expected one folder or none/],
    [["no/such/folder"], {}, /no\/such\/folder: expected a folder; came none/],
    [["seed"], { NEO4J_URI: "http://localhost" }, /NEO4J_URI: expected an address/],
  ])("refuses %j with %o", async (args, env, message) => {
    const { code, stdout, stderr } = await seed(args, env);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(message);
  });
});
