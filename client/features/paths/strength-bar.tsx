/** How strong a step is, as one to three bars; on one side of a circle that gathers many, the mark of a circle. */
import { Umbrella } from "lucide-react";
import type { PathHop } from "../../../server/contract/paths.ts";
import { STRENGTHS, strengthLevel, strengthWords } from "../../records/hop-words.ts";
import { useWords } from "../../records/words.ts";
import "./strength-bar.css";

export function StrengthBar({ hop }: { hop: PathHop }) {
  const words = useWords("paths");
  const level = strengthLevel(hop);
  const title = strengthWords(hop, words);
  if (level === null) {
    return (
      <span className="strength-bar strength-bar--circle" title={title}>
        <Umbrella aria-hidden />
      </span>
    );
  }
  const filled = STRENGTHS.indexOf(level) + 1;
  return (
    <span className="strength-bar" title={title}>
      {STRENGTHS.map((step, index) => (
        <span
          key={step}
          className={`strength-bar__part ${index < filled ? "strength-bar__part--on" : ""}`}
        />
      ))}
    </span>
  );
}
