/** One keep-alive connection to the service; a body as it travelled, so that unpacking it is no part of the time. */
import { Agent, get, type IncomingMessage } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

export interface Answer {
  status: number;
  /** Until the last byte was here. */
  ms: number;
  wireBytes: number;
  /** Unpacked. */
  body(): Buffer;
}

export interface HttpClient {
  get(path: string): Promise<Answer>;
  close(): void;
}

/** What browsers without zstd send. */
const ACCEPT_ENCODING = "gzip, deflate, br";

export function openHttp(address: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    get: (path) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        const options = { agent, headers: { "accept-encoding": ACCEPT_ENCODING } };
        get(new URL(path, address), options, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", reject);
          response.once("end", () => {
            const ms = performance.now() - start;
            const packed = Buffer.concat(chunks);
            resolve({
              status: response.statusCode ?? 0,
              ms,
              wireBytes: packed.length,
              body: () => unpack(response, packed),
            });
          });
        }).once("error", reject);
      }),
    close: () => agent.destroy(),
  };
}

function unpack(response: IncomingMessage, packed: Buffer): Buffer {
  switch (response.headers["content-encoding"]) {
    case "br":
      return brotliDecompressSync(packed);
    case "gzip":
      return gunzipSync(packed);
    case "deflate":
      return inflateSync(packed);
    default:
      return packed;
  }
}
