/** Stories as the store keeps them: opened with a check, closed to text, and who of their scenes is gone. */
import type { StoryRecord } from "../contract/records.ts";
import { type KeptStory, keptStory, type MissingActor, type Story } from "../contract/stories.ts";
import { breathe } from "./breathe.ts";
import type { Context } from "./context.ts";
import { actorRef } from "./refs.ts";

/** Different actors for which the nearest are looked up. */
const MOST_LOOKED_UP = 60;
const NEAREST = 3;

export type Opened = { kept: KeptStory; reason: null } | { kept: null; reason: string };

/** What somebody else wrote otherwise, or a newer program, is told with its reason. */
export function openStory(record: StoryRecord): Opened {
  let raw: unknown;
  try {
    raw = JSON.parse(record.content);
  } catch {
    return { kept: null, reason: "expected JSON (got something else)" };
  }
  const parsed = keptStory.safeParse(raw);
  if (parsed.success) return { kept: parsed.data, reason: null };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  return { kept: null, reason: `${place}: ${issue?.message ?? "expected a story"}` };
}

export function recordOf(id: string, kept: KeptStory): StoryRecord {
  const { de, en } = kept.story.title;
  return { id, title: de.trim() || en.trim() || id, content: JSON.stringify(kept) };
}

/** Named by the scenes and not in the graph. */
export async function missingOf(
  context: Context,
  { scenes }: Story,
  signal: AbortSignal,
): Promise<MissingActor[]> {
  const { snapshot } = context;
  const missing: MissingActor[] = [];
  const nearest = new Map<string, MissingActor["nearest"]>();
  for (const scene of scenes) {
    for (const named of scene.names) {
      if (snapshot.findActor(named.id) >= 0) continue;
      let near = nearest.get(named.id);
      if (near === undefined) {
        const isLookedUp = nearest.size < MOST_LOOKED_UP && named.name.trim() !== "";
        const hits = isLookedUp ? await context.search(named.name, signal) : [];
        near = hits.slice(0, NEAREST).map((hit) => actorRef(snapshot, hit.actor));
        nearest.set(named.id, near);
        await breathe(signal);
      }
      missing.push({ scene: scene.id, ...named, nearest: near });
    }
  }
  return missing;
}
