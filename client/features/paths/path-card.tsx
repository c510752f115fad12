/** One found path: folded a line of names; chosen it shows every actor and step, and what can be done with it. */
import { Ban, GitCompare, Umbrella } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { PathsResult, PathView } from "../../../server/contract/paths.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatDecimal } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { pathIds } from "../../records/paths-question.ts";
import { useWords } from "../../records/words.ts";
import { getView, setPaths } from "../../state/view-store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Rank } from "../../ui/rank.tsx";
import { pathAsText } from "./as-text.ts";
import { HopView } from "./hop-view.tsx";
import { type Stage, stagesOf } from "./steps.ts";
import "./path-card.css";

interface PathCardProps {
  result: PathsResult;
  path: PathView;
  /** From 1. */
  rank: number;
  isChosen: boolean;
  /** Rank of the chosen path. */
  chosenRank: number;
}

export function PathCard({ result, path, rank, isChosen, chosenRank }: PathCardProps) {
  const words = useWords("paths");
  const { say, language } = words;
  const because = pickText(path.because, language);
  const names = path.actors.map((actor) => actorName(actor, language));
  const card = useRef<HTMLLIElement>(null);
  const wasChosen = useRef(isChosen);
  useEffect(() => {
    // The card above, folded now, has moved this one.
    if (isChosen && !wasChosen.current) card.current?.scrollIntoView({ block: "nearest" });
    wasChosen.current = isChosen;
  }, [isChosen]);
  return (
    <li ref={card} className={`path-card ${isChosen ? "path-card--chosen" : ""}`}>
      <h3 className="path-card__title">
        <AriaButton
          className="path-card__head"
          aria-expanded={isChosen}
          onPress={() => setPaths({ chosen: pathIds(path), compared: [] })}
        >
          <Rank rank={rank} isChosen={isChosen} isHidden />
          <span className="visually-hidden">{say("path", { n: rank })}: </span>
          <span className="path-card__meta">
            {say("steps", { count: path.hops.length })}
            {" · "}
            {say("effort", { effort: formatDecimal(path.cost, language) })}
          </span>
          {path.informative ? (
            <span className="path-card__badge" title={say("informativeHint")}>
              {say("informative")}
            </span>
          ) : null}
          {isChosen ? (
            <span className="visually-hidden">, {names.join(" → ")}</span>
          ) : (
            <Names actors={path.actors} />
          )}
        </AriaButton>
      </h3>
      {isChosen ? (
        <>
          {because ? (
            <p className="path-card__because" lang={because.isOther ? because.lang : undefined}>
              {because.text}
            </p>
          ) : null}
          <Chain path={path} />
          <div className="path-card__acts">
            <CopyButton
              variant="plain"
              text={() =>
                pathAsText(result, path, rank, words, {
                  address: window.location.href,
                  thisYear: new Date().getFullYear(),
                })
              }
              label={say("records:copyText")}
              copied={say("records:copied")}
              failed={say("records:copyFailed")}
            />
          </div>
        </>
      ) : (
        <Button
          variant="quiet"
          className="path-card__compare"
          icon={<GitCompare aria-hidden />}
          onPress={() => setPaths({ compared: pathIds(path) })}
        >
          {say("compareWith", { n: chosenRank })}
        </Button>
      )}
    </li>
  );
}

/** The actors between the ends in one or two lines; the ends are the same for all. */
function Names({ actors }: { actors: readonly ActorRef[] }) {
  const { language } = useWords("paths");
  return (
    <span className="path-card__names">
      {actors.map((actor, index) => (
        <span key={actor.id} className="path-card__name">
          {index > 0 ? <span className="path-card__arrow">→ </span> : null}
          <KindMark kind={actor.kind} size={16} /> {actorName(actor, language)}
        </span>
      ))}
    </span>
  );
}

export function Chain({ path }: { path: PathView }) {
  return (
    <ol className="path-chain">
      {stagesOf(path).map((stage) => (
        <li key={stage.actor.id} className="path-chain__stage">
          <ChainActor stage={stage} />
          {stage.hop ? (
            <div className="path-chain__hop">
              <HopView hop={stage.hop} actors={path.actors} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function ChainActor({ stage: { actor, circle, isBetween } }: { stage: Stage }) {
  const { say, language } = useWords("paths");
  const reason = circle ? pickText(circle.reason, language) : null;
  return (
    <div className="path-chain__actor">
      <ActorLink actor={actor} className="path-chain__name" />
      {isBetween ? (
        <IconButton
          label={say("notVia", { name: actorName(actor, language) })}
          className="path-chain__ban"
          icon={<Ban aria-hidden />}
          onPress={() => setPaths({ notVia: [...getView().paths.notVia, actor.id] })}
        />
      ) : null}
      {reason ? (
        <p className="path-chain__circle" lang={reason.isOther ? reason.lang : undefined}>
          <Umbrella aria-hidden />
          <span>{reason.text}</span>
        </p>
      ) : null}
    </div>
  );
}
