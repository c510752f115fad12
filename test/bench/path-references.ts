/** networkx and igraph in a Python process of its own, and graphology in this one: each asked pair by pair. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface, type Interface } from "node:readline";
import Graph from "graphology";
import { dijkstra } from "graphology-shortest-path";
import { at } from "../../server/snapshot/snapshot.ts";
import type { TieGraph } from "../../server/snapshot/ties.ts";
import { atEnd, temporaryFolder } from "./endings.ts";

export interface Reference {
  name: string;
  /** Costs of the k cheapest paths, and how long it took. */
  ask(source: number, target: number, k: number): Promise<{ ms: number; costs: number[] }>;
  /** Largest k that it can be asked for. */
  mostPaths: number;
}

export interface References {
  all: Reference[];
  versions: Record<string, string>;
  close(): Promise<void>;
}

/** What is not there is named in `notes`. */
export async function startReferences(graph: TieGraph, notes: string[]): Promise<References> {
  const all: Reference[] = [];
  const versions: Record<string, string> = {};
  all.push(graphologyOf(graph));
  const python = ["python3", "/usr/bin/python3"].find(
    (program) => spawnSync(program, ["-c", "import igraph, networkx"]).status === 0,
  );
  if (python === undefined) {
    notes.push(
      "igraph and networkx: no python3 with both (Debian: python3-igraph, python3-networkx).",
    );
    return { all, versions, close: async () => {} };
  }
  const file = path.join(await temporaryFolder(), "graph.bin");
  writeFileSync(file, encoded(graph));
  const child = new LineProcess(python, [new URL("references.py", import.meta.url).pathname, file]);
  const first = await child.read();
  if ("versions" in first) Object.assign(versions, first.versions);
  for (const library of ["igraph", "networkx"]) {
    all.push({
      name: library,
      mostPaths: Number.POSITIVE_INFINITY,
      ask: async (source, target, k) => {
        const answer = await child.ask({ library, source, target, k });
        const { ms, costs } = answer;
        if (typeof ms !== "number" || !Array.isArray(costs)) {
          throw new Error(`${library}: expected ms and costs (got ${JSON.stringify(answer)})`);
        }
        return { ms, costs: costs.map(Number) };
      },
    });
  }
  return { all, versions, close: child.close };
}

/** Each edge once, as references.py reads it. */
function encoded({ offsets, targets, costs }: TieGraph): Uint8Array {
  const edges = targets.length / 2;
  const head = new Uint32Array(2 + 2 * edges);
  head.set([offsets.length - 1, edges]);
  const weights = new Float64Array(edges);
  let edge = 0;
  for (let node = 0; node < offsets.length - 1; node += 1) {
    for (let arc = at(offsets, node); arc < at(offsets, node + 1); arc += 1) {
      const other = at(targets, arc);
      if (other < node) continue;
      head[2 + edge] = node;
      head[2 + edges + edge] = other;
      weights[edge] = at(costs, arc);
      edge += 1;
    }
  }
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(weights.buffer)]);
}

function graphologyOf({ offsets, targets, costs }: TieGraph): Reference {
  const graph = new Graph({ type: "undirected", multi: false });
  for (let node = 0; node < offsets.length - 1; node += 1) graph.addNode(String(node));
  for (let node = 0; node < offsets.length - 1; node += 1) {
    for (let arc = at(offsets, node); arc < at(offsets, node + 1); arc += 1) {
      const other = at(targets, arc);
      if (other > node) graph.addEdge(String(node), String(other), { weight: at(costs, arc) });
    }
  }
  return {
    name: "graphology",
    mostPaths: 1,
    ask: async (source, target) => {
      const start = performance.now();
      const way = dijkstra.bidirectional(graph, String(source), String(target), "weight") ?? [];
      const ms = performance.now() - start;
      const cost = way.slice(1).reduce((sum, node, i) => {
        return sum + Number(graph.getEdgeAttribute(way[i], node, "weight"));
      }, 0);
      return { ms, costs: way.length > 0 ? [cost] : [] };
    },
  };
}

/** A process that answers each line with one. */
class LineProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly close: () => Promise<void>;

  constructor(program: string, args: string[]) {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.#child = child;
    const reader: Interface = createInterface(child.stdout);
    this.#lines = reader[Symbol.asyncIterator]();
    this.close = atEnd(async () => {
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await new Promise((resolve) => child.once("exit", resolve));
      }
    });
  }

  async read(): Promise<Record<string, unknown>> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("references.py: expected an answer (it ended)");
    return JSON.parse(value) as Record<string, unknown>;
  }

  async ask(question: object): Promise<Record<string, unknown>> {
    this.#child.stdin?.write(`${JSON.stringify(question)}\n`);
    return this.read();
  }
}
