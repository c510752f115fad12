/**
 * Builds the template of the page that is one file: program, styles and fonts are packed into `index.html`, and nothing
 * else is written. Title, language and package are put in by the service, for each story.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, transformWithOxc } from "vite";
import { onlySpokenLanguages } from "../vite.config.ts";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const TEMPLATE = "template.html";
const LOADER = /<script>\s*"%LOADER%";\s*<\/script>/;

/** A page that is one file cannot load a second one as a worker, and what writes PDF and PPTX is larger than all else. */
const INSTEAD = new Map([
  [here("../layout/spawn.ts"), here("no-worker.ts")],
  [here("../handout/pdf.ts"), here("no-documents.ts")],
  [here("../handout/pptx.ts"), here("no-documents.ts")],
]);

function ownParts(): Plugin {
  return {
    name: "own-parts",
    enforce: "pre",
    resolveId: (id, importer) =>
      id.startsWith(".") && importer
        ? (INSTEAD.get(path.resolve(path.dirname(importer), id)) ?? null)
        : null,
  };
}

function oneFile(): Plugin {
  return {
    name: "one-file",
    // After the styles have been gathered.
    enforce: "post",
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const programs = files.flatMap((file) => (file.type === "chunk" ? [file.code] : []));
      const others = files.flatMap((file) => (file.type === "asset" ? [file] : []));
      const styles = others.filter(({ fileName }) => fileName.endsWith(".css"));
      const [program = ""] = programs;
      if (programs.length !== 1 || styles.length !== 1 || others.length !== 1) {
        const names = files.map(({ fileName }) => fileName).join(", ");
        throw new Error(`one file: expected one program and one sheet of styles (got ${names})`);
      }
      for (const { fileName } of files) delete bundle[fileName];
      const loader = await loaderText();
      const values: Readonly<Record<string, string>> = {
        "%POLICY%": policy([loader, program]),
        "%ICON%": `data:image/svg+xml;base64,${readFileSync(here("../public/favicon.svg"), "base64")}`,
        "%STYLE%": packed(String(styles[0]?.source)),
        "%PROGRAM%": packed(program),
      };
      const page = readFileSync(here("index.html"), "utf8");
      const source = page
        .replace(/%[A-Z]+%/g, (mark) => values[mark] ?? mark)
        .replace(LOADER, () => `<script>${loader}</script>`);
      this.emitFile({ type: "asset", fileName: TEMPLATE, source });
    },
  };
}

async function loaderText(): Promise<string> {
  const file = here("loader.ts");
  const { code } = await transformWithOxc(readFileSync(file, "utf8"), file, { target: "es2017" });
  const text = code.replace(/^\/\*\*.*?\*\/\s*/s, "").trim();
  // Either would end the script, or begin what only a comment ends.
  if (/<\/script|<!--|\r/i.test(text)) throw new Error("loader: expected no markup in its text");
  return text;
}

/** Letters that mean nothing in HTML. */
function packed(text: string): string {
  return gzipSync(text, { level: 9 }).toString("base64");
}

/** Only these two texts run, and nothing is fetched; the rest of the page may name pictures that lie in it. */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

export default defineConfig({
  root: here("."),
  publicDir: false,
  plugins: [react(), onlySpokenLanguages(), ownParts(), oneFile()],
  build: {
    outDir: here("../../dist/offline"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    reportCompressedSize: false,
    modulePreload: false,
    rolldownOptions: {
      input: here("main.tsx"),
      // Only what preloads further files asks for it.
      transform: { define: { "import.meta": "{}" } },
      output: { format: "iife", codeSplitting: false },
    },
  },
});
