/** Three projects: unit (pure, milliseconds), contract (real stores and the real app), e2e (Chromium). */
import { defineConfig } from "vitest/config";

const root = new URL("..", import.meta.url).pathname;

export default defineConfig({
  test: {
    root,
    projects: [
      {
        test: {
          name: "unit",
          root,
          include: ["test/unit/**/*.test.ts"],
          environment: "node",
        },
      },
      {
        test: {
          name: "contract",
          root,
          include: ["test/contract/**/*.test.ts", "test/api/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/neo4j/global-setup.ts"],
          // Several files start a database server of their own; one at a time keeps two cores free for it.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          root,
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/e2e/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
