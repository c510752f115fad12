/** Paths over HTTP: hostile requests, the deadline, an aborted search, and a service that goes on answering meanwhile. */
import request from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../server/contract/api.ts";
import { PROBLEMS, type ProblemName, problem } from "../../server/contract/problem.ts";
import type { Change } from "../../server/store/store.ts";
import { actor as actorOf, link as linkOf } from "../fixtures/store-records.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

async function expectProblem(sent: request.Test, name: ProblemName) {
  const response = await sent;
  expect(response.headers["content-type"], response.text).toBe("application/problem+json");
  const body = problem.parse(response.body);
  expect([body.type, response.status]).toEqual([`/problems/${name}`, PROBLEMS[name].status]);
  return body;
}

describe("bad input", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(smallGraph());
  });
  afterAll(() => app.close());

  const PATHS = "/api/paths?from=ada&to=eve";
  it.each([
    ["/api/paths?from=ada&to=ada", "to", /another actor than "from" \(got "ada" for both\)/],
    ["/api/paths?from=ada", "to", /a value \(got nothing\)/],
    ["/api/paths?from=ada&to=", "to", /./],
    ["/api/paths?from=p1&to=ada", "from", /no project.*got "p1"/],
    ["/api/paths?from=ada&to=p1", "to", /no project.*got "p1"/],
    [`${PATHS}&k=0`, "k", /at least 1|from 1 to 50/],
    [`${PATHS}&k=51`, "k", /from 1 to 50|at most 50/],
    [`${PATHS}&k=abc`, "k", /from 1 to 50/],
    [`${PATHS}&k=1e1`, "k", /from 1 to 50/],
    [`${PATHS}&maxHops=0`, "maxHops", /at least 1|from 1 to 10/],
    [`${PATHS}&maxHops=99`, "maxHops", /from 1 to 10|at most 10/],
    [`${PATHS}&maxHops=-1`, "maxHops", /./],
    [`${PATHS}&mode=shortest`, "mode", /informative/],
    [`${PATHS}&ends=both`, "ends", /members/],
    [`${PATHS}&types=KNOWS`, "types", /MEMBER_OF/],
    [`${PATHS}&notKinds=planet`, "notKinds", /hub/],
    [`${PATHS}&notVia=ada`, "notVia", /between the ends \(got the end "ada"\)/],
    [`${PATHS}&notVia=bob,eve`, "notVia", /between the ends \(got the end "eve"\)/],
    [`${PATHS}&via=bob`, "via", /id of a group \(got "bob"\)/],
    [`${PATHS}&via=south&notVia=south`, "via", /not excluded \(got "south"\)/],
    [`${PATHS}&via=south&notKinds=hub`, "via", /not excluded \(got "south"\)/],
    [`${PATHS}&year=1066`, "year", /1900/],
    [`${PATHS}&confidence=sure`, "confidence", /stated/],
    [`${PATHS}&kappa=-1`, "kappa", /./],
    [`${PATHS}&kappa=3`, "kappa", /./],
    [`${PATHS}&kappa=0,5`, "kappa", /./],
    [`${PATHS}&lambda=1e9`, "lambda", /./],
    [`${PATHS}&halfLife=0`, "halfLife", /./],
    [`${PATHS}&thetaFunding=NaN`, "thetaFunding", /./],
    [`${PATHS}&occasionLimit=1`, "occasionLimit", /./],
    [`${PATHS}&q=x`, "q", /is unknown/],
    ["/api/connect?ids=ada", "ids", /2 to 8/],
    ["/api/connect?ids=ada,ada", "ids", /2 to 8/],
    ["/api/connect?ids=ada,bob,cid,eve,north,south,inner,x8,x9", "ids", /2 to 8/],
    ["/api/connect?ids=ada,p1", "ids", /no project.*got "p1"/],
    ["/api/connect?ids=ada,bob&notVia=bob", "notVia", /got the end "bob"/],
    ["/api/connect?ids=ada,bob&k=3", "k", /is unknown/],
    ["/api/connect", "ids", /a value \(got nothing\)/],
  ])("%s", async (url, parameter, detail) => {
    const body = await expectProblem(request(app.server).get(url), "invalid-request");
    expect(body.errors?.map((error) => error.parameter)).toEqual([parameter]);
    expect(body.errors?.[0]?.detail).toMatch(detail);
  });

  it.each([
    ["/api/paths?from=nobody&to=ada", "nobody"],
    ["/api/paths?from=ada&to=nobody", "nobody"],
    [`${PATHS}&notVia=nobody`, "nobody"],
    [`${PATHS}&via=nobody`, "nobody"],
    ["/api/connect?ids=ada,nobody", "nobody"],
    [
      `/api/paths?from=${encodeURIComponent("x'}) DETACH DELETE n //")}&to=ada`,
      "x'}) DETACH DELETE n //",
    ],
  ])("%s", async (url, id) => {
    const { detail } = await expectProblem(request(app.server).get(url), "unknown-actor");
    expect(detail).toContain(JSON.stringify(id));
  });

  it("names several mistakes at once", async () => {
    const url = "/api/paths?from=ada&to=ada&notVia=ada&via=bob";
    const { errors } = await expectProblem(request(app.server).get(url), "invalid-request");
    expect(errors?.map(({ parameter }) => parameter).sort()).toEqual(
      ["notVia", "notVia", "to", "via"].sort(),
    );
  });
});

/** A square of streets: all hops cost the same, so bounds help little with a tree through eight places. */
const SIDE = 120;

function grid(): Change {
  const id = (x: number, y: number) =>
    `a${String(x).padStart(3, "0")}-${String(y).padStart(3, "0")}`;
  const cells = Array.from(
    { length: SIDE * SIDE },
    (_, i) => [i % SIDE, Math.floor(i / SIDE)] as const,
  );
  const to = (from: string, other: string) =>
    linkOf(`${from}--${other}`, from, other, { type: "COLLABORATES_WITH" });
  return {
    by: "test",
    what: "a grid",
    upsert: {
      actors: cells.map(([x, y]) => actorOf(id(x, y))),
      links: cells.flatMap(([x, y]) => [
        ...(x + 1 < SIDE ? [to(id(x, y), id(x + 1, y))] : []),
        ...(y + 1 < SIDE ? [to(id(x, y), id(x, y + 1))] : []),
      ]),
    },
  };
}

const HARD = `/api/connect?ids=${[
  "a030-030",
  "a032-090",
  "a090-026",
  "a086-094",
  "a060-012",
  "a012-062",
  "a064-108",
  "a108-056",
].join()}`;
const EASY = "/api/paths?from=a000-000&to=a001-000&k=1&maxHops=1";
/** One takes a tenth of a second at least, and they are searched one after the other: more than the deadline. */
const CROWD = 60;

describe("a search that takes too long", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(grid());
    await request(app.server).get(EASY).expect(200);
  });
  afterAll(() => app.close());

  const crowd = (signal?: AbortSignal) =>
    Array.from({ length: CROWD }, async () => {
      const response = await fetch(`${app.address}${HARD}`, signal ? { signal } : {});
      return { status: response.status, body: await response.json() };
    });

  it("ends at its deadline with 504, and the next question does not wait for it", async () => {
    const answers = await Promise.all(crowd());
    expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toContain(504);
    for (const { status, body } of answers) {
      if (status === 200) expect(api.connect.result.parse(body).tree).not.toBeNull();
      else
        expect(problem.parse(body)).toMatchObject({ type: "/problems/query-timeout", status: 504 });
    }
    const { body } = await request(app.server).get(EASY).expect(200);
    expect(api.paths.result.parse(body).paths).toHaveLength(1);
  });

  it("ends when the client goes away", async () => {
    const controller = new AbortController();
    const answers = crowd(controller.signal);
    // One is answered, so the others have arrived.
    await Promise.any(answers);
    controller.abort();
    const left = await Promise.allSettled(answers);
    expect(left.some(({ status }) => status === "rejected")).toBe(true);
    await request(app.server).get(EASY).expect(200);
  });

  it("does not keep the service from answering other questions", async () => {
    let over = 0;
    const answers = crowd().map((answer) =>
      answer.finally(() => {
        over += 1;
      }),
    );
    await Promise.any(answers);
    for (const url of ["/api/health", "/api/actors/a005-005", "/api/actors?q=Name+of+a007"]) {
      await request(app.server).get(url).expect(200);
    }
    expect(over).toBeLessThan(CROWD);
    await Promise.all(answers);
  });
});
