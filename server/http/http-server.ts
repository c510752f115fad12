/** The listening server around the app: what Node's parser refuses is answered as a problem too. */
import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { PROBLEMS, type Problem, type ProblemName } from "../contract/problem.ts";

/** So that an address of 1 MB reaches the app, which refuses it with a whole answer instead of a broken connection. */
const MAX_HEADER_BYTES = 2 * 1024 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
    },
    app,
  );
  server.on("clientError", answerClientError);
  return server;
}

/** Resolves to the address to open in a browser; rejects with a sentence when the port cannot be had. */
export function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new Error(listenMessage(error, port, host), { cause: error })),
    );
    server.listen(port, host, () => {
      // An address of kind string is a pipe's; this server listens on a port.
      const { port: taken } = server.address() as AddressInfo;
      const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
      resolve(`http://${shown.includes(":") ? `[${shown}]` : shown}:${taken}`);
    });
  });
}

/** Takes no new requests, lets the running ones finish for so long, then cuts them. */
export function closeServer(server: Server, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function listenMessage(
  { code, message }: NodeJS.ErrnoException,
  port: number,
  host: string,
): string {
  if (code === "EADDRINUSE") {
    return `PORT: expected a free port on ${host} (got ${port}, which another program uses; PORT=0 takes a free one)`;
  }
  if (code === "EACCES") {
    return `PORT: expected a port that this user may open (got ${port}; from 1024 on anybody may)`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `HOST: expected an address of this machine (got ${host})`;
  }
  return `expected to listen on ${host}:${port} (got ${message})`;
}

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const isTooLong = error.code === "HPE_HEADER_OVERFLOW";
  const name: ProblemName = isTooLong ? "payload-too-large" : "invalid-request";
  const { status, title } = PROBLEMS[name];
  const detail = isTooLong
    ? `request: expected at most ${MAX_HEADER_BYTES} bytes of address and headers (got more)`
    : "request: expected well-formed HTTP/1.1 (got something else)";
  const problem: Problem = { type: `/problems/${name}`, title, status, detail };
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
      "Content-Type: application/problem+json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Cache-Control: no-store",
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
