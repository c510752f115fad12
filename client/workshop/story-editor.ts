/**
 * A story while it is worked on: changes show at once, are kept a moment later, one after the other, and can be undone
 * and done again. Somebody else's change meanwhile is neither overwritten nor lost: the person decides.
 */
import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Story, StoryResult } from "../../server/contract/stories.ts";
import { ProblemError, question, tell } from "../api.ts";

/** Typing is kept after so long a pause. */
const PAUSE_MS = 700;
/** Changes of one field within this time are one step of undo. */
const MERGE_MS = 1_500;
const MOST_STEPS = 200;

/** `conflict`: somebody else was quicker, or removed it; `failed`: not kept, for another reason. */
export type EditorStatus = "kept" | "changed" | "keeping" | "conflict" | "failed";

export interface EditorState {
  id: string;
  story: Story;
  status: EditorStatus;
  error: unknown;
  canUndo: boolean;
  canRedo: boolean;
}

export class StoryEditor {
  readonly id: string;
  readonly #client: QueryClient;
  readonly #listeners = new Set<() => void>();
  #story: Story;
  /** `null`: it was removed, and is kept anew. */
  #edition: number | null;
  #past: Story[] = [];
  #future: Story[] = [];
  #status: EditorStatus = "kept";
  #error: unknown = null;
  #merge: { key: string; atMs: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #state: EditorState | null = null;

  constructor(kept: StoryResult, client: QueryClient) {
    this.id = kept.id;
    this.#story = kept.story;
    this.#edition = kept.edition;
    this.#client = client;
  }

  readonly state = (): EditorState => {
    this.#state ??= {
      id: this.id,
      story: this.#story,
      status: this.#status,
      error: this.#error,
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
    };
    return this.#state;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param merge name of the field that is typed into: its letters are one step */
  change(story: Story, merge: string | null = null): void {
    if (story === this.#story) return;
    const now = performance.now();
    const isSame = this.#merge !== null && this.#merge.key === merge;
    if (!isSame || now - (this.#merge?.atMs ?? 0) > MERGE_MS) {
      this.#past = [...this.#past, this.#story].slice(-MOST_STEPS);
    }
    this.#merge = merge === null ? null : { key: merge, atMs: now };
    this.#future = [];
    this.#show(story);
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#story);
    this.#merge = null;
    this.#show(before);
  }

  redo(): void {
    const next = this.#future.pop();
    if (!next) return;
    this.#past.push(this.#story);
    this.#merge = null;
    this.#show(next);
  }

  /** Resolves when everything is kept, or could not be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#status === "changed" || this.#running) {
      await (this.#running ?? this.#keep());
    }
  }

  /** After a conflict: this one instead of the other. */
  async insist(): Promise<void> {
    const kept = await this.#fetch();
    this.#edition = kept?.edition ?? null;
    this.#set({ status: "changed", error: null });
    await this.flush();
  }

  /** The kept one instead of this, which undo brings back. */
  async takeTheirs(): Promise<void> {
    const kept = await this.#fetch();
    if (!kept) return;
    this.#past = [...this.#past, this.#story].slice(-MOST_STEPS);
    this.#story = kept.story;
    this.#edition = kept.edition;
    this.#set({ status: "kept", error: null });
  }

  /** What was read anew, unless something of this one is not kept yet. */
  follow(kept: StoryResult): void {
    if (this.#status !== "kept" || this.#running || kept.edition === this.#edition) return;
    if (this.#edition !== null && kept.edition < this.#edition) return;
    this.#story = kept.story;
    this.#edition = kept.edition;
    this.#past = [];
    this.#future = [];
    this.#set({});
  }

  #show(story: Story): void {
    this.#story = story;
    this.#set({ status: this.#status === "conflict" ? "conflict" : "changed" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  async #keep(): Promise<void> {
    const story = this.#story;
    this.#set({ status: "keeping" });
    this.#running = tell("keepStory", {
      id: this.id,
      story,
      replaces: this.#edition,
      allowsMissing: true,
    })
      .then((kept) => {
        this.#edition = kept.edition;
        this.#client.setQueryData(question("story", [["id", this.id]]).queryKey, kept);
        void this.#client.invalidateQueries({ queryKey: ["stories"] });
        this.#set({ status: this.#story === story ? "kept" : "changed", error: null });
      })
      .catch((error: unknown) => {
        const isConflict =
          error instanceof ProblemError && error.problem.type === "/problems/conflict";
        this.#set({ status: isConflict ? "conflict" : "failed", error });
      })
      .finally(() => {
        this.#running = null;
      });
    await this.#running;
  }

  async #fetch(): Promise<StoryResult | null> {
    try {
      const asked = question("story", [["id", this.id]]);
      return await this.#client.fetchQuery({ ...asked, staleTime: 0, retry: false });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return null;
      throw error;
    }
  }

  #set(patch: { status?: EditorStatus; error?: unknown }): void {
    if (patch.status !== undefined) this.#status = patch.status;
    if ("error" in patch) this.#error = patch.error;
    this.#state = null;
    for (const listener of this.#listeners) listener();
  }
}

const editors = new Map<string, StoryEditor>();

/** One for each story, as long as the page is open: leaving the story keeps what can be undone. */
export async function openEditor(id: string, client: QueryClient): Promise<StoryEditor> {
  const asked = question("story", [["id", id]]);
  const kept = await client.fetchQuery({ ...asked, staleTime: 0, retry: false });
  return editorFor(kept, client);
}

export function editorFor(kept: StoryResult, client: QueryClient): StoryEditor {
  const known = editors.get(kept.id);
  if (known) {
    known.follow(kept);
    return known;
  }
  const editor = new StoryEditor(kept, client);
  editors.set(kept.id, editor);
  return editor;
}

/** A removed story starts anew when it is brought back. */
export function forgetEditor(id: string): void {
  editors.delete(id);
}

export function useEditorState(editor: StoryEditor): EditorState {
  return useSyncExternalStore(editor.subscribe, editor.state);
}
