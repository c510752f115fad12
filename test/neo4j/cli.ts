/**
 * `npm run neo4j`: a local Neo4j Community server until Ctrl-C. Options: `--port`, `--data`, `--password`, `--heap`.
 * The password is NEO4J_PASSWORD, or the one kept beside the data, or a new random one.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { missingPrograms, NEO4J_VERSION } from "./jars.ts";
import { startNeo4j } from "./server.ts";

const DEFAULT_PORT = 7687;
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      data: { type: "string" },
      password: { type: "string" },
      heap: { type: "string" },
    },
  });
  const missing = await missingPrograms();
  if (missing.length > 0) {
    console.error(`Neo4j needs ${missing.join(" and ")}.`);
    process.exitCode = 1;
    return;
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port: expected a port from 1 to 65535 (got ${values.port})`);
  }
  const dataDir = path.resolve(values.data ?? path.join(root, "data", "neo4j"));
  const password = values.password ?? process.env.NEO4J_PASSWORD ?? (await keptPassword(dataDir));
  console.error(`Starting Neo4j Community ${NEO4J_VERSION} on ${dataDir} …`);
  const server = await startNeo4j({
    port,
    dataDir,
    password,
    ...(values.heap === undefined ? {} : { heap: values.heap }),
  });
  let isStopping = false;
  const stop = () => {
    // A terminal's interrupt arrives twice: directly, and passed on by tsx.
    if (isStopping) return;
    isStopping = true;
    console.error("Stopping Neo4j …");
    void server.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  console.log(`export NEO4J_URI=${server.uri}`);
  console.log(`export NEO4J_USERNAME=${server.username}`);
  console.log(`export NEO4J_PASSWORD=${server.password}`);
}

async function keptPassword(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "password.txt");
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const password = randomBytes(12).toString("hex");
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

await main();
