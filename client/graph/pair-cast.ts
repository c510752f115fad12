/** Who of an opportunity is drawn in the picture of the pair, and in which order. Pure. */
import type { ActorRef } from "../../server/contract/actor.ts";
import type {
  BrokerView,
  OpportunityView,
  SuggestedPair,
} from "../../server/contract/opportunities.ts";

/** Who stands where. */
export interface PairActors {
  a: ActorRef[];
  b: ActorRef[];
  bridges: ActorRef[];
  outside: ActorRef[];
}

/** Passes over both lists; more change nothing with so few actors. */
const SORTINGS = 4;

/** A group that belongs to the other one is drawn once, as a group. */
export function withoutGroups(opportunity: OpportunityView): OpportunityView {
  const { a, b, bridges, brokers, pairs } = opportunity;
  const isActor = ({ id }: ActorRef) => id !== a.id && id !== b.id;
  return {
    ...opportunity,
    bridges: bridges.filter(isActor),
    brokers: brokers.filter(({ actor }) => isActor(actor)),
    pairs: pairs.filter(({ x, y }) => isActor(x) && isActor(y)),
  };
}

/** Everyone that is drawn, each once; who could introduce stands on top of a side, nearest to those outside who do. */
export function castOf({ pairs, brokers, bridges }: OpportunityView): PairActors {
  const both = new Map(bridges.map((actor) => [actor.id, actor]));
  const ofRole = (...roles: BrokerView["role"][]) =>
    brokers.filter(({ role }) => roles.includes(role)).map(({ actor }) => actor);
  for (const actor of ofRole("bridge")) both.set(actor.id, actor);
  const [xs, ys] = facing(pairs);
  const placed = new Set(both.keys());
  const fresh = (actors: readonly ActorRef[]) =>
    actors.filter(({ id }) => !placed.has(id) && placed.add(id));
  const outA = ofRole("representative").filter(({ id }) => xs.every((actor) => actor.id !== id));
  const outB = ofRole("gatekeeper").filter(({ id }) => ys.every((actor) => actor.id !== id));
  return {
    a: fresh([...outA, ...xs]),
    b: fresh([...outB, ...ys]),
    bridges: [...both.values()],
    outside: fresh(ofRole("liaison")),
  };
}

/** Both sides of the suggested pairs, ordered so that few lines cross: each stands where its partners are on average. */
function facing(pairs: readonly SuggestedPair[]): [ActorRef[], ActorRef[]] {
  let xs = unique(pairs.map(({ x }) => x));
  let ys = unique(pairs.map(({ y }) => y));
  const sorted = (own: ActorRef[], others: ActorRef[], isX: boolean) => {
    const at = new Map(others.map(({ id }, index) => [id, index - (others.length - 1) / 2]));
    const height = ({ id }: ActorRef) => {
      const heights = pairs.flatMap(({ x, y }) =>
        (isX ? x : y).id === id ? [at.get((isX ? y : x).id) ?? 0] : [],
      );
      return heights.reduce((sum, one) => sum + one, 0) / Math.max(1, heights.length);
    };
    return own.toSorted((one, other) => height(one) - height(other));
  };
  for (let pass = 0; pass < SORTINGS; pass++) {
    ys = sorted(ys, xs, false);
    xs = sorted(xs, ys, true);
  }
  return [xs, ys];
}

function unique(actors: readonly ActorRef[]): ActorRef[] {
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()];
}
