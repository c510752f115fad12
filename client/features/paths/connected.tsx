/** "How are these connected?": the small tree in words, its steps one by one, and who is not joined. */
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { ConnectResult } from "../../../server/contract/paths.ts";
import { formatDecimal, formatList } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import { useWords } from "../../records/words.ts";
import { setPaths, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { PanelSection } from "../../ui/panel-section.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { useActor } from "./actor-field.tsx";
import { treeAsText } from "./as-text.ts";
import { HopView } from "./hop-view.tsx";
import { How } from "./how.tsx";
import { effortWord, type TreeStep, walkTree } from "./steps.ts";

type Tree = NonNullable<ConnectResult["tree"]>;

export function Connected({ result }: { result: ConnectResult }) {
  const { say, language } = useWords("paths");
  const { ids } = useView().paths;
  if (result.tree !== null) return <Joined tree={result.tree} />;
  const names = result.apart.map((actor) => actorName(actor, language));
  return (
    <EmptyState
      title={say("apartTitle")}
      text={
        <Apart first={ids[0] ?? null} count={names.length} names={formatList(names, language)} />
      }
      action={result.apart.map((actor) => (
        <Button
          key={actor.id}
          onPress={() => setPaths({ ids: ids.filter((id) => id !== actor.id) })}
        >
          {say("removeApart", { name: actorName(actor, language) })}
        </Button>
      ))}
    />
  );
}

interface ApartProps {
  first: string | null;
  count: number;
  names: string;
}

function Apart({ first, count, names }: ApartProps) {
  const { say, language } = useWords("paths");
  const actor = useActor(first);
  return say("apart", { first: actor ? actorName(actor, language) : first, count, names });
}

function Joined({ tree }: { tree: Tree }) {
  const words = useWords("paths");
  const { say, language } = words;
  const { ids } = useView().paths;
  const name = (actor: ActorRef) => actorName(actor, language);
  const between = tree.actors.filter(({ id }) => !ids.includes(id));
  const average = tree.cost / Math.max(1, tree.hops.length);
  const effort = (value: number) => formatDecimal(value, language);
  return (
    <>
      <h2 className="paths-side__title">
        {say("joinedTitle", {
          steps: say("steps", { count: tree.hops.length }),
          actors: say("common:count.actors", { count: ids.length }),
        })}
      </h2>
      <p className="paths-side__text">
        {between.length === 0
          ? say("joinedDirect")
          : say("joinedVia", {
              count: between.length,
              names: formatList(between.map(name), language),
            })}{" "}
        {say("joinedEffort", {
          effort: effort(tree.cost),
          average: effort(average),
          words: say(`effortWord.${effortWord(average)}`),
        })}
      </p>
      <div className="paths-side__acts">
        <CopyButton
          variant="plain"
          text={() =>
            treeAsText(tree, ids, words, {
              address: window.location.href,
              thisYear: new Date().getFullYear(),
            })
          }
          label={say("records:copyText")}
          copied={say("records:copied")}
          failed={say("records:copyFailed")}
        />
      </div>
      <PanelSection title={say("stepsTitle")}>
        <ol className="paths-side__steps">
          {walkTree(tree, ids[0] ?? "").map((step) => (
            <Step key={`${step.from.id}~${step.to.id}`} step={step} />
          ))}
        </ol>
      </PanelSection>
      <How />
    </>
  );
}

function Step({ step: { hop, from, to } }: { step: TreeStep }) {
  const { language } = useWords("paths");
  const reason = hop.umbrella ? pickText(hop.reason, language) : null;
  return (
    <li className="paths-side__step">
      <ActorLink actor={from} />
      <div className="path-chain__hop">
        <HopView hop={hop} actors={[from, to]} />
        {reason ? (
          <p className="paths-side__circle" lang={reason.isOther ? reason.lang : undefined}>
            {reason.text}
          </p>
        ) : null}
      </div>
      <ActorLink actor={to} />
    </li>
  );
}
