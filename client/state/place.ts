/** Which part of the program the address leads to, as React reads it. */
import { useSyncExternalStore } from "react";
import { addressOf, type Place, pathOf, placeOf, readAddress } from "./address.ts";

const listeners = new Set<() => void>();
let place: Place | null = null;
let path = "";

export function getPlace(): Place {
  const now = readAddress().path;
  // The same object as long as the path is the same.
  if (place === null || now !== path) {
    path = now;
    place = placeOf(now);
  }
  return place;
}

/** @param search empty, or beginning with `?` */
export function goTo(next: Place, search = ""): void {
  window.history.pushState(null, "", addressOf({ path: pathOf(next), search }));
  // The view and the place follow the address as with the browser's own buttons.
  window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
}

/** The whole address of a place, for a link, another window or a code to photograph. */
export function linkTo(next: Place, search = ""): string {
  return new URL(addressOf({ path: pathOf(next), search }), window.location.href).href;
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, getPlace);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("popstate", publish);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("popstate", publish);
  };
}

function publish(): void {
  for (const listener of listeners) listener();
}
