/** The scene whose view is being changed: the next view that is taken replaces it. Ends with the visit. */
import { useSyncExternalStore } from "react";

export interface Retake {
  story: string;
  scene: string;
}

let retake: Retake | null = null;
const listeners = new Set<() => void>();

export function setRetake(next: Retake | null): void {
  retake = next;
  for (const listener of listeners) listener();
}

export function getRetake(): Retake | null {
  return retake;
}

export function useRetake(): Retake | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, getRetake);
}
