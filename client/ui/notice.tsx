/** A short message at the lower edge that goes by itself: "address copied". Screen readers say it. */
import { useSyncExternalStore } from "react";
import "./notice.css";

const SHOWN_MS = 5_000;

let current: { id: number; text: string } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Replaces the message that is there. */
export function showNotice(text: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => publish(null), SHOWN_MS);
  publish({ id: (current?.id ?? 0) + 1, text });
}

/** Mounted once, empty most of the time: a live region must be there before its text. */
export function Notices() {
  const notice = useSyncExternalStore(subscribe, () => current);
  return (
    <div className="notices" role="status">
      {notice ? (
        <p className="notices__text" key={notice.id}>
          {notice.text}
        </p>
      ) : null}
    </div>
  );
}

function publish(next: typeof current): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
