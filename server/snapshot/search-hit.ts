/** One actor that a search found, and where. */
export interface SearchHit {
  /** Dense number of the actor in the snapshot. */
  actor: number;
  /** Relevance; only the order means something. */
  score: number;
  match: {
    field: "name" | "nameEn" | "alias" | "city" | "topic";
    text: string;
    /** Start and end (exclusive) in `text` of each matching part. */
    ranges: [number, number][];
  };
}
