/**
 * Files for use without the service: the package of records that a presenter keeps, and a story as one HTML file with
 * the whole program in it. The program's part is a template that the build makes; title and package are put into it.
 */
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { type Request, type Response, Router } from "express";
import type { z } from "zod";
import { files } from "../contract/offline.ts";
import type { OfflinePackage } from "../contract/offline-words.ts";
import { keptStory, type Story } from "../contract/stories.ts";
import { offlinePackage, type PackageRequest } from "../queries/offline-package.ts";
import { contextOf, type EndpointOptions, withDeadline } from "./endpoints.ts";
import { attachment } from "./file-name.ts";
import { toJson } from "./json.ts";
import { parseParameters, parsePath, readQuery } from "./parameters.ts";
import { HttpProblem, starting } from "./problems.ts";

/** Reading and packing a large graph takes longer than an answer. */
const DEADLINE_MS = 60_000;
const LONGEST_DESCRIPTION = 300;
/** What of `client/offline/index.html` is replaced, each once. */
const MARKS = /<html lang="de">|%(?:TITLE|DESCRIPTION|PACKAGE)%/g;

const compress = promisify(gzip);

/** @param template path of the built one; without it no story becomes a file */
export function offlineFiles(
  options: EndpointOptions,
  template?: string,
): { router: Router; paths: string[] } {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(files.package.path, (request, response) => sendPackage(options, request, response));
  router.get(files.storyFile.path, (request, response) =>
    sendStoryFile(options, template, request, response),
  );
  return { router, paths: Object.values(files).map(({ path }) => path) };
}

async function sendPackage(
  options: EndpointOptions,
  request: Request,
  response: Response,
): Promise<void> {
  const { story, notes } = queryOf(files.package.query, request);
  const wanted = { story: story ?? null, hasNotes: notes === "with" };
  const isZipped = request.acceptsEncodings("gzip") === "gzip";
  const bytes = await withDeadline(DEADLINE_MS, response, async (signal) => {
    const json = await toJson(await pack(options, wanted, signal), signal);
    return isZipped ? zipped(json, signal) : json;
  });
  if (!bytes) return;
  response.set({
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    Vary: "Accept-Encoding",
  });
  if (isZipped) response.set("Content-Encoding", "gzip");
  response.send(bytes);
}

async function sendStoryFile(
  options: EndpointOptions,
  templateFile: string | undefined,
  request: Request,
  response: Response,
): Promise<void> {
  const { id } = parsePath(files.storyFile.params, request.params);
  const { lang, notes } = queryOf(files.storyFile.query, request);
  const template = await readTemplate(templateFile);
  const file = await withDeadline(DEADLINE_MS, response, async (signal) => {
    const packed = await pack(options, { story: id, hasNotes: notes === "with" }, signal);
    const { title, description } = wordsOf(storyIn(packed), lang);
    const bytes = await zipped(await toJson(packed, signal), signal);
    return {
      name: attachment(title, "html"),
      html: fillTemplate(template, {
        '<html lang="de">': `<html lang="${lang}">`,
        "%TITLE%": escapeHtml(`${title} – Querblick`),
        "%DESCRIPTION%": escapeHtml(description),
        "%PACKAGE%": bytes.toString("base64"),
      }),
    };
  });
  if (!file) return;
  response
    // Compressed already, nearly as small as it gets.
    .set({ "Content-Disposition": file.name, "Cache-Control": "no-store, no-transform" })
    .type("html")
    .send(file.html);
}

function queryOf<S extends z.ZodObject>(schema: S, request: Request): z.output<S> {
  const search = request.originalUrl.split("?").slice(1).join("?");
  return parseParameters(schema, readQuery(search, Object.keys(schema.shape)));
}

function pack(
  options: EndpointOptions,
  request: PackageRequest,
  signal: AbortSignal,
): Promise<OfflinePackage> {
  const snapshot = options.live.snapshot();
  if (!snapshot) throw starting();
  return offlinePackage(contextOf(options, snapshot), request, signal);
}

async function zipped(bytes: Buffer, signal: AbortSignal): Promise<Buffer> {
  const small = await compress(bytes, { level: constants.Z_BEST_COMPRESSION });
  signal.throwIfAborted();
  return small;
}

async function readTemplate(file: string | undefined): Promise<string> {
  try {
    if (file !== undefined) return await readFile(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  throw new HttpProblem(
    "no-such-endpoint",
    "template: expected the one that `npm run build` makes (got none)",
  );
}

/** In one go, so that nothing that is put in is looked at for marks again. */
function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(MARKS, (mark) => values[mark] ?? mark);
}

function storyIn({ stories: [record] }: OfflinePackage): Story {
  return keptStory.parse(JSON.parse(record?.content ?? "null")).story;
}

function wordsOf({ title, subtitle }: Story, language: "de" | "en") {
  const other = language === "de" ? "en" : "de";
  const [name = "Querblick", text = name] = [title, subtitle].map(
    (words) => words[language].trim() || words[other].trim() || undefined,
  );
  return { title: name, description: [...text].slice(0, LONGEST_DESCRIPTION).join("") };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
