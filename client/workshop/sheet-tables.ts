/** The list or the matrix of a view, as it stands on a sheet. */
import {
  OPPORTUNITY_CLASSES,
  type OpportunityClass,
} from "../../server/contract/opportunity-words.ts";
import {
  drawMatrix,
  type MatrixCell,
  type MatrixTable,
  matrixLegend,
  SHADE_SHARES,
} from "../drawing/matrix.ts";
import type { MeasureText } from "../drawing/measure.ts";
import { matrixModel, passing } from "../features/matrix/model.ts";
import { opportunityMapModel, shownValue } from "../features/opportunities/map-model.ts";
import { opportunityColumns } from "../features/opportunities/table.tsx";
import { hopColumns, hopRows } from "../features/paths/table.tsx";
import { actorColumns } from "../features/table/actor-columns.tsx";
import { groupColumns } from "../features/table/group-table.tsx";
import { neighbourColumns } from "../features/table/neighbour-table.tsx";
import { pairColumns } from "../features/table/pair-table.tsx";
import { groupRows, pairRows } from "../features/table/rows.ts";
import { readTab } from "../features/table/tabs.ts";
import type { Ask } from "../graph-ui/load-scene.ts";
import { radialParameters } from "../graph-ui/use-radial-scene.ts";
import type { LegendEntry, Sheet, SheetTable } from "../handout/sheet.ts";
import { formatNumber, formatRange } from "../i18n/format.ts";
import { actorName, pickText } from "../i18n/localised.ts";
import { ORDERS, type Order } from "../records/group-order.ts";
import { opportunitiesParameters } from "../records/opportunities-question.ts";
import { overviewParameters } from "../records/overview-question.ts";
import { connectParameters, pathsParameters } from "../records/paths-question.ts";
import { rampRanges, rampSteps, shadeOf, stepOf } from "../records/ramp.ts";
import { strengthOf } from "../records/strength.ts";
import type { Words } from "../records/words.ts";
import { filterEntries } from "../state/url.ts";
import { filterCount, type View } from "../state/view.ts";
import type { Column } from "../ui/data-table.tsx";
import { readSort, sortRows } from "../ui/sort-rows.ts";

/** Rows beyond these are counted, not written: a page is read, not searched. */
const MOST_ROWS = 60;
const ACTORS_ASKED = "200";

export type SheetWordsOf = (namespace: string) => Words;

interface Listing {
  table: SheetTable;
  /** How many rows there are. */
  status: string;
}

/** The table of a view whose mode is `table`. */
export async function listOf(view: View, ask: Ask, wordsOf: SheetWordsOf): Promise<Listing> {
  if (view.page === "opportunities") return opportunityListOf(view, ask, wordsOf);
  if (view.page === "paths") return hopListOf(view, ask, wordsOf);
  const words = wordsOf("table");
  const { tab, order } = readTab(view.sort, view.layout);
  const filters = filterEntries(view.filters);
  if (tab === "actors") {
    const { actors, total } = await ask("actors", [...filters, ["limit", ACTORS_ASKED]]);
    const columns = actorColumns<(typeof actors)[number]>(words, words.say("euProjects"));
    const table = tableOf(columns, actors, order, words, total - actors.length);
    return { table, status: words.say("common:count.actors", { count: total }) };
  }
  if (tab === "neighbours" && view.centre !== null) {
    const { actors, omitted } = await ask("neighbours", radialParameters(view.centre, view));
    const rows = actors.slice(1);
    const table = tableOf(neighbourColumns(words), rows, order, words, omitted.actors);
    return { table, status: words.say("common:count.actors", { count: rows.length }) };
  }
  const overview = await ask("overview", overviewParameters(view));
  if (tab === "pairs") {
    const rows = pairRows(overview);
    const table = tableOf(pairColumns(words), rows, order, words, overview.omitted.crossLinks);
    return { table, status: words.say("common:count.crossLinks", { count: rows.length }) };
  }
  const facets = await ask("facets", []);
  const topics = new Map(
    facets.topics.map(({ value, name }) => [value, pickText(name, words.language)?.text ?? value]),
  );
  const rows = groupRows(overview, filterCount(view.filters) > 0);
  const table = tableOf(groupColumns(words, topics), rows, order, words, overview.omitted.groups);
  return { table, status: words.say("common:count.groups", { count: rows.length }) };
}

async function opportunityListOf(view: View, ask: Ask, wordsOf: SheetWordsOf): Promise<Listing> {
  const words = wordsOf("opportunities");
  const { opportunities } = await ask("opportunities", opportunitiesParameters(view.opportunities));
  const rows = opportunities.map((opportunity, place) => ({ rank: place + 1, opportunity }));
  const table = tableOf(opportunityColumns(words), rows, view.sort, words, 0);
  return { table, status: words.say("table.caption") };
}

async function hopListOf(view: View, ask: Ask, wordsOf: SheetWordsOf): Promise<Listing> {
  const words = wordsOf("paths");
  const [forPaths, forTree] = [pathsParameters(view.paths), connectParameters(view.paths)];
  const found = forPaths ? (await ask("paths", forPaths)).paths : [];
  const tree = forTree ? (await ask("connect", forTree)).tree : null;
  const columns = hopColumns(words).filter(({ id }) => tree === null || id !== "path");
  const rows = hopRows(tree ? [tree] : found);
  const table = tableOf(columns, rows, view.sort, words, 0);
  return { table, status: words.say(tree ? "table.captionTree" : "table.caption") };
}

function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  order: string,
  words: Words,
  beyond: number,
): SheetTable {
  const sort = readSort(
    order,
    columns.map(({ id }) => id),
  );
  const value = columns.find(({ id }) => id === sort?.column)?.value;
  const sorted = sort && value ? sortRows(rows, value, sort.descending, words.language) : rows;
  return {
    columns: columns.map(({ title, isNumeric }) => ({
      name: title,
      align: isNumeric ? "right" : "left",
    })),
    rows: sorted
      .slice(0, MOST_ROWS)
      .map((row) => columns.map((column) => cellText(column, row, words))),
    omitted: Math.max(0, rows.length - MOST_ROWS) + beyond,
  };
}

/** As the page writes it, where that is a text. */
function cellText<Row>({ value, cell }: Column<Row>, row: Row, { say, language }: Words): string {
  const shown = cell?.(row);
  if (typeof shown === "string") return shown;
  const plain = value(row);
  if (plain === null) return say("common:unknown");
  return typeof plain === "number" ? formatNumber(plain, language) : plain;
}

export interface MatrixSheet {
  draw: NonNullable<Sheet["draw"]>;
  legend: readonly LegendEntry[];
  status: string;
}

export interface MatrixWishes {
  ask: Ask;
  wordsOf: SheetWordsOf;
  measure: MeasureText;
  moreRows: (count: number) => string;
}

/** The matrix of the overview, or the map of opportunities. */
export async function matrixOf(view: View, wishes: MatrixWishes): Promise<MatrixSheet> {
  const isMap = view.page === "opportunities";
  const words = wishes.wordsOf(isMap ? "opportunities" : "matrix");
  const kinds = isMap ? view.opportunities.kinds : view.groupKinds;
  const filters = isMap ? [] : filterEntries(view.filters);
  const result = await wishes.ask("matrix", [["kind", kinds.join(",")], ...filters]);
  const overview = await wishes.ask("overview", [...filters, ["groupKinds", kinds.join(",")]]);
  const order = orderOf(isMap ? view.opportunities.order : view.sort);
  const cells = isMap
    ? mapCells(
        view,
        opportunityMapModel(result, order, view.opportunities.measure, overview.groups),
        words,
      )
    : strengthCells(
        view,
        matrixModel(
          filterCount(view.filters) > 0 ? passing(result) : result,
          order,
          view.evidence,
          overview.groups,
        ),
        words,
      );
  const { groups } = cells;
  const table: MatrixTable = {
    names: groups.map((group) => actorName(group, words.language)),
    shorts: groups.map(({ short }) => short ?? ""),
    cells: (row, column) => {
      const [first, second] = [groups[row], groups[column]];
      const cell = row === column || !first || !second ? null : cells.cell(first.id, second.id);
      return cell ?? { value: "", share: null };
    },
  };
  return {
    draw: ({ width, height, labelSizePx }) =>
      drawMatrix(table, {
        size: { width, height },
        sizePx: labelSizePx,
        moreRows: wishes.moreRows,
        measure: wishes.measure,
        theme: "light",
      }),
    legend: matrixLegend(cells.legend, "light"),
    status: isMap
      ? words.say(`measureLegend.${view.opportunities.measure}`)
      : words.say("legend", { evidence: words.say(`evidence.${view.evidence}`) }),
  };
}

type Legend = Parameters<typeof matrixLegend>[0];

interface Cells {
  groups: ReturnType<typeof matrixModel>["groups"];
  /** `null`: nothing to say about the two. */
  cell: (a: string, b: string) => MatrixCell | null;
  legend: Legend;
}

function strengthCells(view: View, model: ReturnType<typeof matrixModel>, words: Words): Cells {
  const ramp = rampOf(model.max, words);
  return {
    groups: model.groups,
    cell: (a, b) => {
      const pair = model.pair(a, b);
      const value = pair ? strengthOf(pair, view.evidence) : 0;
      return value === 0 ? null : ramp.cell(value);
    },
    legend: ramp.legend,
  };
}

/** How dark a class is, and in which of the two colours: as on the page. */
const CLASS_LOOK: Readonly<Record<OpportunityClass, Omit<MatrixCell, "value">>> = {
  "too-little-data": { share: null },
  "none-yet": { share: 1, hue: "gap" },
  "clearly-less": { share: 0.54, hue: "gap" },
  "somewhat-less": { share: 0.32, hue: "gap" },
  "as-expected": { share: 0.38 },
};

function mapCells(view: View, model: ReturnType<typeof opportunityMapModel>, words: Words): Cells {
  const { measure } = view.opportunities;
  const ramp = rampOf(model.max, words);
  const isRatio = measure === "ratio";
  return {
    groups: model.groups,
    cell: (a, b) => {
      const pair = model.pair(a, b);
      if (!pair) return null;
      const cell = ramp.cell(shownValue(pair, measure));
      return isRatio ? { ...cell, ...CLASS_LOOK[pair.class] } : cell;
    },
    legend: isRatio
      ? OPPORTUNITY_CLASSES.map((name) => ({
          text: words.say(`classShort.${name}`),
          ...CLASS_LOOK[name],
        }))
      : ramp.legend,
  };
}

function rampOf(max: number, { language }: Words) {
  const steps = rampSteps(max);
  const shareOf = (shade: number) => SHADE_SHARES[shade] ?? 0;
  return {
    cell: (value: number): MatrixCell => ({
      value: formatNumber(value, language),
      share: shareOf(shadeOf(stepOf(value, steps), steps)),
    }),
    legend: rampRanges(max).map(({ from, to, shade }) => ({
      text: formatRange(from, to, language),
      share: shareOf(shade),
    })),
  };
}

function orderOf(text: string): Order {
  return ORDERS.find((known) => known === text) ?? "family";
}
