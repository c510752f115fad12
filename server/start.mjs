/**
 * `npm start`: checks Node, builds what is missing or older than its sources, then runs the service in this
 * process. `npm run build` is the same with `--build`: builds in any case and runs nothing. Plain JavaScript
 * without packages, because it runs before anything is built.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [20, 19];
const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = path.join(root, "dist/build.json");
/** Folders with a build of their own, and a file that it leaves behind. */
const PARTS = {
  server: "dist/server/main.js",
  client: "dist/client/index.html",
  "client/offline": "dist/offline/template.html",
};
const results = Object.values(PARTS).map((file) => path.join(root, file));
/** What the builds are made of. */
const SOURCES = [
  "client",
  "server",
  "seed",
  "package.json",
  "package-lock.json",
  "tsconfig.base.json",
];
const SOURCE_ENDINGS = /\.(?:ts|tsx|mjs|css|html|svg|json|woff2)$/;

checkNode();
const hash = hashSources();
const isBuildOnly = process.argv.includes("--build");
if (!isBuildOnly && results.every((file) => existsSync(file)) && builtHash() === hash) {
  say("The build is up to date.");
} else await build();
if (!isBuildOnly) await import(new URL("../dist/server/main.js", import.meta.url).href);

function say(line) {
  console.log(`[start] ${line}`);
}

function fail(line) {
  console.error(`[start] ${line}`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    fail(`Node: expected ${OLDEST_NODE.join(".")} or newer (got ${process.versions.node}).`);
  }
}

function hashSources() {
  const sum = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesOf(source))) {
    sum
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return sum.digest("hex");
}

/** Paths relative to the root, always in the same order. */
function filesOf(source) {
  const full = path.join(root, source);
  if (path.extname(source) !== "") return existsSync(full) ? [source] : [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && SOURCE_ENDINGS.test(found.name))
    .map((found) =>
      path.relative(root, path.join(found.parentPath, found.name)).replaceAll("\\", "/"),
    )
    .sort();
}

function builtHash() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8")).hash;
  } catch {
    // No stamp, or half of one: build again.
    return undefined;
  }
}

async function build() {
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  if (!existsSync(vite)) fail("Vite is needed to build and not installed; run `npm ci` first.");
  say("Building the service and the client …");
  const start = performance.now();
  // A build that fails half-way must not pass for the one before.
  rmSync(stampFile, { force: true });
  await Promise.all(
    Object.keys(PARTS).map(async (part) => {
      const config = path.join(part, "vite.config.ts");
      const level = isBuildOnly ? "info" : "error";
      const code = await run(vite, "build", "--config", config, "--logLevel", level);
      if (code !== 0) fail(`The build of the ${part} failed with code ${code}.`);
    }),
  );
  writeFileSync(stampFile, `${JSON.stringify({ hash })}\n`);
  say(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

function run(script, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
