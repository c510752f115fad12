/** One Neo4j server for all contract tests. Without Java or Maven they skip it on a person's machine and fail in CI. */
import type { TestProject } from "vitest/node";
import { missingPrograms } from "./jars.ts";
import { startNeo4j } from "./server.ts";

export interface ProvidedNeo4j {
  uri: string;
  username: string;
  password: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** `null` where Neo4j cannot be started. */
    neo4j: ProvidedNeo4j | null;
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const missing = await missingPrograms();
  if (missing.length > 0) {
    const reason = `Neo4j tests need ${missing.join(" and ")}`;
    if (process.env.CI) throw new Error(reason);
    console.warn(`${reason}: skipped.`);
    project.provide("neo4j", null);
    return undefined;
  }
  const { uri, username, password, stop } = await startNeo4j();
  project.provide("neo4j", { uri, username, password });
  return stop;
}
