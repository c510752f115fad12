/** A thin bar of up to three parts, beside numbers that say the same: an ornament for a screen reader. */
import "./stacked-bar.css";

interface StackedBarProps {
  parts: readonly number[];
  /** The value of a full bar. */
  max: number;
}

export function StackedBar({ parts, max }: StackedBarProps) {
  return (
    <span className="stacked-bar" aria-hidden>
      {parts.map((part, index) =>
        part > 0 ? (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the meaning
            key={index}
            className={`stacked-bar__part stacked-bar__part--${index}`}
            style={{ width: `${(100 * part) / Math.max(1, max)}%` }}
          />
        ) : null,
      )}
    </span>
  );
}
