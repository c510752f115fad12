/** A part of a panel under its own heading, with a hairline above. */
import { type ReactNode, useId } from "react";
import "./panel-section.css";

interface PanelSectionProps {
  title: string;
  /** How many, beside the heading. */
  count?: string;
  /** Controls at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

export function PanelSection({ title, count, aside, children }: PanelSectionProps) {
  const id = useId();
  return (
    <section className="panel-section" aria-labelledby={id}>
      <div className="panel-section__head">
        <h3 className="panel-section__title" id={id}>
          {title}
          {count === undefined ? null : <span className="panel-section__count"> {count}</span>}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
