/** A text with its matching parts marked. */
import type { ReactNode } from "react";

interface MarkedProps {
  text: string;
  /** Start and end (exclusive) of each part, ascending and apart from each other. */
  ranges: readonly (readonly [number, number])[];
}

export function Marked({ text, ranges }: MarkedProps) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start < from || end <= start || end > text.length) continue;
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}
