/** Light or dark: the person's choice, or the system's, followed while it changes. */
import { useSyncExternalStore } from "react";
import { getPreferences, onPreferences } from "./preferences.ts";

export type Theme = "light" | "dark";

const DARK = "(prefers-color-scheme: dark)";

/** The theme in force. */
export function getTheme(): Theme {
  const { theme } = getPreferences();
  if (theme !== "system") return theme;
  return window.matchMedia(DARK).matches ? "dark" : "light";
}

export function useTheme(): Theme {
  return useSyncExternalStore(onTheme, getTheme);
}

/** Keeps `data-theme` on the root element right. Returns the function that ends it. */
export function startTheme(): () => void {
  const apply = () => {
    document.documentElement.dataset.theme = getTheme();
  };
  apply();
  return onTheme(apply);
}

function onTheme(listener: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener("change", listener);
  const end = onPreferences(listener);
  return () => {
    query.removeEventListener("change", listener);
    end();
  };
}
