/** A presentation in one window: where it stands, how it moves, in step with the other windows. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Story } from "../../server/contract/stories.ts";
import { getPreferences } from "../state/preferences.ts";
import {
  fitting,
  moved,
  readShowAddress,
  ShowChannel,
  type ShowMove,
  type ShowState,
  writeShowAddress,
} from "./show-state.ts";

export interface Show {
  state: ShowState;
  move: (move: ShowMove) => void;
  channel: ShowChannel | null;
}

/** @param name of the presentation: windows with the same one go together; `null` = this window alone */
export function useShow(story: Story, name: string | null): Show {
  const [state, setState] = useState(() => fitting(readShowAddress(), story));
  const current = useRef(state);
  const channel = useRef<ShowChannel | null>(null);

  const go = useCallback((next: ShowState) => {
    current.current = next;
    setState(next);
    writeShowAddress(next);
  }, []);
  useEffect(() => {
    if (name === null) return;
    const made = new ShowChannel(
      name,
      (heard) => go(fitting(heard, story)),
      () => current.current,
    );
    channel.current = made;
    // A window that comes later, or again, goes to where the others are.
    made.ask();
    return () => made.close();
  }, [name, story, go]);
  const move = useCallback(
    (wanted: ShowMove) => {
      const next = moved(current.current, wanted, story);
      go(next);
      channel.current?.tell(next);
    },
    [story, go],
  );
  return useMemo(
    () => ({
      state,
      move,
      get channel() {
        return channel.current;
      },
    }),
    [state, move],
  );
}

/** Digits typed before Enter go to that scene; forgotten after a while. */
const DIGITS_MS = 3_000;

/** Keys of a keyboard and of a presenter's remote. `onEscape` leaves. */
export function useShowKeys(
  move: (move: ShowMove) => void,
  more: Readonly<Record<string, () => void>>,
): void {
  const typed = useRef({ digits: "", atMs: 0 });
  useEffect(() => {
    const moves: Readonly<Record<string, ShowMove>> = {
      ArrowRight: { to: "next" },
      ArrowDown: { to: "next" },
      PageDown: { to: "next" },
      " ": { to: "next" },
      ArrowLeft: { to: "previous" },
      ArrowUp: { to: "previous" },
      PageUp: { to: "previous" },
      Backspace: { to: "previous" },
      Home: { to: "first" },
      End: { to: "last" },
      b: { to: "black" },
      ".": { to: "black" },
    };
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isForSomebodyElse(event)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (/^[a-z.]$/.test(key) && !getPreferences().hasLetterKeys) return;
      const { digits, atMs } = typed.current;
      const kept = event.timeStamp - atMs < DIGITS_MS ? digits : "";
      if (/^\d$/.test(key)) {
        typed.current = { digits: (kept + key).slice(-3), atMs: event.timeStamp };
        return;
      }
      typed.current = { digits: "", atMs: 0 };
      const wanted: ShowMove | undefined =
        key === "Enter"
          ? kept === ""
            ? { to: "next" }
            : { to: "scene", scene: Number(kept) - 1 }
          : moves[key];
      const act = more[key];
      if (act) act();
      else if (wanted) move(wanted);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [move, more]);
}

/** A focused button takes Enter and space itself; a dialog or menu everything. */
function isForSomebodyElse({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], [role="menu"], input, textarea')) return true;
  return (key === " " || key === "Enter") && target.closest("button, a[href]") !== null;
}

const SWIPE_PX = 60;

/** A finger drawn sideways turns the page; on a picture it moves the camera as well, until the next one. */
export function useSwipe(move: (move: ShowMove) => void) {
  const start = useRef<{ id: number; x: number; y: number } | null>(null);
  return {
    onPointerDownCapture: (event: {
      pointerType: string;
      isPrimary: boolean;
      pointerId: number;
      clientX: number;
      clientY: number;
    }) => {
      start.current =
        event.pointerType === "touch" && event.isPrimary
          ? { id: event.pointerId, x: event.clientX, y: event.clientY }
          : null;
    },
    onPointerUpCapture: (event: { pointerId: number; clientX: number; clientY: number }) => {
      const from = start.current;
      start.current = null;
      if (from === null || from.id !== event.pointerId) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 1.5 * Math.abs(dy)) {
        move({ to: dx < 0 ? "next" : "previous" });
      }
    },
  };
}
