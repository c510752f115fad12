/**
 * A short message at the lower edge that goes by itself: "address copied"; with what can be done about it, it stays
 * longer. Screen readers say it.
 */
import { useSyncExternalStore } from "react";
import { TextButton } from "./button.tsx";
import "./notice.css";

const SHOWN_MS = 5_000;
const SHOWN_WITH_ACTIONS_MS = 12_000;

export interface NoticeAction {
  label: string;
  run: () => void;
}

let current: { id: number; text: string; actions: readonly NoticeAction[] } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Replaces the message that is there. */
export function showNotice(text: string, actions: readonly NoticeAction[] = []): void {
  clearTimeout(timer);
  timer = setTimeout(() => publish(null), actions.length > 0 ? SHOWN_WITH_ACTIONS_MS : SHOWN_MS);
  publish({ id: (current?.id ?? 0) + 1, text, actions });
}

/** Mounted once, empty most of the time: a live region must be there before its text. */
export function Notices() {
  const notice = useSyncExternalStore(subscribe, () => current);
  return (
    <div className="notices" role="status">
      {notice ? (
        <p className="notices__text" key={notice.id}>
          {notice.text}
          {notice.actions.map(({ label, run }) => (
            <TextButton
              key={label}
              className="notices__action"
              onPress={() => {
                publish(null);
                run();
              }}
            >
              {label}
            </TextButton>
          ))}
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
