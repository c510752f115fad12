/**
 * Where a presentation stands, the same in every window of it: pure steps, and the channel between the windows. The
 * address of the window keeps it too, so that a reload goes on where it was.
 */
import type { Story } from "../../server/contract/stories.ts";
import { readAddress, replaceSearch } from "../state/address.ts";

export interface ShowState {
  /** Place of the scene, 0 = the first. */
  scene: number;
  /** Of its steps, 0 = the first. */
  step: number;
  isBlack: boolean;
  /** When the speaker began, ms since 1970; `null` = not yet. */
  startedAtMs: number | null;
}

export type ShowMove =
  | { to: "next" | "previous" | "first" | "last" }
  | { to: "scene"; scene: number }
  | { to: "black" }
  | { to: "start"; atMs: number };

export const FIRST_STATE: ShowState = { scene: 0, step: 0, isBlack: false, startedAtMs: null };

/** At either end it stays where it is. Whatever moves also ends the black. */
export function moved(state: ShowState, move: ShowMove, story: Story): ShowState {
  const last = Math.max(0, story.scenes.length - 1);
  const at = (scene: number, step: number) => ({ ...state, scene, step, isBlack: false });
  switch (move.to) {
    case "black":
      return { ...state, isBlack: !state.isBlack };
    case "start":
      return { ...state, startedAtMs: move.atMs };
    case "first":
      return at(0, 0);
    case "last":
      return at(last, lastStep(story, last));
    case "scene":
      return at(Math.max(0, Math.min(last, move.scene)), 0);
    case "next":
      if (state.step < lastStep(story, state.scene)) return at(state.scene, state.step + 1);
      return state.scene < last ? at(state.scene + 1, 0) : at(state.scene, state.step);
    case "previous":
      if (state.step > 0) return at(state.scene, state.step - 1);
      return state.scene > 0
        ? at(state.scene - 1, lastStep(story, state.scene - 1))
        : at(state.scene, state.step);
  }
}

export function lastStep({ scenes }: Story, scene: number): number {
  return Math.max(0, (scenes[scene]?.steps.length ?? 0) - 1);
}

/** Within the story as it is now: it may have lost scenes since. */
export function fitting(state: ShowState, story: Story): ShowState {
  const scene = Math.max(0, Math.min(story.scenes.length - 1, state.scene));
  return { ...state, scene, step: Math.min(state.step, lastStep(story, scene)) };
}

/** Counted from one, as people say it: `?scene=3&step=2`. */
export function readShowAddress(): ShowState {
  const parameters = new URLSearchParams(readAddress().search);
  const place = (name: string) => {
    const value = Number(parameters.get(name) ?? "1");
    return Number.isInteger(value) && value > 0 ? value - 1 : 0;
  };
  const started = Number(parameters.get("since") ?? "");
  return {
    scene: place("scene"),
    step: place("step"),
    isBlack: false,
    startedAtMs: Number.isFinite(started) && started > 0 ? started : null,
  };
}

export function writeShowAddress({ scene, step, startedAtMs }: ShowState): void {
  const step1 = step > 0 ? `&step=${step + 1}` : "";
  const since = startedAtMs === null ? "" : `&since=${startedAtMs}`;
  replaceSearch(`?scene=${scene + 1}${step1}${since}`);
}

interface Message {
  /** Which presentation. */
  show: string;
  /** `null` asks the others where they are. */
  state: ShowState | null;
}

/** Windows of one presentation: they tell each other where they are, and a new one asks. */
export class ShowChannel {
  readonly #show: string;
  readonly #channel: BroadcastChannel;
  readonly #partners = new Set<Window>();
  readonly #end = new AbortController();

  /** @param current answers a new window that asks */
  constructor(show: string, onState: (state: ShowState) => void, current: () => ShowState) {
    this.#show = show;
    this.#channel = new BroadcastChannel("querblick-show");
    const hear = (data: unknown) => {
      if (!isMessage(data) || data.show !== show) return;
      if (data.state === null) this.tell(current());
      else onState(data.state);
    };
    this.#channel.addEventListener("message", ({ data }) => hear(data));
    // Two windows of a file have no channel in common, but the one has opened the other.
    window.addEventListener(
      "message",
      ({ source, data }) => {
        if (source === window || !isMessage(data)) return;
        if (source && "closed" in source) this.#partners.add(source as Window);
        hear(data);
      },
      { signal: this.#end.signal },
    );
    if (window.opener) this.#partners.add(window.opener as Window);
  }

  /** The other windows come to where this one is. */
  tell(state: ShowState | null): void {
    const message: Message = { show: this.#show, state };
    this.#channel.postMessage(message);
    // Only a file's windows need it: its origin is "null", and nobody else's page can be told apart.
    if (window.location.protocol !== "file:") return;
    for (const partner of this.#partners) if (!partner.closed) partner.postMessage(message, "*");
  }

  ask(): void {
    this.tell(null);
  }

  addWindow(partner: Window): void {
    this.#partners.add(partner);
  }

  close(): void {
    this.#channel.close();
    this.#end.abort();
  }
}

function isMessage(data: unknown): data is Message {
  return (
    typeof data === "object" &&
    data !== null &&
    "show" in data &&
    "state" in data &&
    (data.state === null || isState(data.state))
  );
}

function isState(value: unknown): value is ShowState {
  return (
    typeof value === "object" &&
    value !== null &&
    "scene" in value &&
    Number.isInteger(value.scene) &&
    "step" in value &&
    Number.isInteger(value.step) &&
    "isBlack" in value &&
    typeof value.isBlack === "boolean" &&
    "startedAtMs" in value
  );
}
