/**
 * Choosing an actor on the picture for the question about paths: who clicks next fills the field that waits.
 * Not in the address: it ends with the click.
 */
import { useSyncExternalStore } from "react";
import { MAX_CONNECTED, type View } from "./view.ts";
import { getView, setPaths } from "./view-store.ts";

export type PickTarget = "from" | "to" | "ids";

let asked: PickTarget | null = null;
const listeners = new Set<() => void>();

/** The field that was asked to be filled from the picture; `null` ends it. */
export function setPick(target: PickTarget | null): void {
  if (asked === target) return;
  asked = target;
  for (const listener of listeners) listener();
}

export function usePick(): PickTarget | null {
  return useSyncExternalStore(subscribe, getPick);
}

export function getPick(): PickTarget | null {
  return asked;
}

/** The field that the next click in the picture fills: the one that asks for it, else one that is still empty. */
export function waitingField(view: View, picking: PickTarget | null): PickTarget | null {
  if (view.page !== "paths") return null;
  const { task, from, to, ids } = view.paths;
  if (picking !== null && (picking === "ids") === (task === "connect")) return picking;
  if (task === "connect") return ids.length < 2 ? "ids" : null;
  return from === null ? "from" : to === null ? "to" : null;
}

/** Fills the waiting field; `false` when none waits, so that the click means what it always means. */
export function pickActor(id: string): boolean {
  const view = getView();
  const field = waitingField(view, asked);
  if (field === null) return false;
  setPick(null);
  if (field !== "ids") setPaths({ [field]: id });
  else addConnected(id);
  return true;
}

/** One more actor to join; those that are there already and those beyond the limit change nothing. */
export function addConnected(id: string): void {
  const { ids } = getView().paths;
  if (!ids.includes(id) && ids.length < MAX_CONNECTED) setPaths({ ids: [...ids, id] });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
