/**
 * One CSV file → rows of cells with their line numbers. Comma, semicolon or tab (told by the header), UTF-8 with
 * or without BOM, any line end. Whatever cannot be read is a problem with its place, never a guess.
 */
import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { problem, quoted, type SeedProblem } from "./problem.ts";

export interface Columns {
  required: readonly string[];
  optional: readonly string[];
}

export interface CsvRow {
  /** Line on which the row starts; the header is line 1. */
  row: number;
  /** Trimmed text by column; an empty cell is left out. */
  cells: ReadonlyMap<string, string>;
}

export interface CsvTable {
  rows: CsvRow[];
  problems: SeedProblem[];
  /** Whether every row of the file could be read; what is missing is only known for sure then. */
  isComplete: boolean;
}

const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];
const DELIMITER_NAMES: Record<Delimiter, string> = { ",": '","', ";": '";"', "\t": "tabs" };
const CHUNK_CHARACTERS = 65_536;
const MAX_ROW_CHARACTERS = 2_000_000;
const NEWLINE = 10;
/** What a decoder writes in place of bytes that it cannot read. */
const REPLACEMENT = "\uFFFD";

export async function readCsv(
  file: string,
  bytes: Uint8Array,
  columns: Columns,
): Promise<CsvTable> {
  const unreadable = badBytes(file, bytes);
  if (unreadable.length > 0) return { rows: [], problems: unreadable, isComplete: false };
  // One kind of line end: the parser counts a CRLF inside quotation marks as two lines.
  const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  const { delimiter, problems } = readHeader(file, text, columns);
  if (problems.length > 0) return { rows: [], problems, isComplete: false };
  return readRows(file, text, delimiter);
}

function badBytes(file: string, bytes: Uint8Array): SeedProblem[] {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return [problem(file, null, null, "UTF-8", "UTF-16 (its byte order mark)")];
  }
  if (isUtf8(bytes)) return [];
  const found: SeedProblem[] = [];
  let row = 1;
  for (let start = 0; start < bytes.length; row += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(line)) {
      const at = firstBadByte(line);
      const hex = (line[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
      const asLatin1 = String.fromCharCode(line[at] ?? 0);
      found.push(
        problem(
          file,
          row,
          null,
          "UTF-8",
          `byte 0x${hex} at byte ${start + at + 1} of the file (in Latin-1 it would be ${quoted(asLatin1)})`,
        ),
      );
    }
    start = end === -1 ? bytes.length : end + 1;
  }
  return found;
}

/** Index of the first byte that is no part of a character. */
function firstBadByte(line: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(line);
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) {
    const offset = Buffer.byteLength(text.slice(0, at));
    if (!isUtf8(line.subarray(offset, offset + Buffer.byteLength(REPLACEMENT)))) return offset;
  }
  return line.length;
}

function readHeader(
  file: string,
  text: string,
  { required, optional }: Columns,
): { delimiter: Delimiter; problems: SeedProblem[] } {
  const expected = `the columns ${required.join(", ")}${optional.length > 0 ? ` (and, if wanted, ${optional.join(", ")})` : ""}`;
  const line = text.split("\n", 1)[0] ?? "";
  const known = new Set([...required, ...optional]);
  const readings = DELIMITERS.map((delimiter) => {
    const names = line
      .split(delimiter)
      .map((name) => name.trim().replace(/^"(.*)"$/, "$1"))
      .filter((name, i, all) => name !== "" || all.length > 1 || i > 0);
    return { delimiter, names, hits: names.filter((name) => known.has(name)).length };
  });
  const { delimiter, names } = readings.reduce((a, b) => (b.hits > a.hits ? b : a));
  const missing = required.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !known.has(name));
  const repeated = names.filter((name, i) => names.indexOf(name) !== i);
  if (missing.length === 0 && unknown.length === 0 && repeated.length === 0) {
    return { delimiter, problems: [] };
  }
  const details = [
    missing.length > 0 ? `missing: ${missing.join(", ")}` : "",
    unknown.length > 0 ? `unknown: ${unknown.map(quoted).join(", ")}` : "",
    repeated.length > 0 ? `twice: ${repeated.join(", ")}` : "",
    delimiter !== "," ? `it looks separated by ${DELIMITER_NAMES[delimiter]}` : "",
  ];
  const came = `${line.trim() === "" ? "an empty header" : quoted(line)} — ${details.filter((part) => part !== "").join("; ")}`;
  return { delimiter, problems: [{ file, row: 1, column: null, expected, came }] };
}

async function readRows(file: string, text: string, delimiter: Delimiter): Promise<CsvTable> {
  const rows: CsvRow[] = [];
  const problems: SeedProblem[] = [];
  let header: string[] | undefined;
  let lastLine = 0;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
    // Taken here and not from the stream: an error further down drops what the stream still holds.
    on_record: (record: string[], { lines }) => {
      lastLine = lines;
      if (!header) {
        header = record.map((name) => name.trim());
        return null;
      }
      const row = lines - record.reduce((sum, cell) => sum + newlines(cell), 0);
      if (record.length === header.length) rows.push({ row, cells: cellsOf(header, record) });
      else if (record.some((cell) => cell.trim() !== "")) {
        problems.push(wrongLength(file, row, header, record, delimiter));
      }
      return null;
    },
  });
  try {
    await pipeline(Readable.from(chunks(text)), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push(
      problem(
        file,
        firstRowAfter(text, lastLine),
        null,
        'cells of which those with quotation marks are enclosed in them, with "" for one inside',
        `${error.message} (nothing after it was read)`,
      ),
    );
    return { rows, problems, isComplete: false };
  }
  return { rows, problems, isComplete: problems.length === 0 };
}

/** Line of the first row behind `line`, blank lines passed over: where the row starts that could not be read. */
function firstRowAfter(text: string, line: number): number {
  const next = text
    .split("\n")
    .slice(line)
    .findIndex((row) => row.trim() !== "");
  return line + next + 1;
}

function wrongLength(
  file: string,
  row: number,
  header: readonly string[],
  record: readonly string[],
  delimiter: Delimiter,
): SeedProblem {
  const hint =
    record.length > header.length
      ? ` — a cell that contains ${DELIMITER_NAMES[delimiter]} needs quotation marks`
      : "";
  return problem(
    file,
    row,
    null,
    `${header.length} cells separated by ${DELIMITER_NAMES[delimiter]}`,
    `${record.length}${hint}`,
  );
}

function cellsOf(header: readonly string[], record: readonly string[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [i, name] of header.entries()) {
    const text = (record[i] ?? "").trim();
    if (text !== "") cells.set(name, text);
  }
  return cells;
}

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}

function* chunks(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += CHUNK_CHARACTERS) {
    yield text.slice(start, start + CHUNK_CHARACTERS);
  }
}
