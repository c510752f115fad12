/** A pair as one row: names, a bar of links, projects and shared members, and the same in words. */
import type { ReactNode } from "react";
import type { EvidenceChoice, Panel } from "../state/view.ts";
import { StackedBar } from "../ui/stacked-bar.tsx";
import { PanelLink } from "./panel-link.tsx";
import { type Strength, strengthOf, strengthParts } from "./strength.ts";
import { useWords } from "./words.ts";
import "./strength-row.css";

interface StrengthRowProps {
  panel: Panel;
  children: ReactNode;
  strength: Strength;
  evidence: EvidenceChoice;
  /** Strength of the strongest row. */
  max: number;
}

export function StrengthRow({ panel, children, strength, evidence, max }: StrengthRowProps) {
  const { say } = useWords("records");
  const part = (name: keyof Strength) =>
    evidence === "all" || evidence === name ? strength[name] : 0;
  return (
    <li className="strength-row">
      <PanelLink panel={panel} className="strength-row__link">
        <span className="strength-row__names">{children}</span>
        <span className="strength-row__bar">
          <StackedBar parts={[part("links"), part("projects"), part("shared")]} max={max} />
        </span>
        <span className="strength-row__parts">{strengthParts(strength, say).join(" · ")}</span>
      </PanelLink>
    </li>
  );
}

export function largest(rows: readonly Strength[], evidence: EvidenceChoice): number {
  return rows.reduce((most, row) => Math.max(most, strengthOf(row, evidence)), 1);
}
