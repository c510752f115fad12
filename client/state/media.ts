/** The window's width and the person's wish for less movement, as React reads them. */
import { useCallback, useSyncExternalStore } from "react";

export function useMedia(condition: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = window.matchMedia(condition);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    [condition],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(condition).matches);
}

/** Below it the panel is a sheet from below and the rail a bar. */
export const NARROW = "(max-width: 899.98px)";
/** Below it the overview beside the picture starts collapsed, so that the picture is large. */
export const TIGHT = "(max-width: 1099.98px)";
export const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";
