/** One pair of groups in the list: the two, how far recorded and expected are apart, and why they are proposed. */
import { Check, X } from "lucide-react";
import { Button } from "react-aria-components";
import type { OpportunityView } from "../../../server/contract/opportunities.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { actorName, pickText } from "../../i18n/localised.ts";
import { judgementOf, useJudgements } from "../../records/judgements.ts";
import { useWords } from "../../records/words.ts";
import { setOpportunities } from "../../state/view-store.ts";
import { Rank } from "../../ui/rank.tsx";
import { MeasuredBar } from "./measured-bar.tsx";
import "./card.css";

interface OpportunityCardProps {
  opportunity: OpportunityView;
  rank: number;
}

export function OpportunityCard({ opportunity, rank }: OpportunityCardProps) {
  const { say, language } = useWords("opportunities");
  const { a, b, reasons, notes } = opportunity;
  const sentences = reasons.map((reason) => pickText(reason, language)?.text ?? "");
  const [first, ...others] = sentences;
  return (
    <li className="opportunity-card">
      <h3 className="opportunity-card__title">
        <Button
          className="opportunity-card__head"
          onPress={() => setOpportunities({ pair: { a: a.id, b: b.id } })}
        >
          <Rank rank={rank} />
          <span className="opportunity-card__names">
            {[a, b].map((group) => (
              <span key={group.id} className="opportunity-card__name">
                <KindMark kind={group.kind} size={18} /> {actorName(group, language)}
              </span>
            ))}
          </span>
        </Button>
      </h3>
      <div className="opportunity-card__body">
        <p className="opportunity-card__class" data-class={opportunity.class}>
          {say(`class.${opportunity.class}`)}
        </p>
        <MeasuredBar observed={opportunity.observed} expected={opportunity.expected} />
        <p>{first}</p>
        <Verdict a={a.id} b={b.id} />
        <details>
          <summary>{say("why")}</summary>
          <ul>
            {[...others, ...notes.map((note) => pickText(note, language)?.text ?? "")].map(
              (sentence) => (
                <li key={sentence}>{sentence}</li>
              ),
            )}
          </ul>
        </details>
      </div>
    </li>
  );
}

/** What was decided about the pair, in one line; nothing while nothing was. */
export function Verdict({ a, b }: { a: string; b: string }) {
  const { say } = useWords("opportunities");
  const judgement = judgementOf(useJudgements(), a, b);
  if (!judgement) return null;
  const { verdict, reason, note } = judgement;
  const said = [
    verdict === null ? null : say(`judge.${verdict}Short`),
    reason === null ? null : say("judge.because", { reason }),
    note === null ? null : `${say("judge.note")}: ${note}`,
  ].filter((part) => part !== null);
  return (
    <p className="opportunity-card__verdict">
      {verdict === "accepted" ? <Check aria-hidden /> : null}
      {verdict === "dismissed" ? <X aria-hidden /> : null}
      <span>{said.join(" · ")}</span>
    </p>
  );
}
