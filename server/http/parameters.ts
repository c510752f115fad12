/**
 * The query of an address → what the contract describes. Stricter than Express: a repeated or unknown parameter,
 * broken percent-encoding and control characters are refused by name, never guessed at.
 */
import type { z } from "zod";
import { InvalidRequest } from "../queries/context.ts";

type ParameterError = { parameter: string; detail: string };

const MOST_ERRORS = 20;
const LONGEST_VALUE_SHOWN = 60;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * @param search the query without its `?`
 * @param known names that the endpoint takes
 */
export function readQuery(search: string, known: readonly string[]): Record<string, string> {
  const values = new Map<string, string>();
  const errors: ParameterError[] = [];
  for (const part of search.split("&")) {
    if (part === "") continue;
    if (errors.length >= MOST_ERRORS) break;
    const equals = part.indexOf("=");
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const value = decode(equals < 0 ? "" : part.slice(equals + 1));
    if (name === undefined || CONTROL.test(name)) {
      errors.push({
        parameter: shown(part),
        detail: "expected a name in well-formed percent-encoded UTF-8 (got something else)",
      });
    } else if (!known.includes(name)) {
      errors.push({ parameter: shown(name), detail: unknownDetail(known) });
    } else if (values.has(name)) {
      errors.push({ parameter: name, detail: "expected once (got it repeatedly)" });
    } else if (value === undefined) {
      errors.push({
        parameter: name,
        detail: `expected well-formed percent-encoded UTF-8 (got ${quoted(part.slice(equals + 1))})`,
      });
    } else if (CONTROL.test(value)) {
      errors.push({
        parameter: name,
        detail: `expected no control characters (got ${quoted(value)})`,
      });
    } else values.set(name, value);
  }
  if (errors.length > 0) throw new InvalidRequest(errors);
  return Object.fromEntries(values);
}

/** Parses with the contract's schema; every wrong parameter is named with what was expected and what came. */
export function parseParameters<S extends z.ZodType>(
  schema: S,
  raw: Record<string, string>,
): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, MOST_ERRORS).map((issue) => {
    const parameter = String(issue.path[0] ?? "");
    const came = raw[parameter];
    return { parameter, detail: explain(issue, came === undefined ? came : quoted(came)) };
  });
  throw new InvalidRequest(errors);
}

/** Parameters of the path; the schema bounds their length. */
export function parsePath<S extends z.ZodType>(
  schema: S,
  raw: Record<string, string | string[]>,
): z.output<S> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value !== "string") continue;
    if (CONTROL.test(value)) {
      const detail = `expected no control characters (got ${quoted(value)})`;
      throw new InvalidRequest([{ parameter: name, detail }]);
    }
    values[name] = value;
  }
  return parseParameters(schema, values);
}

/** A body of JSON; `undefined` when there was none. */
export function parseBody<S extends z.ZodObject>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const known = Object.keys(schema.shape);
  const errors = parsed.error.issues.flatMap((issue): ParameterError[] => {
    if (issue.code === "unrecognized_keys") {
      const detail = unknownDetail(known);
      return issue.keys.map((key) => ({
        parameter: [...issue.path.map(String), shown(key)].join("."),
        detail: issue.path.length === 0 ? detail : "is unknown",
      }));
    }
    const value = issue.path.reduce<unknown>(
      (outer, name) => (outer as Record<PropertyKey, unknown> | undefined)?.[name],
      raw,
    );
    const parameter = issue.path.length === 0 ? "body" : issue.path.map(String).join(".");
    return [{ parameter, detail: explain(issue, written(value)) }];
  });
  throw new InvalidRequest(errors.slice(0, MOST_ERRORS));
}

function written(value: unknown): string | undefined {
  return typeof value === "string"
    ? quoted(value)
    : shown(JSON.stringify(value) ?? "") || undefined;
}

/** @param came as it is shown, `undefined` for nothing */
function explain(issue: z.core.$ZodIssue, came: string | undefined): string {
  if (came === undefined) return "expected a value (got nothing)";
  return `expected ${expectation(issue)} (got ${came})`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      // A schema with words of its own says more than the list.
      return /^Invalid/.test(issue.message) ? `one of ${issue.values.join(", ")}` : issue.message;
    case "too_small":
      return issue.origin === "number" ? `at least ${issue.minimum}` : "something, not nothing";
    case "too_big":
      if (issue.origin === "number") return `at most ${issue.maximum}`;
      return `at most ${issue.maximum} ${issue.origin === "string" ? "characters" : "values"}`;
    case "invalid_type":
      return issue.expected;
    default:
      return issue.message;
  }
}

function unknownDetail(known: readonly string[]): string {
  return known.length === 0
    ? "is unknown; this address takes no parameters"
    : `is unknown; expected one of ${known.join(", ")}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function shown(text: string): string {
  return text.length > LONGEST_VALUE_SHOWN ? `${text.slice(0, LONGEST_VALUE_SHOWN)}…` : text;
}

function quoted(text: string): string {
  return JSON.stringify(shown(text));
}
