/**
 * What the tests need besides npm packages: Chromium, Java and Maven, Python with networkx and scipy, programs that
 * open the files of a hand-out. In CI on Debian they are installed when missing and their absence is a failure; on a
 * person's machine the parts that need them are skipped with one line.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pythonPath } from "./python/python.ts";

export const isCi = process.env.CI === "true";

interface Need {
  what: string;
  packages: string[];
  isThere: () => boolean;
  skipped: string;
}

const NEEDS: Need[] = [
  {
    what: "Chromium",
    packages: ["chromium"],
    isThere: () => chromiumPath() !== null,
    skipped: "the browser tests",
  },
  {
    what: "Java 17 and Maven",
    packages: ["openjdk-17-jdk-headless", "maven"],
    isThere: hasJava,
    skipped: "the tests on Neo4j and the check of slides against the schemas of OOXML",
  },
  {
    what: "Python 3 with networkx and scipy",
    packages: ["python3", "python3-networkx", "python3-scipy"],
    isThere: () => pythonPath() !== null,
    skipped: "the comparisons of the formulae with networkx and scipy",
  },
  {
    what: "LibreOffice Impress, Poppler and librsvg",
    packages: ["libreoffice-impress", "poppler-utils", "librsvg2-bin", "fonts-liberation"],
    isThere: hasOffice,
    skipped: "the hand-outs opened by other programs",
  },
];

/** Path of the browser: `CHROMIUM_PATH`, or where Debian and others put it; null when there is none. */
export function chromiumPath(): string | null {
  const candidates = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** Whether what we hand out can be opened by other programs than ours. */
export function hasOffice(): boolean {
  const isPopplerThere = runs("pdftotext", "-v") && runs("pdftoppm", "-v");
  return isPopplerThere && runs("rsvg-convert", "--version") && runs("soffice", "--version");
}

/** Whether the schemas of OOXML can be asked: with Java and, the first time, Maven. */
export function hasJava(): boolean {
  return runs("java", "-version") && runs("mvn", "-v");
}

/** Installs in CI what is missing; returns false when CI cannot go on. Says what it does. */
export function prepareEnvironment(say: (line: string) => void): boolean {
  let complete = true;
  for (const need of NEEDS) {
    if (need.isThere()) continue;
    if (!isCi) {
      say(`${need.what} not found: ${need.skipped} are skipped.`);
      continue;
    }
    say(`${need.what} not found: installing ${need.packages.join(", ")}.`);
    installPackages(need.packages);
    if (!need.isThere()) {
      say(
        `${need.what} could not be installed: ${need.skipped} cannot run, which is a failure in CI.`,
      );
      complete = false;
    }
  }
  return complete;
}

function installPackages(packages: string[]): void {
  const options = {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
}

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: "ignore" }).status === 0;
}
