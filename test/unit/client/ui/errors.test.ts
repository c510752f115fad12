/** Each problem of the closed list has its words; what is not of the list has those of "other". */
import { describe, expect, test } from "vitest";
import { NoAnswer, ProblemError } from "../../../../client/api.ts";
import { errorKind } from "../../../../client/ui/states.tsx";
import { uiTexts } from "../../../../client/ui/texts.ts";

const problem = (type: string, status: number) => new ProblemError({ type, title: "x", status });

describe("error states", () => {
  test.each([
    ["/problems/store-unavailable", 503, "storeUnavailable"],
    ["/problems/query-timeout", 504, "timeout"],
    ["/problems/unknown-actor", 404, "unknownActor"],
    ["/problems/invalid-request", 400, "invalid"],
    ["/problems/too-many-requests", 429, "tooMany"],
    ["about:blank", 500, "other"],
  ] as const)("%s", (type, status, kind) => {
    expect(errorKind(problem(type, status))).toBe(kind);
    expect(uiTexts.de.error[kind].title).not.toBe("");
    expect(uiTexts.en.error[kind].title).not.toBe("");
  });

  test("no answer is not an answer that refuses", () => {
    expect(errorKind(new NoAnswer("gone"))).toBe("noAnswer");
    expect(errorKind(new Error("other"))).toBe("other");
    expect(errorKind("text")).toBe("other");
  });
});
