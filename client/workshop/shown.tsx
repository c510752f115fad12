/** A story that is shown: in the hall, at the speaker's desk, or to who reads it. */
import type { Place } from "../state/address.ts";
import { Present } from "./present.tsx";
import { Shared } from "./shared.tsx";
import { Speaker } from "./speaker.tsx";

export function Shown({ place }: { place: Exclude<Place, { kind: "app" }> }) {
  if (place.kind === "present") return <Present key={place.story} storyId={place.story} />;
  if (place.kind === "speaker") return <Speaker key={place.story} storyId={place.story} />;
  return <Shared key={place.token} token={place.token} isEmbedded={place.isEmbedded} />;
}
