/**
 * Where the page's address says what is shown: in path and query, or, in a file without a service, behind the `#`,
 * because a file's own name must not change.
 */

/** What part of the program an address leads to. */
export type Place =
  | { kind: "app" }
  /** Presents a story to the hall. */
  | { kind: "present"; story: string }
  /** The speaker's own window: notes, next scene, clock. */
  | { kind: "speaker"; story: string }
  /** A shared story, read-only; embedded in another page or on its own. */
  | { kind: "shared"; token: string; isEmbedded: boolean };

interface Parts {
  path: string;
  /** Empty, or beginning with `?`. */
  search: string;
}

let isInHash = false;

/** To be called before the address is read for the first time. */
export function keepAddressInHash(): void {
  isInHash = true;
}

export function readAddress(): Parts {
  if (!isInHash) return { path: window.location.pathname, search: window.location.search };
  const [path = "/", ...search] = window.location.hash.slice(1).split("?");
  return {
    path: path === "" ? "/" : path,
    search: search.length > 0 ? `?${search.join("?")}` : "",
  };
}

/** As a link or a history entry takes it. */
export function addressOf({ path, search }: Parts): string {
  return isInHash ? `#${path}${search}` : path + search;
}

/** @param search empty, or beginning with `?`; the path stays */
export function pushSearch(search: string, state: unknown): void {
  window.history.pushState(state, "", addressOf({ path: readAddress().path, search }));
}

export function replaceSearch(search: string): void {
  const address = addressOf({ path: readAddress().path, search });
  window.history.replaceState(window.history.state, "", address);
}

export function placeOf(path: string): Place {
  const [kind = "", name = "", ...rest] = path.split("/").slice(1).map(decode);
  if (name !== "" && rest.length === 0) {
    if (kind === "present" || kind === "speaker") return { kind, story: name };
    if (kind === "show" || kind === "embed") {
      return { kind: "shared", token: name, isEmbedded: kind === "embed" };
    }
  }
  return { kind: "app" };
}

export function pathOf(place: Place): string {
  if (place.kind === "app") return "/";
  if (place.kind === "shared") {
    return `/${place.isEmbedded ? "embed" : "show"}/${encodeURIComponent(place.token)}`;
  }
  return `/${place.kind}/${encodeURIComponent(place.story)}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
