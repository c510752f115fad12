/** A path as it is read: actors and steps in turn, with what is said once about a circle where it stands. Pure. */
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { ConnectResult, PathHop, PathView } from "../../../server/contract/paths.ts";
import { LINK_TYPES, type LinkType } from "../../../server/contract/vocabulary.ts";
import { STRENGTHS, type StrengthLevel, strengthLevel } from "../../records/hop-words.ts";

export interface Stage {
  actor: ActorRef;
  /** Neither the first nor the last: can be excluded. */
  isBetween: boolean;
  /** The steps beside it run through a circle that it gathers: how many, and the sentence that says so. */
  circle: { gathers: number; reason: PathHop["reason"] } | null;
  /** The step to the next one; `null` for the last. */
  hop: PathHop | null;
}

export function stagesOf({ actors, hops }: Pick<PathView, "actors" | "hops">): Stage[] {
  return actors.map((actor, index) => {
    const around = [hops[index - 1], hops[index]].filter((hop) => hop !== undefined);
    const side = around.find((hop) => hop.umbrella?.id === actor.id);
    return {
      actor,
      isBetween: index > 0 && index < actors.length - 1,
      circle: side?.umbrella ? { gathers: side.umbrella.gathers, reason: side.reason } : null,
      hop: hops[index] ?? null,
    };
  });
}

/** Circles on the way, each once. */
export function circlesOf({
  hops,
}: Pick<PathView, "hops">): { actor: ActorRef; gathers: number }[] {
  const circles = new Map<string, { actor: ActorRef; gathers: number }>();
  for (const { umbrella } of hops) {
    if (umbrella) circles.set(umbrella.id, { actor: umbrella, gathers: umbrella.gathers });
  }
  return [...circles.values()];
}

export interface PathFacts {
  steps: number;
  effort: number;
  /** Of its ties; `null` when it has none. */
  weakest: StrengthLevel | null;
  circles: { actor: ActorRef; gathers: number }[];
}

export interface Comparison {
  facts: [PathFacts, PathFacts];
  /** Actors between the ends. */
  shared: ActorRef[];
  own: [ActorRef[], ActorRef[]];
}

export function comparePaths(a: PathView, b: PathView): Comparison {
  const [between, other] = [a.actors.slice(1, -1), b.actors.slice(1, -1)];
  const has = (actors: readonly ActorRef[], id: string) => actors.some((actor) => actor.id === id);
  return {
    facts: [factsOf(a), factsOf(b)],
    shared: between.filter(({ id }) => has(other, id)),
    own: [between.filter(({ id }) => !has(other, id)), other.filter(({ id }) => !has(between, id))],
  };
}

function factsOf(path: PathView): PathFacts {
  const levels = path.hops.flatMap((hop) => strengthLevel(hop) ?? []);
  return {
    steps: path.hops.length,
    effort: path.cost,
    weakest: STRENGTHS.find((level) => levels.includes(level)) ?? null,
    circles: circlesOf(path),
  };
}

/** The types that stay when one is left out; of all, when none was chosen. */
export function withoutType(types: readonly LinkType[], type: LinkType): LinkType[] {
  const allowed = types.length === 0 ? LINK_TYPES : types;
  return LINK_TYPES.filter((one) => one !== type && allowed.includes(one));
}

/** How types are said in chips: what is left out where that is shorter, else what is chosen. */
export function typeChips(types: readonly LinkType[]): { without: LinkType[]; only: LinkType[] } {
  if (types.length === 0) return { without: [], only: [] };
  return types.length > LINK_TYPES.length / 2
    ? { without: LINK_TYPES.filter((type) => !types.includes(type)), only: [] }
    : { without: [], only: [...types] };
}

/** With a type allowed again; all of them are as good as none chosen. */
export function withType(types: readonly LinkType[], type: LinkType): LinkType[] {
  const allowed = LINK_TYPES.filter((one) => one === type || types.includes(one));
  return allowed.length === LINK_TYPES.length ? [] : allowed;
}

type Tree = NonNullable<ConnectResult["tree"]>;

export interface TreeStep {
  hop: PathHop;
  from: ActorRef;
  to: ActorRef;
}

/** The steps of a tree as one would walk them from `root`: each branch to its end before the next one. */
export function walkTree({ actors, hops }: Tree, root: string): TreeStep[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const steps: TreeStep[] = [];
  const walk = (id: string, parent: string | null) => {
    for (const hop of hops) {
      const other = hop.from === id ? hop.to : hop.to === id ? hop.from : null;
      const [from, to] = [byId.get(id), byId.get(other ?? "")];
      if (other === null || other === parent || !from || !to) continue;
      steps.push({ hop, from, to });
      walk(other, id);
    }
  };
  walk(root, null);
  return steps;
}

/** What the effort of a step on average says. A fresh partnership of two costs 1.7, a loose tie 3 and more. */
export function effortWord(averageEffort: number): "low" | "middle" | "high" {
  if (averageEffort < 1.6) return "low";
  return averageEffort < 2.4 ? "middle" : "high";
}
