import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorsQuery, neighboursQuery } from "../../../server/contract/explore.ts";
import { parseParameters, parsePath, readQuery } from "../../../server/http/parameters.ts";
import { InvalidRequest } from "../../../server/queries/context.ts";

const known = ["q", "limit"];

function errorsOf(run: () => unknown): { parameter: string; detail: string }[] {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidRequest) return error.errors;
    throw error;
  }
  return [];
}

describe("reading a query", () => {
  it("decodes names and values", () => {
    expect(readQuery("q=M%C3%BCnchen+Ost%2B&limit=5&", known)).toEqual({
      q: "München Ost+",
      limit: "5",
    });
    expect(readQuery("", known)).toEqual({});
    expect(readQuery("q", known)).toEqual({ q: "" });
  });

  it("gives back what was encoded", () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => !/\p{Cc}/u.test(value));
    fc.assert(
      fc.property(text, (value) => {
        expect(readQuery(`q=${encodeURIComponent(value)}`, known)).toEqual({ q: value });
      }),
      { seed: 7 },
    );
  });

  it.each([
    ["colour=red", "colour", "is unknown; expected one of q, limit"],
    ["__proto__=1", "__proto__", "is unknown; expected one of q, limit"],
    ["constructor=1", "constructor", "is unknown; expected one of q, limit"],
    ["q=a&q=b", "q", "expected once (got it repeatedly)"],
    ["q=%E0%A4%A", "q", 'expected well-formed percent-encoded UTF-8 (got "%E0%A4%A")'],
    ["q=%ff", "q", 'expected well-formed percent-encoded UTF-8 (got "%ff")'],
    ["q=a%00b", "q", 'expected no control characters (got "a\\u0000b")'],
  ])("refuses %s", (search, parameter, detail) => {
    expect(errorsOf(() => readQuery(search, known))).toEqual([{ parameter, detail }]);
  });

  it("names at most twenty", () => {
    const search = Array.from({ length: 500 }, (_, index) => `x${index}=1`).join("&");
    expect(errorsOf(() => readQuery(search, known))).toHaveLength(20);
  });
});

describe("parsing by the contract", () => {
  it("fills defaults and turns lists into arrays", () => {
    expect(parseParameters(actorsQuery, { kinds: "hub,cluster,hub" })).toEqual({
      kinds: ["hub", "cluster"],
      limit: 20,
    });
  });

  it.each([
    ["limit", "-1", 'expected at least 1 (got "-1")'],
    ["limit", "1e9", 'expected an integer from 1 to 1000 (got "1e9")'],
    ["limit", "abc", 'expected an integer from 1 to 1000 (got "abc")'],
    ["limit", "", 'expected an integer from 1 to 1000 (got "")'],
    ["limit", "1001", 'expected at most 1000 (got "1001")'],
    ["depth", "9", 'expected at most 3 (got "9")'],
    ["confidence", "sure", 'expected one of stated, public_record, general_knowledge (got "sure")'],
    ["groups", "", 'expected something, not nothing (got "")'],
    ["q", "x".repeat(201), `expected at most 200 characters (got "${"x".repeat(60)}…")`],
  ])("refuses %s=%s", (parameter, value, detail) => {
    expect(errorsOf(() => parseParameters(neighboursQuery, { [parameter]: value }))).toEqual([
      { parameter, detail },
    ]);
  });

  it("names the members of a closed list", () => {
    const [error] = errorsOf(() => parseParameters(neighboursQuery, { kinds: "hub,planet" }));
    expect(error?.parameter).toBe("kinds");
    expect(error?.detail).toMatch(/^expected one of hub, cluster, .*project \(got "hub,planet"\)$/);
  });

  it("refuses control characters in the path", () => {
    expect(errorsOf(() => parsePath(actorsQuery, { id: "a\u0000" }))).toEqual([
      { parameter: "id", detail: 'expected no control characters (got "a\\u0000")' },
    ]);
  });
});
