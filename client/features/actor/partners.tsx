/** With whom the actor could work, each with its reasons; looked for when somebody asks. */
import { Handshake, Route } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../api.ts";
import { pickText } from "../../i18n/localised.ts";
import { Answered } from "../../records/answered.tsx";
import { missingTerms } from "../../records/missing-terms.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { findPath } from "../../records/panel-of.ts";
import { QualityNote } from "../../records/quality-note.tsx";
import { useWords } from "../../records/words.ts";
import { Button } from "../../ui/button.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import "./partners.css";

export function Partners({ id }: { id: string }) {
  const words = useWords("records");
  const { say, language } = words;
  const [isAsked, setIsAsked] = useState(false);
  const answer = useAnswer("partners", [["id", id]], { enabled: isAsked, keep: false });
  return (
    <PanelSection title={say("partners.title")}>
      <p className="actor-partners__text">{say("partners.text")}</p>
      {isAsked ? (
        <Answered answer={answer} loading={say("partners.loading")} lines={4}>
          {({ partners, notes, omitted }) => (
            <>
              <QualityNote />
              {partners.length === 0 ? <p>{say("partners.none")}</p> : null}
              <ol aria-label={say("partners.list")}>
                {partners.map(({ actor, reasons, missing }) => (
                  <li key={actor.id} className="actor-partners__entry">
                    <ActorLink actor={actor} />
                    <ul className="actor-partners__reasons">
                      {reasons.map((reason) => (
                        <li key={reason.de}>{pickText(reason, language)?.text}</li>
                      ))}
                      {missing.length > 0 ? <li>{missingTerms(missing, words)}</li> : null}
                    </ul>
                    <Button
                      variant="quiet"
                      icon={<Route aria-hidden />}
                      onPress={() => findPath(id, actor.id)}
                    >
                      {say("findPath")}
                    </Button>
                  </li>
                ))}
              </ol>
              {omitted > 0 ? (
                <p className="actor-partners__text">
                  {say("partners.omitted", { count: omitted })}
                </p>
              ) : null}
              {notes.map((note) => (
                <p key={note.de} className="actor-partners__text">
                  {pickText(note, language)?.text}
                </p>
              ))}
            </>
          )}
        </Answered>
      ) : (
        <Button icon={<Handshake aria-hidden />} onPress={() => setIsAsked(true)}>
          {say("partners.show")}
        </Button>
      )}
    </PanelSection>
  );
}
