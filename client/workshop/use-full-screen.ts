/** The whole screen, and back. */
import { useCallback, useSyncExternalStore } from "react";

export function useFullScreen(): { isFull: boolean; toggle: () => void } {
  const isFull = useSyncExternalStore(
    (listener) => {
      document.addEventListener("fullscreenchange", listener);
      return () => document.removeEventListener("fullscreenchange", listener);
    },
    () => document.fullscreenElement !== null,
  );
  const toggle = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else enterFullScreen();
  }, []);
  return { isFull, toggle };
}

/** Where the browser does not allow it, the window stays as it is. */
export function enterFullScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}
