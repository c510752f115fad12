/**
 * Security headers. Nothing is loaded from elsewhere and nothing runs inline; the styles that react-aria adds to
 * the page carry the nonce that `static-files.ts` writes into it.
 */
import { createHash } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * @param styles further sources of styles, for example `'nonce-…'` or `'sha256-…'`
 * @param embedders who may show the page in a frame; only pages of this service where not given
 */
export function contentSecurityPolicy(
  styles: readonly string[] = [],
  embedders: readonly string[] = ["'self'"],
): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "script-src-attr 'none'",
    ["style-src 'self'", ...styles].join(" "),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ["frame-ancestors", ...(embedders.length > 0 ? embedders : ["'none'"])].join(" "),
  ].join(";");
}

/** The source expression that allows exactly this text of an inline style element. */
export function styleHash(css: string): string {
  return `'sha256-${createHash("sha256").update(css).digest("base64")}'`;
}

export function securityHeaders(): RequestHandler[] {
  const policy = contentSecurityPolicy();
  return [
    helmet({
      // Set below as text, because single pages add a style source to it.
      contentSecurityPolicy: false,
      // The service speaks plain HTTP; whoever puts TLS in front of it decides about this one.
      strictTransportSecurity: false,
      referrerPolicy: { policy: "same-origin" },
    }),
    (_request, response, next) => {
      response.set("Content-Security-Policy", policy);
      next();
    },
  ];
}
