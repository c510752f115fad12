/** What a person prefers on this device: kept in the browser's storage, never in the address. */
import { useSyncExternalStore } from "react";

export interface Preferences {
  theme: "light" | "dark" | "system";
  /** Width of the side panel in CSS pixels. */
  panelWidthPx: number;
  /** The overview beside the picture; `null` = as the window's width suggests. */
  isSideOpen: boolean | null;
  isLegendOpen: boolean | null;
  /** Single letters as shortcuts (F, L, …): can be switched off for people who speak to their computer. */
  hasLetterKeys: boolean;
}

export const PANEL_WIDTH_PX = { min: 360, standard: 392, max: 440 } as const;

const STANDARD: Preferences = {
  theme: "system",
  panelWidthPx: PANEL_WIDTH_PX.standard,
  isSideOpen: null,
  isLegendOpen: null,
  hasLetterKeys: true,
};
const MEMORY = "querblick.preferences";

let preferences: Preferences | undefined;
const listeners = new Set<() => void>();

export function getPreferences(): Preferences {
  preferences ??= readPreferences(storedText());
  return preferences;
}

export function setPreferences(patch: Partial<Preferences>): void {
  preferences = { ...getPreferences(), ...patch };
  try {
    window.localStorage.setItem(MEMORY, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing still follows the choice until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, getPreferences);
}

/** Forgiving: what is missing or does not fit takes its standard. */
export function readPreferences(text: string | null): Preferences {
  const kept = parse(text);
  const { theme, panelWidthPx, isSideOpen, isLegendOpen, hasLetterKeys } = kept;
  return {
    theme: theme === "light" || theme === "dark" ? theme : STANDARD.theme,
    panelWidthPx:
      typeof panelWidthPx === "number" ? clampPanelWidth(panelWidthPx) : STANDARD.panelWidthPx,
    isSideOpen: typeof isSideOpen === "boolean" ? isSideOpen : null,
    isLegendOpen: typeof isLegendOpen === "boolean" ? isLegendOpen : null,
    hasLetterKeys: typeof hasLetterKeys === "boolean" ? hasLetterKeys : STANDARD.hasLetterKeys,
  };
}

export function clampPanelWidth(widthPx: number): number {
  if (!Number.isFinite(widthPx)) return PANEL_WIDTH_PX.standard;
  return Math.round(Math.min(PANEL_WIDTH_PX.max, Math.max(PANEL_WIDTH_PX.min, widthPx)));
}

function parse(text: string | null): Partial<Record<keyof Preferences, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function storedText(): string | null {
  try {
    return window.localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
}
