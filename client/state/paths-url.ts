/** The question about paths ↔ its part of the address; parameters are named as the service names them. */
import type { PathMode } from "../../server/contract/paths.ts";
import {
  ACTOR_KINDS,
  type ActorKind,
  CONFIDENCES,
  type Confidence,
  LINK_TYPES,
  type LinkType,
} from "../../server/contract/vocabulary.ts";
import { entry, list, oneOf, readYear, wholeNumber, words } from "./address-words.ts";
import { FIRST_PATHS, MAX_CONNECTED, type PathLimits, type PathsView } from "./view.ts";

/** In the order in which they are offered. */
export const PREFERENCES = [
  "informative",
  "diverse",
  "fewest-hops",
] as const satisfies readonly PathMode[];
export const K_RANGE = [1, 50] as const;
export const HOPS_RANGE = [1, 10] as const;
/** The dial goes in twentieths. */
const DIAL_STEPS = 20;

export function pathEntries(paths: PathsView): [string, string][] {
  return [
    ...entry("task", paths.task, FIRST_PATHS.task),
    ...entry("from", paths.from ?? ""),
    ...entry("to", paths.to ?? ""),
    ...entry("ids", paths.ids.join(",")),
    ...entry("prefer", paths.prefer, FIRST_PATHS.prefer),
    ...entry("k", String(paths.k), String(FIRST_PATHS.k)),
    ...entry("maxHops", String(paths.maxHops), String(FIRST_PATHS.maxHops)),
    ...entry("via", paths.via ?? ""),
    ...entry("ends", paths.ends, FIRST_PATHS.ends),
    ...limitEntries(paths),
    ...entry("path", paths.chosen.join(",")),
    ...entry("compare", paths.compared.join(",")),
    ...entry("alone", paths.isAlone ? "yes" : "no", "yes"),
  ];
}

/** What a path may go over, as parameters of a request; only what is limited. */
export function limitEntries(limits: PathLimits): [string, string][] {
  return [
    ...entry("types", limits.types.join(",")),
    ...entry("notKinds", limits.notKinds.join(",")),
    ...entry("notVia", limits.notVia.join(",")),
    ...entry("year", limits.year === null ? "" : String(limits.year)),
    ...entry("confidence", limits.confidence ?? ""),
    ...entry("kappa", String(limits.kappa), "0"),
  ];
}

export function readPaths(params: URLSearchParams): PathsView {
  return {
    task: oneOf(params, "task", ["path", "connect"], FIRST_PATHS.task),
    from: params.get("from") || null,
    to: params.get("to") || null,
    ids: words(params, "ids").slice(0, MAX_CONNECTED),
    prefer: oneOf(params, "prefer", PREFERENCES, FIRST_PATHS.prefer),
    k: wholeNumber(params, "k", K_RANGE, FIRST_PATHS.k),
    maxHops: wholeNumber(params, "maxHops", HOPS_RANGE, FIRST_PATHS.maxHops),
    via: params.get("via") || null,
    ends: oneOf(params, "ends", ["actor", "members"], FIRST_PATHS.ends),
    types: list<LinkType>(params, "types", LINK_TYPES),
    notKinds: list<ActorKind>(params, "notKinds", ACTOR_KINDS),
    notVia: words(params, "notVia"),
    year: readYear(params),
    confidence: oneOf<Confidence | "">(params, "confidence", CONFIDENCES, "") || null,
    kappa: readDial(params.get("kappa") ?? ""),
    chosen: words(params, "path"),
    compared: words(params, "compare"),
    isAlone: params.get("alone") !== "no",
  };
}

function readDial(text: string): number {
  if (!/^[01](?:\.\d{1,6})?$/.test(text)) return FIRST_PATHS.kappa;
  return Math.min(1, Math.round(Number(text) * DIAL_STEPS) / DIAL_STEPS);
}
