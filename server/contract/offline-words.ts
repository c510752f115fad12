/**
 * What goes along into a page that has no service: all records that its questions need, as columns, because equal
 * neighbours compress best. Words and types only, so that no schema library comes into the browser by it.
 */
import type { QualityResult } from "./opportunities.ts";
import type { ReferenceCountRecord, SourceRecord, StoryRecord } from "./records.ts";

export const PACKAGE_FORMAT = "querblick-package";
/** Grows when an older program would misread what a newer one packs. */
export const PACKAGE_VERSION = 1;

/** Columns of one length by name; `null` = not known. */
export type Columns = Record<string, unknown[]>;

export interface PackedTable {
  /** As they lie in the database, unchecked: what a snapshot is built from. */
  rows: Columns;
  /** What of the records is no column of a row: descriptions, notes, evidence. */
  details: Columns;
  /** Rows without a record, because they do not fit the contract; ascending. */
  withoutRecord: number[];
}

export interface OfflinePackage {
  format: typeof PACKAGE_FORMAT;
  version: typeof PACKAGE_VERSION;
  /** ISO 8601 instant. */
  made: string;
  /** Database that the records come from. */
  engine: "sqlite" | "neo4j";
  revision: number;
  /** Only the part of a large graph around the actors that the story names. */
  isCut: boolean;
  /** Of the whole graph. */
  total: { actors: number; links: number; sources: number };
  topics: Columns;
  actors: PackedTable;
  links: PackedTable;
  /** Those that the records name. */
  sources: SourceRecord[];
  referenceCounts: ReferenceCountRecord[];
  quality: QualityResult["measured"];
  stories: StoryRecord[];
}
