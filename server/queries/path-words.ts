/** The sentences of a path, in German and English: what a hop rests on, and why this path. */
import type { Localised } from "../contract/actor.ts";
import type { PathsResult } from "../contract/paths.ts";
import { u32 } from "../snapshot/cells.ts";
import type { FoundPath, HopEvidence } from "../snapshot/path-search.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

const GERMAN = new Intl.NumberFormat("de-DE");
const ENGLISH = new Intl.NumberFormat("en-GB");

/** So many know each other by name. */
const SMALL_CIRCLE = 12;

/** Why the hop costs what it costs, in one sentence. */
export function hopReason(snapshot: Snapshot, hop: HopEvidence): Localised {
  if (hop.stop >= 0) return stopReason(snapshot, hop);
  const parts = [...projectsPart(snapshot, hop), ...linksPart(hop)];
  const [de, en] = [
    parts.map((part) => part.de).join(" und "),
    parts.map((part) => part.en).join(" and "),
  ];
  if (hop.strength === 0) return { de: `${de}.`, en: `${en}.` };
  const strength = strengthWord(hop.strength);
  return { de: `${de}: ${strength.de} Verbindung.`, en: `${en}: ${strength.en} tie.` };
}

function stopReason(snapshot: Snapshot, { stop, gathers }: HopEvidence): Localised {
  const name = snapshot.actorName(stop);
  const nameEn = snapshot.actorNameEn(stop) ?? name;
  // Two are no circle: it is the step itself.
  const small = gathers > 2 && gathers <= SMALL_CIRCLE;
  return {
    de: `${name} verbindet ${GERMAN.format(gathers)} Akteure${small ? ": ein kleiner Kreis" : ""}.`,
    en: `${nameEn} joins ${ENGLISH.format(gathers)} actors${small ? ": a small circle" : ""}.`,
  };
}

function projectsPart(snapshot: Snapshot, { projects }: HopEvidence): { de: string; en: string }[] {
  if (projects.length === 0) return [];
  const years = projects
    .map((project) => Math.floor(u32(snapshot.data.actors.start, project) / 10_000))
    .filter((year) => year > 0);
  const newest = Math.max(...years);
  const since =
    years.length > 0
      ? { de: `, zuletzt ab ${newest}`, en: `, the latest from ${newest}` }
      : { de: "", en: "" };
  const n = projects.length;
  return [
    {
      de: `${n === 1 ? "Ein gemeinsames Projekt" : `${GERMAN.format(n)} gemeinsame Projekte`}${since.de}`,
      en: `${n === 1 ? "One joint project" : `${ENGLISH.format(n)} joint projects`}${since.en}`,
    },
  ];
}

function linksPart({ links, projects }: HopEvidence): { de: string; en: string }[] {
  if (links.length === 0) return [];
  const n = links.length;
  const de = n === 1 ? "eine direkte Verbindung" : `${GERMAN.format(n)} direkte Verbindungen`;
  const en = n === 1 ? "one direct link" : `${ENGLISH.format(n)} direct links`;
  const isFirst = projects.length === 0;
  return [{ de: isFirst ? capitalised(de) : de, en: isFirst ? capitalised(en) : en }];
}

/** A joint project of five partners this year is .25; a fresh partnership of two is 1. */
function strengthWord(strength: number): { de: string; en: string } {
  if (strength >= 0.5) return { de: "eine starke", en: "a strong" };
  if (strength >= 0.1) return { de: "eine mittlere", en: "a medium" };
  return { de: "eine lose", en: "a loose" };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Passes no stop: whoever introduces has worked with both sides. */
export function isInformative(path: FoundPath): boolean {
  return path.hops.every((hop) => !isOverStop(path, hop));
}

/** One side of a stop between the ends; a stop at an end introduces nobody. */
function isOverStop({ nodes }: FoundPath, { stop }: HopEvidence): boolean {
  return stop >= 0 && stop !== nodes[0] && stop !== nodes.at(-1);
}

/** Why this path, against the one with the fewest hops under the same conditions. */
export function pathReason(
  snapshot: Snapshot,
  path: FoundPath,
  fewest: FoundPath | null,
): Localised {
  const [only] = path.hops;
  if (path.hops.length === 1 && only) {
    if (only.stop >= 0) {
      return {
        de: "Die beiden sind direkt verbunden: der eine bringt viele zusammen, der andere gehört dazu.",
        en: "The two are linked directly: one of them brings many together, the other is among these.",
      };
    }
    return { de: "Die beiden kennen sich schon.", en: "The two already know each other." };
  }
  const isSame = fewest?.nodes.join() === path.nodes.join();
  if (fewest === null || isSame) {
    return isInformative(path)
      ? {
          de: "Der kürzeste Weg, und er führt über Partner, die sich wirklich kennen.",
          en: "The shortest route, and it runs through partners who really know each other.",
        }
      : shortestOverStop(snapshot, path);
  }
  const largest = fewest.hops.reduce<HopEvidence | null>(
    (most, hop) => (isOverStop(fewest, hop) && hop.gathers > (most?.gathers ?? 0) ? hop : most),
    null,
  );
  if (isInformative(path) && largest) {
    const name = snapshot.actorName(largest.stop);
    const nameEn = snapshot.actorNameEn(largest.stop) ?? name;
    return {
      de: `Dieser Weg führt über Partner, die sich wirklich kennen; der kürzeste nur über ${name} mit ${GERMAN.format(largest.gathers)} Akteuren.`,
      en: `This route runs through partners who really know each other; the shortest only through ${nameEn} with ${ENGLISH.format(largest.gathers)} actors.`,
    };
  }
  // Costs that read alike are no reason.
  const [cost, other] = [rounded(path.cost), rounded(fewest.cost)];
  return cost < other
    ? {
        de: `Die Verbindungen sind stärker als auf dem kürzesten Weg (Aufwand ${GERMAN.format(cost)} statt ${GERMAN.format(other)}).`,
        en: `Its ties are stronger than those of the shortest route (effort ${ENGLISH.format(cost)} instead of ${ENGLISH.format(other)}).`,
      }
    : {
        de: "Ein weiterer Weg über andere Akteure.",
        en: "Another route, through other actors.",
      };
}

/** The way that is shortest too, with the smallest circle on it: who could introduce. */
function shortestOverStop(snapshot: Snapshot, path: FoundPath): Localised {
  const smallest = path.hops.reduce<HopEvidence | null>(
    (least, hop) =>
      isOverStop(path, hop) && hop.gathers < (least?.gathers ?? Number.POSITIVE_INFINITY)
        ? hop
        : least,
    null,
  );
  if (!smallest) return { de: "Der kürzeste Weg.", en: "The shortest route." };
  const name = snapshot.actorName(smallest.stop);
  const nameEn = snapshot.actorNameEn(smallest.stop) ?? name;
  return {
    de: `Der kürzeste Weg; vorstellen könnte ${name} mit ${GERMAN.format(smallest.gathers)} Akteuren.`,
    en: `The shortest route; ${nameEn} with ${ENGLISH.format(smallest.gathers)} actors could introduce.`,
  };
}

/** To one decimal, as it is shown. */
function rounded(cost: number): number {
  return Math.round(cost * 10) / 10;
}

/** What giving up one limit brings. */
export function relaxAdvice(
  parameter: PathsResult["relax"][number]["parameter"],
  hops: number,
): Localised {
  const { de, en } = GIVEN_UP[parameter];
  return {
    de: `${de}: dann gibt es einen Weg mit ${hops} ${hops === 1 ? "Schritt" : "Schritten"}.`,
    en: `${en}: then there is a route of ${hops} ${hops === 1 ? "hop" : "hops"}.`,
  };
}

const GIVEN_UP: Record<PathsResult["relax"][number]["parameter"], { de: string; en: string }> = {
  maxHops: { de: "Längere Wege zulassen", en: "Allow longer routes" },
  notKinds: { de: "Ausgeschlossene Arten wieder zulassen", en: "Allow the excluded kinds again" },
  notVia: { de: "Ausgeschlossene Akteure wieder zulassen", en: "Allow the excluded actors again" },
  types: { de: "Alle Arten von Verbindungen zulassen", en: "Allow all types of link" },
  confidence: { de: "Auch weniger sichere Angaben zulassen", en: "Allow less certain links too" },
  year: { de: "Alle Jahre zulassen", en: "Allow all years" },
  via: { de: "Nicht nur über diese Gruppe", en: "Not only through this group" },
  all: { de: "Alle Einschränkungen aufheben", en: "Lift all limits" },
};
