/** What the colours of a grid of groups mean: what is shown, then a swatch and its words for each step. */
import "./grid-legend.css";

interface GridLegendProps {
  title: string;
  /** `look`: the attributes that colour a cell; none for a cell without anything. */
  entries: readonly { text: string; look: Readonly<Record<`data-${string}`, string | number>> }[];
}

export function GridLegend({ title, entries }: GridLegendProps) {
  return (
    <div className="grid-legend">
      <span>{title}</span>
      <ul>
        {entries.map(({ text, look }) => (
          <li key={text}>
            <span className="grid-legend__swatch" {...look} aria-hidden />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
