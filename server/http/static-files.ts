/**
 * The built client. Files under `assets/` carry a hash in their name and never change; every other address of the
 * app gets `index.html`, with a fresh nonce for the styles that react-aria adds at run time.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import express, { Router } from "express";
import { contentSecurityPolicy } from "./security.ts";

/** Ends of addresses that are files: a missing one is a 404, not the app. */
const FILE_ENDINGS =
  /\.(?:js|mjs|css|map|json|html?|txt|svg|png|jpe?g|webp|ico|woff2?|webmanifest)$/i;

/** Origins that may embed the story with this token; `null` = there is no such story. */
export type EmbeddersOf = (token: string) => Promise<readonly string[] | null>;

/** @param clientDir folder of the built client; a folder without `index.html` serves nothing */
export function staticFiles(clientDir: string, embeddersOf: EmbeddersOf): Router {
  const router = Router();
  const indexFile = path.join(clientDir, "index.html");
  if (!existsSync(indexFile)) return router;
  const page = readFileSync(indexFile, "utf8");

  router.get(["/", "/index.html"], (_request, response) => sendPage(response, page));
  router.get("/embed/:token", async ({ params }, response, next) => {
    const embedders = await embeddersOf(params.token);
    if (embedders === null) next();
    else sendPage(response, page, embedders);
  });
  router.use(
    "/assets",
    express.static(path.join(clientDir, "assets"), {
      immutable: true,
      maxAge: "1y",
      index: false,
      redirect: false,
      fallthrough: true,
    }),
  );
  router.use(
    express.static(clientDir, { index: false, redirect: false, maxAge: 0, dotfiles: "ignore" }),
  );
  router.get("/{*address}", (request, response, next) => {
    const isElsewhere = /^\/(?:assets|embed)\//.test(request.path);
    if (isElsewhere || FILE_ENDINGS.test(request.path)) next();
    else if (!request.accepts("html")) next();
    else sendPage(response, page);
  });
  return router;
}

function sendPage(response: express.Response, page: string, embedders?: readonly string[]): void {
  // The older header knows no list of origins; the policy says it.
  if (embedders) response.removeHeader("X-Frame-Options");
  const nonce = randomBytes(16).toString("base64");
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`;
  response
    .set({
      "Cache-Control": "no-store",
      "Content-Security-Policy": contentSecurityPolicy([`'nonce-${nonce}'`], embedders),
    })
    .type("html")
    .send(page.replace("</head>", `${meta}</head>`));
}
