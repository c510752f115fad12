/**
 * Walks the contract's table of actions: checks where the request comes from, body → handler → JSON. A body is JSON
 * of this service's own pages or of a program: `Content-Type: application/json` cannot be sent by a form, and
 * another site's page is refused by the browser's own word on it.
 */
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { type ActionName, actions, type ParsedBodyOf } from "../contract/api.ts";
import { actionHandlers } from "../queries/all-actions.ts";
import { contextOf, type EndpointOptions, withDeadline } from "./endpoints.ts";
import { parseBody, readQuery } from "./parameters.ts";
import { HttpProblem, starting } from "./problems.ts";

/** Longest body where the action does not say more: the longest note in four-byte characters, its escapes, and the rest. */
const LONGEST_BODY = 64 * 1024;
const JSON_TYPE = /^\s*application\/json\s*(?:;|$)/i;

export const actionNames = Object.keys(actions) as ActionName[];

export function actionRoutes(options: EndpointOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const name of actionNames) {
    router.post(
      actions[name].path,
      refuseOtherSites,
      refuseOtherTypes,
      express.json({ limit: longestBody(name), strict: true }),
      (request, response) => act(name, options, request, response),
    );
  }
  return router;
}

function longestBody(name: ActionName): number {
  const action = actions[name];
  return "longestBody" in action ? action.longestBody : LONGEST_BODY;
}

async function act<N extends ActionName>(
  name: N,
  options: EndpointOptions,
  request: Request,
  response: Response,
): Promise<void> {
  const question = request.originalUrl.indexOf("?");
  readQuery(question < 0 ? "" : request.originalUrl.slice(question + 1), []);
  const body = parseBody(actions[name].body, request.body) as ParsedBodyOf<N>;
  const snapshot = options.live.snapshot();
  if (!snapshot) throw starting();
  const result = await withDeadline(options.requestTimeoutMs, response, (signal) =>
    actionHandlers[name](contextOf(options, snapshot), body, signal),
  );
  if (result) response.set("Cache-Control", "no-store").json(result);
}

/** Browsers say so themselves; programs say nothing. */
const refuseOtherSites: RequestHandler = ({ headers, host }, _response, next) => {
  const site = headers["sec-fetch-site"];
  const { origin } = headers;
  // A proxy may have changed the host: the browser's word comes first.
  const isOther =
    site === undefined
      ? origin !== undefined && hostOf(origin) !== host
      : site !== "same-origin" && site !== "none";
  if (!isOther) next();
  else {
    const detail = `expected a request of this service's own page (got one of ${origin ?? site})`;
    next(new HttpProblem("cross-site", detail.slice(0, 300)));
  }
};

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

const refuseOtherTypes: RequestHandler = ({ headers }, _response, next) => {
  const type = headers["content-type"] ?? "none";
  if (JSON_TYPE.test(type)) next();
  else {
    const detail = `content type: expected application/json (got ${type.slice(0, 100)})`;
    next(new HttpProblem("unsupported-media-type", detail));
  }
};
