/** A scene as a sheet to hand out: the picture or the list, its words, and where it comes from. */
import i18next from "i18next";
import type { MissingActor, SceneRecord, Story } from "../../server/contract/stories.ts";
import { ask as askService, type Parameters } from "../api.ts";
import { drawScene } from "../drawing/draw-scene.ts";
import { legendEntries } from "../drawing/legend.ts";
import type { MeasureText } from "../drawing/measure.ts";
import { actorAsText } from "../features/actor/as-text.ts";
import { crossLinkAsText } from "../features/cross-link/as-text.ts";
import { chosenValues, facetOptions, LIST_FACETS } from "../features/filters/facets.ts";
import { groupAsText } from "../features/group/as-text.ts";
import type { Scene } from "../graph/scene.ts";
import { selectionOf } from "../graph-ui/acts.ts";
import { type Ask, loadScene } from "../graph-ui/load-scene.ts";
import { statusWords } from "../graph-ui/status-words.ts";
import { markdownBlocks } from "../handout/markdown.ts";
import type { HandOut, Sheet, SourceLine, TextBlock } from "../handout/sheet.ts";
import { formatDate, formatList, formatNumber } from "../i18n/format.ts";
import type { Language } from "../i18n/language.ts";
import { actorName } from "../i18n/localised.ts";
import type { Words } from "../records/words.ts";
import { filterEntries, readView } from "../state/url.ts";
import { filterCount, type Panel, type View } from "../state/view.ts";
import { listOf, matrixOf } from "./sheet-tables.ts";
import { inLanguage } from "./words.ts";

/** The service takes so many actors at once. */
const MOST_BETWEEN = 400;
/** Beside a picture; the whole page is in the program. */
const MOST_ASIDE_LINES = 16;

export interface SheetMaker {
  language: Language;
  ask: Ask;
  measure: MeasureText;
  fontFamily: string;
  signal: AbortSignal;
}

/** @param fontFamily of the names in the picture, which `measure` measures */
export function sheetMaker(
  language: Language,
  measure: MeasureText,
  fontFamily: string,
  signal: AbortSignal,
): SheetMaker {
  const answers = new Map<string, Promise<unknown>>();
  // Scenes that look alike ask the same.
  const ask: Ask = (name, parameters) => {
    const key = JSON.stringify([name, parameters]);
    const known = answers.get(key) ?? askService(name, parameters, signal);
    answers.set(key, known);
    return known as ReturnType<typeof askService<typeof name>>;
  };
  return { language, ask, measure, fontFamily, signal };
}

/** The words of a file in its own language, which need not be the page's. */
export function wordsIn(language: Language, namespace: string): Words {
  const t = i18next.getFixedT(language, namespace);
  return { language, say: (key, values = {}) => String(t(key, values)) };
}

export function handOutWords(language: Language): HandOut["words"] {
  const { say } = wordsIn(language, "workshop");
  return {
    sources: say("sheet.sources"),
    moreSources: (count) => say("sheet.moreSources", { count }),
    page: (page, pages) => say("sheet.page", { page, pages }),
    filters: say("sheet.filters"),
    legend: say("sheet.legend"),
    moreRows: (count) => say("sheet.moreRows", { count }),
  };
}

export async function sheetOf(
  story: Story,
  scene: SceneRecord,
  missing: readonly MissingActor[],
  maker: SheetMaker,
): Promise<Sheet> {
  const { language } = maker;
  const { say } = wordsIn(language, "workshop");
  const gone = missing.filter((one) => one.scene === scene.id);
  const names = gone.map((one) => actorName(one, language)).join(", ");
  const caption = markdownBlocks(inLanguage(scene.caption, language));
  const sheet = await viewSheet(readView(scene.view), maker, {
    camera: scene.camera,
    places: scene.arrangement === null ? null : (story.arrangements[scene.arrangement] ?? null),
  });
  return {
    ...sheet,
    title: inLanguage(scene.title, language) || say("untitled"),
    caption:
      gone.length > 0
        ? [...caption, paragraph(say("gone", { count: gone.length, names }))]
        : caption,
    notes: markdownBlocks(inLanguage(scene.notes, language)),
  };
}

export interface Look {
  camera: SceneRecord["camera"];
  places: { ids: readonly string[]; x: readonly number[]; y: readonly number[] } | null;
  /** As it is on the page already: nothing is asked again. */
  drawn?: Scene | undefined;
}

/** A view as a sheet without a title. Where nothing is there any more it says so. */
export async function viewSheet(view: View, maker: SheetMaker, look: Look): Promise<Sheet> {
  const { language, ask } = maker;
  const empty: Sheet = {
    language,
    title: "",
    caption: [],
    notes: [],
    draw: null,
    table: null,
    aside: [],
    legend: [],
    filters: "",
    status: "",
    made: "",
    sources: [],
    sourcesOmitted: 0,
  };
  const figure = await figureOf(view, maker, look);
  const between = figure.scene && !isWhole(view) ? figure.scene.nodes.map(({ id }) => id) : null;
  const [foot, aside, filters] = await Promise.all([
    footOf(view, between, maker).catch(orNothing({})),
    view.panel ? asideOf(view.panel, ask, language).catch(orNothing([])) : [],
    filtersOf(view, maker).catch(orNothing("")),
  ]);
  return { ...empty, ...figure.parts, ...foot, aside, filters };

  /** Somebody who is gone takes neither the picture nor the file with them. */
  function orNothing<T>(nothing: T) {
    return (error: unknown): T => {
      maker.signal.throwIfAborted();
      if (error instanceof TypeError) throw error;
      return nothing;
    };
  }
}

/** Everything that passes the filters is in it; else only the actors that are drawn. */
function isWhole({ page, layout, mode }: View): boolean {
  return page === "explore" && (mode !== "picture" || layout !== "radial");
}

async function figureOf(
  view: View,
  maker: SheetMaker,
  look: Look,
): Promise<{ parts: Partial<Sheet>; scene: Scene | null }> {
  const { language, ask, measure, fontFamily, signal } = maker;
  const wordsOf = (namespace: string) => wordsIn(language, namespace);
  const { moreRows } = handOutWords(language);
  try {
    if (view.mode === "table") {
      return { parts: await listOf(view, ask, wordsOf), scene: null };
    }
    const isMap = view.page === "opportunities" && view.opportunities.pair === null;
    if (view.mode === "matrix" || isMap) {
      const parts = await matrixOf(view, { ask, wordsOf, measure, moreRows });
      return { parts, scene: null };
    }
    const loaded = await loadScene(view, {
      ask,
      words: { picture: wordsOf("graph-ui"), records: wordsOf("records") },
      places: look.places,
      signal,
    });
    if (loaded === null) return { parts: {}, scene: null };
    const scene = look.drawn ?? loaded.scene;
    const isExplored = view.page === "explore";
    const status =
      loaded.facts &&
      statusWords(
        loaded.facts,
        view,
        i18next.getFixedT(language, ["frame", "common", "vocabulary"]),
        language,
      );
    const parts: Partial<Sheet> = {
      draw: ({ width, height, labelSizePx }) =>
        drawScene(scene, {
          size: { width, height },
          camera: look.camera,
          selection: selectionOf(view, scene),
          theme: "light",
          labelSizePx,
          labels: "auto",
          measure,
          fontFamily,
        }),
      legend: legendEntries(
        scene,
        {
          sizeOf: isExplored && view.layout === "groups" ? "members" : "links",
          fadedBy: isExplored ? "filters" : "path",
          theme: "light",
        },
        i18next.getFixedT(language, ["legend", "vocabulary"]),
      ),
      status: status
        ? [...status.parts, ...(status.isCut ? [wordsOf("frame").say("status.omitted")] : [])].join(
            " · ",
          )
        : "",
    };
    return { parts, scene };
  } catch (error) {
    signal.throwIfAborted();
    // A view of somebody who is gone: the sheet says so instead of the file failing.
    if (!(error instanceof Error) || error.name !== "ProblemError") throw error;
    const { say } = wordsOf("workshop");
    return { parts: { aside: [], caption: [], status: say("sceneFailed") }, scene: null };
  }
}

async function footOf(
  view: View,
  between: readonly string[] | null,
  { ask, language }: SheetMaker,
): Promise<Partial<Sheet>> {
  const { say } = wordsIn(language, "workshop");
  const parameters: Parameters = [
    ...(view.page === "explore" ? filterEntries(view.filters) : []),
    ...(between ? [["between", between.slice(0, MOST_BETWEEN).join(",")] as const] : []),
  ];
  const { sources, omitted, links, revision } = await ask("sources", parameters);
  const date = formatDate(new Date().toISOString().slice(0, 10), language);
  const made = say("sheet.made", { date, revision: formatNumber(revision, language) });
  const part =
    links.read < links.total
      ? `, ${say("sheet.partSources", {
          read: formatNumber(links.read, language),
          total: formatNumber(links.total, language),
        })}`
      : "";
  return {
    made: made + part,
    sources: sources.map(
      ({ title, publisher, date: published, url }): SourceLine => ({
        title,
        publisher,
        date: published === null ? null : formatDate(published, language),
        url,
      }),
    ),
    sourcesOmitted: omitted,
  };
}

async function filtersOf(view: View, { ask, language }: SheetMaker): Promise<string> {
  const { say } = wordsIn(language, "workshop");
  const kinds = view.page === "opportunities" ? view.opportunities.kinds : view.groupKinds;
  const vocabulary = i18next.getFixedT(language, "vocabulary");
  const kindNames = kinds.map((kind) => vocabulary(`kind.${kind}`, { count: 2 }));
  const groups = say("sheet.groupKinds", { kinds: formatList(kindNames, language) });
  if (view.page === "opportunities") return groups;
  if (view.page !== "explore") return "";
  const parts = view.layout === "groups" || view.mode === "matrix" ? [groups] : [];
  if (view.evidence !== "all") {
    const evidence = wordsIn(language, "common").say(`evidence.${view.evidence}`);
    parts.push(say("sheet.evidence", { evidence }));
  }
  if (filterCount(view.filters) === 0) return parts.join(" · ");
  const facets = await ask("facets", filterEntries(view.filters));
  const filters = wordsIn(language, "filters");
  for (const facet of LIST_FACETS) {
    if (facet === "groupKinds") continue;
    const chosen = chosenValues(view, facet);
    if (chosen.length === 0) continue;
    const options = facetOptions(facet, facets, vocabulary, language);
    const labels = chosen.map(
      (value) => options.find((option) => option.value === value)?.label ?? value,
    );
    parts.push(
      filters.say("chip", {
        facet: filters.say(`facet.${facet}`),
        name: formatList(labels, language),
      }),
    );
  }
  if (view.filters.q !== "") parts.push(filters.say("quoted", { text: view.filters.q }));
  return parts.join(" · ");
}

/** The panel as text, without the address that ends it. */
async function asideOf(panel: Panel, ask: Ask, language: Language): Promise<TextBlock[]> {
  const text = await panelText(panel, ask, language);
  return asideBlocks(text);
}

/** Lines as "copy as text" gives them: the first is the heading, entries begin with a dash. */
export function asideBlocks(text: string, most = MOST_ASIDE_LINES): TextBlock[] {
  const lines = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, -1);
  const cut = lines.length > most ? [paragraph("…")] : [];
  const blocks = lines.slice(0, most).map((line, place): TextBlock => {
    if (line.startsWith("– ")) {
      return { runs: [{ text: line.slice(2) }], level: 1, mark: "•" };
    }
    if (line.startsWith("  ")) return { runs: [{ text: line.trim() }], level: 2, mark: "" };
    return { ...paragraph(line), ...(place === 0 ? { isHeading: true } : {}) };
  });
  return [...blocks, ...cut];
}

async function panelText(panel: Panel, ask: Ask, language: Language): Promise<string> {
  if (panel.kind === "actor") {
    const page = await ask("actor", [["id", panel.id]]);
    return actorAsText(page, wordsIn(language, "actor"), "");
  }
  if (panel.kind === "group") {
    const page = await ask("group", [["id", panel.id]]);
    return groupAsText(page, wordsIn(language, "group"), "", false);
  }
  const result = await ask("crossLinks", [
    ["a", panel.a],
    ["b", panel.b],
  ]);
  return crossLinkAsText(result, [], wordsIn(language, "cross-link"), "", false);
}

function paragraph(text: string): TextBlock {
  return { runs: [{ text }], level: 0, mark: "" };
}
