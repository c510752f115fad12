/** The OpenAPI 3.1 document, generated from the contract: what is not in a schema is not in here either. */
import { z } from "zod";
import * as actor from "../contract/actor.ts";
import { type ActionName, actions, api, type EndpointName } from "../contract/api.ts";
import { judgementRecord } from "../contract/judgements.ts";
import { type FileName, files } from "../contract/offline.ts";
import { PROBLEMS, type ProblemName, problem } from "../contract/problem.ts";

type Json = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: "query" | "path";
  required: boolean;
  description: string;
  schema: Json;
  /** Lists are written with commas. */
  style?: "form";
  explode?: false;
}

export interface Operation {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  /** Of an action. */
  requestBody?: Json;
  responses: Record<string, Json>;
}

export interface OpenApiDocument {
  openapi: string;
  info: Json;
  paths: Record<string, { get?: Operation; post?: Operation }>;
  components: { schemas: Record<string, Json>; responses: Record<string, Json> };
}

/** Parts of answers that have a name of their own in the document. */
const NAMED_PARTS = {
  Localised: actor.localised,
  ActorRef: actor.actorRef,
  ActorSummary: actor.actorSummary,
  ActorFacts: actor.actorFacts,
  Evidence: actor.evidence,
  LinkView: actor.linkView,
  LinkBetween: actor.linkBetween,
  Membership: actor.membership,
  ProjectRef: actor.projectRef,
  JudgementRecord: judgementRecord,
  Problem: problem,
};

/** Problems that every endpoint can answer with. */
const COMMON: readonly ProblemName[] = [
  "invalid-request",
  "method-not-allowed",
  "payload-too-large",
  "too-many-requests",
  "store-unavailable",
  "query-timeout",
];

/** Problems that every action can answer with. */
const OF_ACTIONS: readonly ProblemName[] = [
  ...COMMON,
  "cross-site",
  "conflict",
  "unsupported-media-type",
];

export function openApiDocument(): OpenApiDocument {
  const names = Object.keys(api) as EndpointName[];
  const done = Object.keys(actions) as ActionName[];
  return {
    openapi: "3.1.0",
    info: {
      title: "Querblick",
      version: "1",
      description:
        "Explorer of an innovation ecosystem: actors, groups, the links between them and their evidence. " +
        "Opportunities, partners and brokers that take long go on and say so: `Prefer: wait=4` asks for word after 4 s. " +
        "Lists in a query are written with commas. Every list of an answer is bounded and says what it left out. " +
        "Fields may be added to answers; none is renamed or removed.",
    },
    paths: {
      ...Object.fromEntries(
        [
          ...new Set([
            ...names.map((name) => api[name].path),
            ...done.map((name) => actions[name].path),
          ]),
        ].map((path) => {
          const get = names.find((name) => api[name].path === path);
          const post = done.find((name) => actions[name].path === path);
          return [
            inBraces(path),
            {
              ...(get ? { get: operation(get) } : {}),
              ...(post ? { post: actionOperation(post) } : {}),
            },
          ];
        }),
      ),
      ...Object.fromEntries(
        (Object.keys(files) as FileName[]).map((name) => [
          inBraces(files[name].path),
          { get: fileOperation(name) },
        ]),
      ),
    },
    components: { schemas: componentSchemas(names, done), responses: problemResponses() },
  };
}

/** `/api/actors/:id` as this document writes it. */
function inBraces(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

/** Name of the schema of an endpoint's answer. */
export function resultName(name: EndpointName | ActionName): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`;
}

function operation(name: EndpointName): Operation {
  const endpoint = api[name];
  const path = "params" in endpoint ? parameters(endpoint.params, "path") : [];
  const problems = [...COMMON, ...missingProblem(name, path.length > 0)];
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: [...path, ...parameters(endpoint.query, "query")],
    responses: {
      "200": {
        description: "The answer",
        content: {
          "application/json": { schema: { $ref: `#/components/schemas/${resultName(name)}` } },
        },
      },
      ...(name === "health" || "isLive" in endpoint
        ? {}
        : { "304": { description: "Unchanged since the given ETag" } }),
      ...responsesOf(problems),
    },
  };
}

function fileOperation(name: FileName): Operation {
  const file = files[name];
  const problems: ProblemName[] = [...COMMON, "unknown-story"];
  return {
    operationId: name,
    summary: file.summary,
    parameters: [
      ...("params" in file ? parameters(file.params, "path") : []),
      ...parameters(file.query, "query"),
    ],
    responses: {
      "200": { description: "The file", content: { [file.mediaType]: { schema: {} } } },
      ...responsesOf(problems),
    },
  };
}

function responsesOf(problems: readonly ProblemName[]): Operation["responses"] {
  return Object.fromEntries(
    problems.map((each) => [
      String(PROBLEMS[each].status),
      { $ref: `#/components/responses/${each}` },
    ]),
  );
}

/** What an address that names somebody or something answers when it is not there. */
function missingProblem(name: EndpointName, hasPlace: boolean): ProblemName[] {
  if (name === "story" || name === "shared") return ["unknown-story"];
  return hasPlace || name === "crossLinks" || name === "brokers" ? ["unknown-actor"] : [];
}

function actionOperation(name: ActionName): Operation {
  const json = (schema: string) => ({
    "application/json": { schema: { $ref: `#/components/schemas/${schema}` } },
  });
  return {
    operationId: name,
    summary: actions[name].summary,
    parameters: [],
    requestBody: { required: true, content: json(bodyName(name)) },
    responses: {
      "200": { description: "Done", content: json(resultName(name)) },
      ...responsesOf([...OF_ACTIONS, name === "judge" ? "unknown-actor" : "unknown-story"]),
    },
  };
}

/** Name of the schema of what an action takes. */
export function bodyName(name: ActionName): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Body`;
}

function parameters(schema: z.ZodObject, place: "query" | "path"): Parameter[] {
  const json = z.toJSONSchema(schema, { io: "output", override: plain });
  const required = z.toJSONSchema(schema, { io: "input" }).required ?? [];
  return Object.entries(json.properties ?? {}).map(([name, property]) => {
    const { description = "", ...rest } = property as Json & { description?: string };
    return {
      name,
      in: place,
      required: required.includes(name),
      description,
      schema: rest,
      ...(rest.type === "array" ? { style: "form", explode: false } : {}),
    };
  });
}

function componentSchemas(
  names: readonly EndpointName[],
  done: readonly ActionName[],
): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED_PARTS)) registry.add(schema, { id });
  for (const name of names) registry.add(api[name].result, { id: resultName(name) });
  for (const name of done) registry.add(actions[name].result, { id: resultName(name) });
  const { schemas } = z.toJSONSchema(registry, {
    io: "output",
    uri: (id) => `#/components/schemas/${id}`,
    override: plain,
  });
  for (const name of done)
    schemas[bodyName(name)] = z.toJSONSchema(actions[name].body, { io: "input" });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _address, ...schema }]) => [
      id,
      schema,
    ]),
  );
}

function problemResponses(): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([name, { title }]) => [
      name,
      {
        description: title,
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    ]),
  );
}

/** Answers may grow, so further fields are not forbidden; and the bounds of a safe integer say nothing. */
function plain({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
