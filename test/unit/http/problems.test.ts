import { describe, expect, it } from "vitest";
import { HttpProblem, toProblem } from "../../../server/http/problems.ts";
import { InvalidRequest, UnknownActor } from "../../../server/queries/context.ts";
import { StoreError, StoreUnavailable } from "../../../server/store/store.ts";

describe("errors as problems", () => {
  it("names the wrong parameters", () => {
    const errors = [{ parameter: "groups", detail: 'expected known groups (got "x")' }];
    expect(toProblem(new InvalidRequest(errors), "/api/graph").body).toEqual({
      type: "/problems/invalid-request",
      title: "The request is not valid",
      status: 400,
      detail: 'groups: expected known groups (got "x")',
      instance: "/api/graph",
      errors,
    });
  });

  it("names the unknown actor", () => {
    expect(toProblem(new UnknownActor("x"), "/api/actors/x").body).toMatchObject({
      type: "/problems/unknown-actor",
      status: 404,
      detail: 'There is no actor with the id "x".',
    });
  });

  it.each([
    new StoreUnavailable("bolt://db.internal:7687 refused"),
    new StoreError("disk is full"),
  ])("says when to ask again and nothing of the database: %s", (error) => {
    const { body, headers } = toProblem(error, "/api/actors/x");
    expect(body).toMatchObject({ type: "/problems/store-unavailable", status: 503 });
    expect(body.detail).not.toContain(error.message);
    expect(headers).toEqual({ "Retry-After": "2" });
  });

  it("sends nothing of an unexpected error", () => {
    const { body } = toProblem(new TypeError("secret of the inside"), `/${"x".repeat(1_000)}`);
    expect(body).toEqual({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      instance: `/${"x".repeat(299)}`,
    });
  });

  it("keeps the headers of a problem of this room", () => {
    const error = new HttpProblem("method-not-allowed", "no", { Allow: "GET" });
    expect(toProblem(error, "/")).toMatchObject({
      body: { status: 405 },
      headers: { Allow: "GET" },
    });
  });
});
