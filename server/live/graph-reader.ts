/**
 * Reads the graph from the store: everything once, afterwards only what the journal says was touched. Where the
 * journal does not tell (a hole, too much touched, an older revision) everything is read again.
 */
import type { BuildMeta } from "../snapshot/build.ts";
import type { GraphRows } from "../snapshot/build-rows.ts";
import type { Store } from "../store/store.ts";
import { appendBatch, compacted, emptyRows, withoutTouched } from "./row-table.ts";

/** More touched ids than this are read faster as a whole. */
const MAX_TOUCHED = 20_000;
/** Changes that land while the delta is read are read in another round; then everything is. */
const MAX_ROUNDS = 10;

export interface GraphReading {
  rows: GraphRows;
  meta: BuildMeta;
  isWhole: boolean;
}

interface Touched {
  actors: Set<string>;
  links: Set<string>;
  /** Revision up to which the journal was followed. */
  revision: number;
}

export class GraphReader {
  readonly #store: Store;
  #rows: GraphRows | undefined;
  #revision = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** `undefined` when nothing changed since the last reading. A reading that fails leaves the last one as it was. */
  async read(isWhole: boolean): Promise<GraphReading | undefined> {
    if (isWhole || this.#rows === undefined) return this.#readWhole();
    const revision = await this.#store.revision();
    if (revision === this.#revision) return undefined;
    return (
      (revision > this.#revision ? await this.#readDelta(this.#rows) : undefined) ??
      this.#readWhole()
    );
  }

  async #readWhole(): Promise<GraphReading> {
    const rows = emptyRows();
    const meta = await this.#append(rows, undefined);
    return this.#keep(compacted(rows), meta, true);
  }

  /** `undefined` when the journal does not say enough. */
  async #readDelta(before: GraphRows): Promise<GraphReading | undefined> {
    let rows = before;
    let revision = this.#revision;
    let total = 0;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const touched = await this.#touchedSince(revision);
      if (touched === undefined) return undefined;
      total += touched.actors.size + touched.links.size;
      if (total > MAX_TOUCHED) return undefined;
      rows = withoutTouched(rows, touched);
      const only = { actors: [...touched.actors], links: [...touched.links] };
      const meta = await this.#append(rows, only);
      if (meta.revision === touched.revision) return this.#keep(rows, meta, false);
      if (meta.revision < touched.revision) return undefined;
      revision = touched.revision;
    }
    return undefined;
  }

  async #touchedSince(revision: number): Promise<Touched | undefined> {
    const touched: Touched = { actors: new Set(), links: new Set(), revision };
    for (const change of await this.#store.changesSince(revision)) {
      if (change.revision !== touched.revision + 1 || change.touched === undefined) {
        return undefined;
      }
      touched.revision = change.revision;
      for (const id of change.touched.actors) touched.actors.add(id);
      for (const id of change.touched.links) touched.links.add(id);
    }
    return touched.revision === revision ? undefined : touched;
  }

  async #append(
    rows: GraphRows,
    only: { actors: readonly string[]; links: readonly string[] } | undefined,
  ): Promise<BuildMeta> {
    let meta: BuildMeta | undefined;
    for await (const batch of this.#store.loadColumns(only)) {
      if (batch.table === "meta") meta = { revision: batch.revision, sources: batch.sources };
      else appendBatch(rows, batch);
    }
    if (meta === undefined) throw new Error("store: expected a batch with the revision (got none)");
    return meta;
  }

  #keep(rows: GraphRows, meta: BuildMeta, isWhole: boolean): GraphReading {
    this.#rows = rows;
    this.#revision = meta.revision;
    return { rows, meta, isWhole };
  }
}
