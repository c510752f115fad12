/** What is wrong with a seed folder: one entry a finding, with its place as an editor shows it. */

export interface SeedProblem {
  file: string;
  /** Line number in the file, the header being 1; `null` for the file as a whole. */
  row: number | null;
  column: string | null;
  expected: string;
  came: string;
}

const MAX_QUOTED_CHARACTERS = 80;
const MAX_CAME_CHARACTERS = 400;
const MAX_PRINTED = 200;

export function problem(
  file: string,
  row: number | null,
  column: string | null,
  expected: string,
  came: string,
): SeedProblem {
  const shown = came.length > MAX_CAME_CHARACTERS ? `${came.slice(0, MAX_CAME_CHARACTERS)}…` : came;
  return { file, row, column, expected, came: shown };
}

export function formatProblem({ file, row, column, expected, came }: SeedProblem): string {
  const place = [file, row === null ? "" : `row ${row}`, column === null ? "" : `column ${column}`];
  return `${place.filter((part) => part !== "").join(", ")}: expected ${expected}; came ${came}`;
}

/** One line a problem, at most 200 of them, then how many more there are. */
export function formatProblems(problems: readonly SeedProblem[]): string {
  const lines = problems.slice(0, MAX_PRINTED).map(formatProblem);
  const left = problems.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more`].join("\n") : lines.join("\n");
}

/** The folder was not loaded; nothing in the store has changed. */
export class SeedInvalid extends Error {
  override name = "SeedInvalid";
  readonly problems: readonly SeedProblem[];
  constructor(folder: string, problems: readonly SeedProblem[]) {
    super(
      `Seed folder ${folder}: ${problems.length} problem(s), nothing loaded.\n${formatProblems(problems)}`,
    );
    this.problems = problems;
  }
}

/** Text from a file in quotation marks, with line ends and control characters made visible. */
export function quoted(text: string): string {
  return JSON.stringify(
    text.length > MAX_QUOTED_CHARACTERS ? `${text.slice(0, MAX_QUOTED_CHARACTERS)}…` : text,
  );
}
