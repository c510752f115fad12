/** The service as an Express app: security, limits, the contract's endpoints, the client's files, one mapper of errors. */
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import type { Logger } from "pino";
import { actions, api } from "../contract/api.ts";
import type { Live } from "../live/live.ts";
import { findShared } from "../queries/shared.ts";
import type { Store } from "../store/store.ts";
import { actionNames, actionRoutes } from "./actions.ts";
import { documentation } from "./documentation.ts";
import { endpointNames, endpoints } from "./endpoints.ts";
import { offlineFiles } from "./offline-file.ts";
import { HttpProblem, sendProblem, toProblem } from "./problems.ts";
import { securityHeaders } from "./security.ts";
import { type EmbeddersOf, staticFiles } from "./static-files.ts";

/** Longest address, in characters: a hundred values in each of several filters fit. */
const LONGEST_URL = 16_384;
const MINUTE_MS = 60_000;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

export interface AppOptions {
  live: Live;
  store: Store;
  log: Logger;
  /** Folder of the built client; without it only the API answers. */
  clientDir?: string;
  /** The built template of a story's file; without it there are no such files. */
  offlineTemplate?: string;
  /** Longest time for one answer. Default 10,000 ms. */
  requestTimeoutMs?: number;
  /** Requests to the API a minute for one address that is not this machine. Default 0 = no limit. */
  requestsPerMinute?: number;
  /** Proxies whose `X-Forwarded-For` is believed. */
  trustProxy?: string[];
}

export function createApp(options: AppOptions): Express {
  const { live, store, log, requestTimeoutMs = 10_000, requestsPerMinute = 0 } = options;
  const app = express();
  app.disable("x-powered-by");
  app.enable("strict routing");
  app.enable("case sensitive routing");
  // Tags are made from the snapshot, and queries are read by the contract.
  app.set("etag", false);
  app.set("query parser", false);
  app.set("trust proxy", options.trustProxy ?? []);

  app.use(logRequests(log), ...securityHeaders(), refuseLongAddress, compression());
  if (requestsPerMinute > 0) app.use("/api", limitRequests(requestsPerMinute));
  const documented = documentation();
  const files = offlineFiles({ live, store, requestTimeoutMs }, options.offlineTemplate);
  const paths = [
    ...endpointNames.map((name) => api[name].path),
    ...documented.paths,
    ...files.paths,
  ];
  app.use(actionRoutes({ live, store, requestTimeoutMs }));
  app.all(paths, refuseMethods);
  app.use(endpoints({ live, store, requestTimeoutMs }), documented.router, files.router);
  app.use("/api", refuseAddress);
  app.use(refuseMethods);
  if (options.clientDir !== undefined) {
    app.use(staticFiles(options.clientDir, embeddersIn(store, requestTimeoutMs)));
  }
  app.use(refuseAddress);
  app.use(mapErrors(log));
  return app;
}

function embeddersIn(store: Store, timeoutMs: number): EmbeddersOf {
  return async (token) => {
    const found = await findShared(store, token, AbortSignal.timeout(timeoutMs));
    return found?.kept.sharing?.embedOrigins ?? null;
  };
}

const refuseLongAddress: RequestHandler = (request, _response, next) => {
  const { length } = request.originalUrl;
  if (length <= LONGEST_URL) next();
  else {
    next(
      new HttpProblem(
        "payload-too-large",
        `address: expected at most ${LONGEST_URL} characters (got ${length})`,
      ),
    );
  }
};

/** An action has been answered before. */
const refuseMethods: RequestHandler = ({ method, path }, _response, next) => {
  if (method === "GET" || method === "HEAD") next();
  else {
    const isAction = actionNames.some((name) => actions[name].path === path);
    const allowed = isAction ? "GET, HEAD, POST" : "GET, HEAD";
    const detail = `method: expected one of ${allowed} (got ${method})`;
    next(new HttpProblem("method-not-allowed", detail, { Allow: allowed }));
  }
};

const refuseAddress: RequestHandler = () => {
  throw new HttpProblem(
    "no-such-endpoint",
    "There is nothing at this address; /api/docs lists the addresses of the API.",
  );
};

/** This machine is never limited: it runs the bench, the tests and a reverse proxy that limits by itself. */
function limitRequests(limit: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    skip: ({ ip = "", originalUrl }) => LOOPBACK.test(ip) || originalUrl === api.health.path,
    handler: (_request, _response, next) => {
      next(
        new HttpProblem(
          "too-many-requests",
          `expected at most ${limit} requests a minute from one address (got more)`,
        ),
      );
    },
  });
}

function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    if (!log.isLevelEnabled("debug")) return next();
    const start = performance.now();
    response.once("close", () => {
      const milliseconds = Math.round((performance.now() - start) * 10) / 10;
      const { method, path } = request;
      log.debug(
        {
          method,
          path,
          status: response.statusCode,
          milliseconds,
          whole: response.writableFinished,
        },
        "request",
      );
    });
    next();
  };
}

function mapErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const answer = toProblem(error, request.path);
    const { status, type, detail } = answer.body;
    const entry = { method: request.method, path: request.path, status, type };
    if (status >= 500) log[status === 500 ? "error" : "warn"]({ ...entry, err: error }, "problem");
    else log.info({ ...entry, detail }, "problem");
    // Half an answer cannot be taken back; closing the connection tells the client that it is not whole.
    if (response.headersSent) response.destroy();
    else sendProblem(response, answer);
  };
}
