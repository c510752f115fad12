/** Questions asked of the real Neo4j through its driver, within a limit of time for each and for all of a case. */
import neo4j, { type Driver } from "neo4j-driver";
import type { Neo4jServer } from "../neo4j/server.ts";
import { atEnd } from "./endings.ts";
import { timingOf } from "./measure.ts";
import type { CypherResult } from "./result.ts";

export interface CypherLimits {
  /** Longest time for one answer. */
  oneMs: number;
  /** Time for all answers of one case; further requests are asked of the service alone. */
  allMs: number;
}

/** Part of the time for all answers that may go by unmeasured before. */
const WARM_UP_SHARE = 0.25;
/** Parameters that Cypher wants as whole numbers. */
const WHOLE = ["limit", "depth", "year"];

export function connect({ uri, username, password }: Neo4jServer): Driver {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
  });
  atEnd(() => driver.close());
  return driver;
}

/** The statement of one case; remembers the times and stops asking when it takes too long. */
export class CypherPeer {
  readonly #driver: Driver;
  readonly #text: string;
  readonly #limits: CypherLimits;
  readonly #times: { cypherMs: number; serviceMs: number }[] = [];
  #warmUpMs = 0;
  #spentMs = 0;
  #stopped: string | null = null;

  constructor(driver: Driver, text: string, limits: CypherLimits) {
    this.#driver = driver;
    this.#text = text;
    this.#limits = limits;
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  /** Not counted: plans the statement and fills the caches, for a part of the time at most. */
  async warmUp(parameters: Record<string, unknown>): Promise<void> {
    if (this.#warmUpMs > this.#limits.allMs * WARM_UP_SHARE) return;
    this.#warmUpMs += (await this.#run(parameters)) ?? 0;
  }

  /** @param serviceMs what the same request took the service, with its JSON parsed */
  async ask(parameters: Record<string, unknown>, serviceMs: number): Promise<void> {
    const cypherMs = await this.#run(parameters);
    if (cypherMs === null) return;
    this.#times.push({ cypherMs, serviceMs });
    this.#spentMs += cypherMs;
    if (this.#spentMs > this.#limits.allMs) {
      this.#stopped = `${this.#limits.allMs / 1000} s were used up`;
    }
  }

  result(statement: string, remark: string): CypherResult {
    const cypher = timingOf(this.#times.map(({ cypherMs }) => cypherMs));
    const service = timingOf(this.#times.map(({ serviceMs }) => serviceMs));
    const isMeasured = this.#times.length > 0;
    return {
      statement,
      remark,
      timing: isMeasured ? cypher : null,
      stopped: this.#stopped,
      ratio: isMeasured ? cypher.medianMs / service.medianMs : null,
    };
  }

  async #run(parameters: Record<string, unknown>): Promise<number | null> {
    if (this.#stopped !== null) return null;
    const { oneMs } = this.#limits;
    const start = performance.now();
    try {
      const { records } = await this.#driver.executeQuery(this.#text, typed(parameters), {
        routing: neo4j.routing.READ,
        transactionConfig: { timeout: oneMs },
      });
      for (const record of records) record.toObject();
    } catch (error) {
      if (!(error instanceof neo4j.Neo4jError)) throw error;
      const isTooSlow = error.code.includes("TransactionTimedOut");
      if (!isTooSlow && error.code.startsWith("Neo.ClientError.Statement")) throw error;
      this.#stopped = isTooSlow ? `no answer within ${oneMs / 1000} s` : error.code;
      return null;
    }
    return performance.now() - start;
  }
}

function typed(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      WHOLE.includes(name) && typeof value === "number" ? neo4j.int(value) : value,
    ]),
  );
}
