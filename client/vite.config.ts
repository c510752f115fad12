/** Builds the browser's part into dist/client; in development it serves it and passes /api to the service. */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** react-aria brings its few words in thirty languages; the product speaks two. */
const KEPT_LOCALES = ["de-DE", "en-US"];
const LOCALE_FILE =
  /[\\/](?:react-aria|react-stately|react-aria-components)[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.m?js$/;

export function onlySpokenLanguages(): Plugin {
  return {
    name: "only-spoken-languages",
    enforce: "pre",
    load(id) {
      const locale = LOCALE_FILE.exec(id)?.[1];
      return locale && !KEPT_LOCALES.includes(locale) ? "export default {};" : null;
    },
  };
}

/** jsPDF can draw HTML and SVG with these; it is never asked to. */
const UNUSED = ["html2canvas", "dompurify", "canvg"];

function withoutUnused(): Plugin {
  return {
    name: "without-unused",
    enforce: "pre",
    resolveId: (id) => (UNUSED.includes(id) ? "\0unused" : null),
    load: (id) => (id === "\0unused" ? "export default {};" : null),
  };
}

const SHARED =
  /[\\/]client[\\/](?:api|graph|graph-ui|i18n|layout|records|state|ui|features)[\\/.]|[\\/]server[\\/]contract[\\/]|react-aria|react-stately|lucide-react/;

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), onlySpokenLanguages(), withoutUnused()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    // The service allows nothing inline, fonts and pictures included.
    assetsInlineLimit: 0,
    // What the first page shares with parts that come later lies in one file, not in twenty.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "shared", test: SHARED, minShareCount: 2 }] } },
    },
  },
  worker: { format: "es" },
  server: {
    host: "127.0.0.1",
    proxy: { "^/api/": "http://127.0.0.1:4280" },
  },
});
