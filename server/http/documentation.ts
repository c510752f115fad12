/** The API's two descriptions of itself: for programs and for people. Both come from the contract. */
import { createHash } from "node:crypto";
import { Router } from "express";
import { docsPage, docsStyle } from "./docs-page.ts";
import { openApiDocument } from "./openapi.ts";
import { readQuery } from "./parameters.ts";
import { contentSecurityPolicy, styleHash } from "./security.ts";

export const DOCUMENT_PATH = "/api/openapi.json";
export const PAGE_PATH = "/api/docs";

export function documentation(): { router: Router; paths: string[] } {
  const document = openApiDocument();
  const pagePolicy = contentSecurityPolicy([styleHash(docsStyle)]);
  const answers = [
    {
      path: DOCUMENT_PATH,
      type: "application/json; charset=utf-8",
      text: JSON.stringify(document),
      headers: {},
    },
    {
      path: PAGE_PATH,
      type: "text/html; charset=utf-8",
      text: docsPage(document),
      headers: { "Content-Security-Policy": pagePolicy },
    },
  ];
  const router = Router({ strict: true, caseSensitive: true });
  for (const { path, type, text, headers } of answers) {
    const bytes = Buffer.from(text);
    const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 16);
    router.get(path, (request, response) => {
      readQuery(request.originalUrl.split("?").slice(1).join("?"), []);
      response.set({
        ...headers,
        "Content-Type": type,
        "Cache-Control": "no-cache",
        ETag: `W/"${hash}"`,
      });
      if (request.fresh) response.status(304).end();
      else response.send(bytes);
    });
  }
  return { router, paths: answers.map(({ path }) => path) };
}
