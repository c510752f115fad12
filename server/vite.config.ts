/**
 * The service for production: plain JavaScript, flat in `dist/server`, one entry for the program and one for each
 * worker (`*-worker.ts`). Packages stay outside and come from node_modules; cypher/ and seed/ are read at run time.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const server = fileURLToPath(new URL(".", import.meta.url));
const workers = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("-worker.ts"))
  .map((file) => [path.basename(file, ".ts"), path.join(server, file)]);

export default defineConfig({
  root: server,
  logLevel: "warn",
  build: {
    ssr: true,
    target: "node20",
    outDir: path.join(server, "../dist/server"),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { main: path.join(server, "main.ts"), ...Object.fromEntries(workers) },
      output: {
        format: "es",
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
});
