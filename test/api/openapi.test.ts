/** The API's descriptions of itself agree with the contract and with what the service does. */
import request from "supertest";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { actions, api } from "../../server/contract/api.ts";
import { type FileName, files } from "../../server/contract/offline.ts";
import { PROBLEMS } from "../../server/contract/problem.ts";
import { actionNames } from "../../server/http/actions.ts";
import { endpointNames } from "../../server/http/endpoints.ts";
import { openTestApp, smallGraph, type TestApp } from "./test-app.ts";

/** The parts of OpenAPI 3.1 that the document uses, as its specification demands them. */
const reference = z.strictObject({ $ref: z.string().startsWith("#/components/") });
const schema = z.record(z.string(), z.unknown());
const response = z.strictObject({
  description: z.string().min(1),
  content: z.record(z.string(), z.strictObject({ schema })).optional(),
});
const openApi = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(
    z.string().startsWith("/"),
    z.strictObject({
      post: z
        .strictObject({
          operationId: z.string(),
          summary: z.string().min(1),
          parameters: z.tuple([]),
          requestBody: z.strictObject({
            required: z.literal(true),
            content: z.record(z.string(), z.strictObject({ schema: reference })),
          }),
          responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.union([reference, response])),
        })
        .optional(),
      get: z
        .strictObject({
          operationId: z.string(),
          summary: z.string().min(1),
          parameters: z.array(
            z.strictObject({
              name: z.string(),
              in: z.enum(["query", "path"]),
              required: z.boolean(),
              description: z.string().min(1),
              schema,
              style: z.literal("form").optional(),
              explode: z.literal(false).optional(),
            }),
          ),
          responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.union([reference, response])),
        })
        .optional(),
    }),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
    responses: z.record(z.string().regex(/^[\w.-]+$/), response),
  }),
});

let app: TestApp;
let document: z.infer<typeof openApi>;
let page: string;
beforeAll(async () => {
  app = await openTestApp(smallGraph());
  document = openApi.parse((await request(app.server).get("/api/openapi.json").expect(200)).body);
  page = (await request(app.server).get("/api/docs").expect(200)).text;
});
afterAll(() => app.close());

it("names every action with its body", () => {
  for (const name of actionNames) {
    const { path } = actions[name];
    const { post } = document.paths[path] ?? {};
    expect(post?.operationId).toBe(name);
    const body = post?.requestBody.content["application/json"]?.schema.$ref.split("/").at(-1) ?? "";
    expect(Object.keys(document.components.schemas[body]?.properties ?? {})).toEqual(
      Object.keys(actions[name].body.shape),
    );
    expect(page).toContain(`<span class="method">POST</span><code>${path}</code>`);
  }
});

it("names every endpoint with every parameter", () => {
  const described = Object.entries(document.paths).flatMap(([path, { get }]) =>
    get
      ? [{ name: get.operationId, path, parameters: get.parameters.map(({ name }) => name) }]
      : [],
  );
  const all = { ...api, ...files };
  const expected = [...endpointNames, ...(Object.keys(files) as FileName[])].map((name) => {
    const endpoint = all[name];
    const inPath = "params" in endpoint ? Object.keys(endpoint.params.shape) : [];
    return {
      name,
      path: endpoint.path.replaceAll(/:(\w+)/g, "{$1}"),
      parameters: [...inPath, ...Object.keys(endpoint.query.shape)],
    };
  });
  expect(described).toEqual(expected);
});

it("has a target for every reference, and no schema that nobody names", () => {
  const text = JSON.stringify(document);
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref]) => ref));
  for (const ref of references) {
    let place: unknown = document;
    for (const step of (ref ?? "").split("/")) {
      place = z.record(z.string(), z.unknown()).parse(place)[step];
    }
    expect(place, ref).toBeDefined();
  }
  for (const name of Object.keys(document.components.schemas)) {
    expect(references, name).toContain(`components/schemas/${name}`);
  }
});

it("describes parameters by their values, defaults and whether they are needed", () => {
  const parametersOf = (path: string) => document.paths[path]?.get?.parameters ?? [];
  const crossLinks = parametersOf("/api/cross-links");
  expect(crossLinks.filter(({ required }) => required).map(({ name }) => name)).toEqual(["a", "b"]);
  expect(parametersOf("/api/actors").find(({ name }) => name === "limit")).toMatchObject({
    required: false,
    schema: { type: "integer", minimum: 1, maximum: 200, default: 20 },
  });
  expect(parametersOf("/api/matrix").find(({ name }) => name === "kind")).toMatchObject({
    style: "form",
    explode: false,
    schema: { type: "array", default: ["hub", "cluster", "house_of"] },
  });
});

it("names the problems of every endpoint", () => {
  for (const [path, { get, post }] of Object.entries(document.paths)) {
    expect(Object.keys((get ?? post)?.responses ?? {}), path).toEqual(
      expect.arrayContaining(["200", "400", "503", "504"]),
    );
  }
  expect(Object.keys(document.components.responses)).toEqual(Object.keys(PROBLEMS));
});

it("shows the same on a page for people that loads nothing else", () => {
  for (const name of endpointNames) expect(page).toContain(`id="${name}"`);
  for (const name of Object.keys(PROBLEMS)) expect(page).toContain(`/problems/${name}`);
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).not.toMatch(/<script|<img|src=|url\(|href="(?![#/]|data:)/);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
