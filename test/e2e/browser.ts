/** A real Chromium with a profile of its own; the flags keep it quiet and alike on every machine. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../environment.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-device-scale-factor=1",
  "--font-render-hinting=none",
  "--disable-lcd-text",
];
const SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const NO_WEBGL = ["--disable-3d-apis"];
/** Nothing on a quiet machine takes a tenth of it. */
const PATIENCE_MS = 20_000;

export interface BrowserOptions {
  width?: number;
  height?: number;
  webgl?: boolean;
  locale?: string;
  colorScheme?: "light" | "dark";
  reducedMotion?: boolean;
  /** More command-line flags. */
  flags?: readonly string[];
}

export interface OpenedBrowser {
  context: BrowserContext;
  page: Page;
  /** Messages of the console at level error, and uncaught exceptions. */
  problems: string[];
  /** Addresses of all requests so far, those that failed too; without `data:` and `blob:`. */
  requests: string[];
  close(): Promise<void>;
}

export async function openBrowser(options: BrowserOptions = {}): Promise<OpenedBrowser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("Chromium not found.");
  const profile = mkdtempSync(join(tmpdir(), "querblick-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      ...FLAGS,
      ...(options.webgl === false ? NO_WEBGL : SOFTWARE_WEBGL),
      ...(options.flags ?? []),
    ],
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: options.locale ?? "de-DE",
    timezoneId: "Europe/Berlin",
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  const problems: string[] = [];
  const requests: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url())) requests.push(request.url());
  });
  return {
    context,
    page,
    problems,
    requests,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
