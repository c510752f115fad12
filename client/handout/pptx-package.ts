/**
 * Puts in order what pptxgenjs 4.0 writes against the schemas of ECMA-376 or leaves out, part by part: PowerPoint
 * forgives some of it, other programs do not.
 */
import { type LineStyle, readMarks } from "./pptx-marks.ts";
import type { ZipEntry } from "./zip.ts";

const PERCENT = 100_000;
/** A dot is a dash of almost no length with round ends. */
const MIN_DASH_PERCENT = 1000;
const THEME = "ppt/theme/theme1.xml";
const NOTES_THEME = "ppt/theme/theme2.xml";
const LANGUAGES = { de: "de-DE", en: "en-GB" } as const;

export function orderedPackage(
  entries: readonly ZipEntry[],
  language: keyof typeof LANGUAGES,
): ZipEntry[] {
  const paths = new Set([...entries.map(({ path }) => path), NOTES_THEME]);
  const parts = entries.flatMap((entry): ZipEntry[] => {
    const xml = new TextDecoder().decode(entry.bytes);
    const ordered = {
      ...entry,
      bytes: new TextEncoder().encode(part(entry.path, xml, language, paths)),
    };
    // Each master has a theme of its own; one for both makes PowerPoint repair the file.
    return entry.path === THEME ? [ordered, { ...ordered, path: NOTES_THEME }] : [ordered];
  });
  return parts;
}

function part(
  path: string,
  xml: string,
  language: keyof typeof LANGUAGES,
  paths: ReadonlySet<string>,
): string {
  if (path === "[Content_Types].xml") return contentTypes(xml, paths);
  if (path === "docProps/core.xml") return core(xml, LANGUAGES[language]);
  if (path === "docProps/app.xml") return APP;
  if (path === "ppt/presentation.xml") return presentation(xml);
  if (path === "ppt/notesMasters/_rels/notesMaster1.xml.rels") {
    return xml.replace("theme1.xml", "theme2.xml");
  }
  const spoken = xml.replaceAll('lang="en-US"', `lang="${LANGUAGES[language]}"`);
  if (path.startsWith("ppt/slides/slide")) return slide(spoken);
  if (path.startsWith("ppt/notesSlides/notesSlide")) return notes(spoken);
  return path.startsWith("ppt/slideLayouts/slideLayout") ? tidyTexts(spoken) : spoken;
}

/** Drops the types of masters that are not there, and names the second theme. */
function contentTypes(xml: string, paths: ReadonlySet<string>): string {
  const theme =
    '<Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>';
  return xml
    .replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, path) =>
      paths.has(path) ? whole : "",
    )
    .replace("</Types>", `${theme}</Types>`);
}

function core(xml: string, language: string): string {
  return xml.replace("<dc:creator>", `<dc:language>${language}</dc:language><dc:creator>`);
}

/** The original counts fonts and titles that it does not know. */
const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  "<Application>Querblick</Application></Properties>";

/** The master of the notes stands before the slides. */
function presentation(xml: string): string {
  const master = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/.exec(xml)?.[0] ?? "";
  return xml.replace(master, "").replace("<p:sldIdLst>", `${master}<p:sldIdLst>`);
}

function slide(xml: string): string {
  let id = 1;
  return tidyTexts(xml)
    .split(/(?=<p:sp>|<p:graphicFrame>)/)
    .map((shape, index) => {
      if (index === 0) return shape;
      id++;
      // Tables are numbered apart from shapes there, so that numbers came twice.
      return marked(shape.replace(/<p:cNvPr id="\d+"/, `<p:cNvPr id="${id}"`));
    })
    .join("");
}

/** Properties of a paragraph once and first; no empty lines of borders, bullets of the font of the text. */
function tidyTexts(xml: string): string {
  return xml
    .replace(/(<\/a:r>|<a:br\/>)(?:<a:pPr[^>]*>.*?<\/a:pPr>)+/g, "$1")
    .replace(/<a:buSzPct val="\d+"\/>/g, "")
    .replaceAll("<a:buChar", '<a:buFont typeface="Arial"/><a:buChar')
    .replaceAll("<a:ln></a:ln>", "<a:ln><a:noFill/></a:ln>");
}

/** Puts the marks of the name where they belong. */
function marked(shape: string): string {
  const written = /<p:cNvPr id="\d+" name="([^"]*)"/.exec(shape)?.[1] ?? "";
  const marks = readMarks(written);
  if (!marks) return shape;
  const description = marks.description === "" ? "" : ` descr="${marks.description}"`;
  const named = shape.replace(`name="${written}"`, () => `name="${marks.name}"${description}`);
  return marks.line ? lined(named, marks.line) : named;
}

function lined(shape: string, { cap, dash }: LineStyle): string {
  const dashes = dash.length === 0 ? '<a:prstDash val="solid"/>' : customDash(dash);
  return shape
    .replace(/<a:ln w="(\d+)">/, `<a:ln w="$1" cap="${cap}">`)
    .replace('<a:prstDash val="solid"/>', `${dashes}<a:round/>`);
}

function customDash(dash: readonly number[]): string {
  const percent = (length: number | undefined) =>
    Math.max(MIN_DASH_PERCENT, Math.round((length ?? 1) * PERCENT));
  const pairs: string[] = [];
  for (let at = 0; at < dash.length; at += 2) {
    pairs.push(`<a:ds d="${percent(dash[at])}" sp="${percent(dash[at + 1] ?? dash[at])}"/>`);
  }
  return `<a:custDash>${pairs.join("")}</a:custDash>`;
}

/** Each line of the notes as a paragraph. */
function notes(xml: string): string {
  return xml.replace(
    /<a:p><a:r>(<a:rPr [^>]*\/>)<a:t>([\s\S]*?)<\/a:t><\/a:r>(<a:endParaRPr [^>]*\/>)<\/a:p>/,
    (_whole, look: string, text: string, end: string) =>
      text
        .split(/\r?\n/)
        .map((line) =>
          line === "" ? `<a:p>${end}</a:p>` : `<a:p><a:r>${look}<a:t>${line}</a:t></a:r></a:p>`,
        )
        .join(""),
  );
}
