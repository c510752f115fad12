/** Other programs that open what we write: LibreOffice, Poppler and librsvg. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const CONVERT_LIMIT_MS = 120_000;
const READ_LIMIT_MS = 60_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** LibreOffice without its Java part says so each time; it has nothing to do with the file. */
const UNRELATED = /^Warning: failed to launch javaldx.*$\n?/gm;

export interface Conversion {
  /** Path of the PDF, beside the file. */
  pdf: string;
  /** Everything LibreOffice said but the line about what it does. */
  complaints: string;
}

/** Has LibreOffice open a file and write it as a PDF; fails when there is none afterwards. */
export async function convertToPdf(file: string): Promise<Conversion> {
  // A profile of its own: a running LibreOffice would take the file over and answer at once.
  const profile = await mkdtemp(path.join(tmpdir(), "querblick-office-"));
  try {
    const folder = path.dirname(file);
    const { stdout, stderr } = await run(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        file,
      ],
      { timeout: CONVERT_LIMIT_MS },
    );
    const name = `${path.basename(file, path.extname(file))}.pdf`;
    if (!(await readdir(folder)).includes(name)) {
      throw new Error(`soffice: expected ${name} (got ${stdout}${stderr})`);
    }
    const complaints = `${stdout.replace(/^convert .*$\n?/gm, "")}${stderr.replace(UNRELATED, "")}`;
    return { pdf: path.join(folder, name), complaints: complaints.trim() };
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** All text, laid out as on the page; pages end with a form feed. Fails on what Poppler complains about. */
export async function pdfText(file: string): Promise<string> {
  const { stdout, stderr } = await run("pdftotext", ["-layout", file, "-"], {
    timeout: READ_LIMIT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  if (stderr !== "") throw new Error(`pdftotext: expected no complaint (got ${stderr})`);
  return stdout;
}

/** Each page as a PNG beside the file, in order. */
export async function pdfPages(file: string, dpi = 60): Promise<string[]> {
  const folder = path.dirname(file);
  const prefix = `${path.basename(file, ".pdf")}-page`;
  const { stderr } = await run(
    "pdftoppm",
    ["-png", "-r", String(dpi), file, path.join(folder, prefix)],
    { timeout: READ_LIMIT_MS },
  );
  if (stderr !== "") throw new Error(`pdftoppm: expected no complaint (got ${stderr})`);
  const pages = (await readdir(folder)).filter((name) => name.startsWith(`${prefix}-`));
  return pages.sort().map((name) => path.join(folder, name));
}

/** `Title: …` and the like as Poppler reads them. */
export async function pdfFacts(file: string): Promise<Map<string, string>> {
  const { stdout } = await run("pdfinfo", [file], { timeout: READ_LIMIT_MS });
  const lines = stdout.split("\n").map((line) => line.split(/:\s+(.*)/s));
  return new Map(lines.map(([name = "", value = ""]) => [name, value]));
}

/** Names of the fonts and whether they are embedded. */
export async function pdfFonts(file: string): Promise<{ name: string; isEmbedded: boolean }[]> {
  const { stdout } = await run("pdffonts", [file], { timeout: READ_LIMIT_MS });
  return stdout
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => ({
      name: line.split(/\s+/)[0] ?? "",
      isEmbedded: / yes (yes|no) +(yes|no) +\d+ +\d+$/.test(line),
    }));
}

/** @param png where the picture goes */
export async function svgToPng(svg: string, png: string): Promise<void> {
  const { stderr } = await run("rsvg-convert", ["-o", png, svg], { timeout: READ_LIMIT_MS });
  if (stderr !== "") throw new Error(`rsvg-convert: expected no complaint (got ${stderr})`);
}
