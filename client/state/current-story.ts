/** The story that the next scene goes into: the one that was worked on last, on this device. */
const MEMORY = "querblick.story";

export function currentStory(): string | null {
  try {
    return window.localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
}

export function setCurrentStory(id: string | null): void {
  try {
    if (id === null) window.localStorage.removeItem(MEMORY);
    else window.localStorage.setItem(MEMORY, id);
  } catch {
    // A browser that keeps nothing starts a new story for each visit.
  }
}
