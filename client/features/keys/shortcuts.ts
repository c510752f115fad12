/** Shortcuts that work wherever the focus is, except where letters are typed. */
import { useEffect } from "react";
import { getPreferences } from "../../state/preferences.ts";

/** `key` as `KeyboardEvent.key` says it, letters in lower case; `command+k` with ⌘ or Ctrl held. */
export type Shortcuts = Readonly<Record<string, () => void>>;

export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = shortcutName(event);
      if (name === null || event.defaultPrevented) return;
      const run = shortcuts[name];
      if (!run || isForSomebodyElse(name, event.target)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [shortcuts]);
}

type Pressed = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey">;

export function shortcutName(event: Pressed): string | null {
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `command+${key}` : key;
}

/** Fields take letters, lists find by them, and a dialog or menu is a place of its own. */
function isForSomebodyElse(name: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || name.startsWith("command+")) return false;
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return true;
  // A field that has something to clear with Escape keeps the key to itself.
  if (name === "Escape") return false;
  if (target.closest("input, textarea, select, [contenteditable]")) return true;
  return name.length === 1 && !getPreferences().hasLetterKeys;
}
