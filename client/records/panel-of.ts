/** Which panel shows an actor: a group has its own. */
import { type ActorKind, isGroupKind } from "../../server/contract/vocabulary.ts";
import { changePaths, type Panel } from "../state/view.ts";
import { getView, setView } from "../state/view-store.ts";

export function panelOf(actor: { id: string; kind: ActorKind }): Panel {
  return { kind: isGroupKind(actor.kind) ? "group" : "actor", id: actor.id };
}

/** The two in the order of their ids, so that one pair has one address. */
export function pairPanel(a: string, b: string): Panel {
  return a <= b ? { kind: "cross-link", a, b } : { kind: "cross-link", a: b, b: a };
}

export function openPanel(panel: Panel): void {
  setView({ panel });
}

/** Put an actor into the middle of the radial picture. */
export function showAround(id: string): void {
  setView({ mode: "picture", layout: "radial", centre: id });
}

/** Open a group in place, or close it again. */
export function toggleOpen(id: string): void {
  const { open } = getView();
  setView({
    mode: "picture",
    layout: "groups",
    open: open.includes(id) ? open.filter((other) => other !== id) : [...open, id],
  });
}

/** To the page Paths with this actor at the start; `to` too where it is known, and what else was asked there stays. */
export function findPath(from: string, to: string | null = null): void {
  const paths = changePaths(getView().paths, { task: "path", from, to });
  setView({ page: "paths", mode: "picture", sort: "", panel: null, paths });
}
