/** The part that somebody had in a project. */
import type { Say } from "./words.ts";

/** Roles are an open vocabulary: one without a translation is shown as it came. */
export function roleInWords(role: string, say: Say): string {
  return say(`vocabulary:role.${role}`, { defaultValue: role });
}
