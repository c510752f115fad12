/** What a view asks the service, so that it can be asked before it is shown. */
import type { EndpointName } from "../../server/contract/api.ts";
import type { Parameters } from "../api.ts";
import { opportunityParameters } from "../records/opportunities-question.ts";
import { overviewParameters } from "../records/overview-question.ts";
import { connectParameters, pathsParameters } from "../records/paths-question.ts";
import { filterEntries } from "../state/url.ts";
import { filterCount, type View } from "../state/view.ts";
import { openedParameters } from "./use-overview-scene.ts";
import { radialParameters } from "./use-radial-scene.ts";

export type Asked = readonly [EndpointName, Parameters];

export function questionsOf(view: View): Asked[] {
  const { panel } = view;
  const asked = ofPage(view);
  if (panel?.kind === "actor") asked.push(["actor", [["id", panel.id]]]);
  return asked;
}

function ofPage(view: View): Asked[] {
  if (view.page === "paths") return ofPaths(view);
  if (view.page === "opportunities") {
    const pair = opportunityParameters(view.opportunities);
    return pair ? [["opportunity", pair]] : [];
  }
  if (view.page === "stories") return [];
  const filters = filterEntries(view.filters);
  const isFiltered = filterCount(view.filters) > 0;
  const kinds: [string, string] = ["groupKinds", view.groupKinds.join(",")];
  if (view.mode === "matrix") {
    return [
      ["matrix", [["kind", view.groupKinds.join(",")], ...filters]],
      ["overview", overviewParameters(view)],
    ];
  }
  if (view.layout === "radial") {
    return view.centre === null ? [] : [["neighbours", radialParameters(view.centre, view)]];
  }
  if (view.layout === "force") {
    const isWhole = isFiltered && !view.filters.kinds.includes("project");
    return [["graph", filters], ...(isWhole ? ([["graph", []]] as Asked[]) : [])];
  }
  return [
    ["overview", [...filters, kinds]],
    ...(isFiltered ? ([["overview", [kinds]]] as Asked[]) : []),
    ...view.open.map((id): Asked => ["group", openedParameters(id, filters)]),
  ];
}

function ofPaths({ paths }: View): Asked[] {
  const forPaths = pathsParameters(paths);
  const forTree = connectParameters(paths);
  return [
    ...(forPaths ? ([["paths", forPaths]] as Asked[]) : []),
    ...(forTree ? ([["connect", forTree]] as Asked[]) : []),
    ...(paths.isAlone ? [] : ([["graph", []]] as Asked[])),
  ];
}
