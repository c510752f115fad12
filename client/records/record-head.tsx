/** Top of an actor's or a group's panel: kind, name, other names, place, and what can be done with it. */
import type { ReactNode } from "react";
import type { ActorFacts } from "../../server/contract/actor.ts";
import { KindMark } from "../graph-ui/kind-mark.tsx";
import { actorName } from "../i18n/localised.ts";
import { otherNames, placeOf } from "./actor-words.ts";
import { useWords } from "./words.ts";
import "./record-head.css";

export function RecordHead({ actor, actions }: { actor: ActorFacts; actions: ReactNode }) {
  const { say, language } = useWords("records");
  const names = otherNames(actor, language);
  const place = placeOf(actor);
  return (
    <header className="record-head">
      <p className="record-head__kind">
        <KindMark kind={actor.kind} />
        {say(`vocabulary:kind.${actor.kind}`, { count: 1 })}
        {place === null ? null : <span>· {place}</span>}
      </p>
      <h2 className="record-head__name">{actorName(actor, language)}</h2>
      {names.length === 0 ? null : (
        <p className="record-head__aliases">{say("aliases", { names: names.join(" · ") })}</p>
      )}
      <div className="record-head__actions">{actions}</div>
    </header>
  );
}
