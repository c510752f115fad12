/** Two paths side by side: actors, steps, strengths, and what they share. */
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { PathView } from "../../../server/contract/paths.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatDecimal, formatList, formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { hopText } from "../../records/hop-words.ts";
import { useWords, type Words } from "../../records/words.ts";
import { setPaths } from "../../state/view-store.ts";
import { IconButton } from "../../ui/button.tsx";
import { comparePaths, type PathFacts, stagesOf } from "./steps.ts";
import { StrengthBar } from "./strength-bar.tsx";
import "./compare.css";

interface CompareProps {
  /** Path and its rank. */
  first: { path: PathView; rank: number };
  second: { path: PathView; rank: number };
}

export function Compare({ first, second }: CompareProps) {
  const words = useWords("paths");
  const { say, language } = words;
  const title = useRef<HTMLHeadingElement>(null);
  // It opens above the card whose button was pressed.
  useEffect(() => title.current?.focus(), []);
  const { facts, shared, own } = comparePaths(first.path, second.path);
  const names = (actors: readonly ActorRef[]) =>
    formatList(
      actors.map((actor) => actorName(actor, language)),
      language,
    );
  const sides = [first, second];
  const rows = (["steps", "effort", "weakest", "circles"] as const).map((row) => ({
    row,
    cells: facts.map((one) => factIn(row, one, words)),
  }));
  return (
    <section
      className="path-compare"
      aria-label={say("comparePaths", { a: first.rank, b: second.rank })}
    >
      <div className="path-compare__head">
        <h3 className="path-compare__title" ref={title} tabIndex={-1}>
          {say("comparing")}
        </h3>
        <IconButton
          label={say("endCompare")}
          icon={<X aria-hidden />}
          onPress={() => setPaths({ compared: [] })}
        />
      </div>
      <table className="path-compare__table">
        <thead>
          <tr>
            <td />
            {sides.map(({ rank }) => (
              <th key={rank} scope="col">
                {say("path", { n: rank })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{say(`compareRow.${row}`)}</th>
              {cells.map((cell, index) => (
                <td key={sides[index]?.rank}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="path-compare__chains">
        {sides.map(({ path, rank }) => (
          <ShortChain key={rank} path={path} rank={rank} shared={shared} />
        ))}
      </div>
      <p className="path-compare__shared">
        {shared.length > 0 ? say("shared", { names: names(shared) }) : say("sharedNone")}{" "}
        {own.map((actors, index) =>
          actors.length > 0
            ? `${say("onlyHere", { n: sides[index]?.rank ?? 0, names: names(actors) })} `
            : null,
        )}
      </p>
    </section>
  );
}

function factIn(
  row: "steps" | "effort" | "weakest" | "circles",
  facts: PathFacts,
  { say, language }: Words,
): string {
  switch (row) {
    case "steps":
      return formatNumber(facts.steps, language);
    case "effort":
      return formatDecimal(facts.effort, language);
    case "weakest":
      return facts.weakest === null ? "–" : say(`records:hop.strength.${facts.weakest}`);
    case "circles":
      return facts.circles.length === 0
        ? say("noCircle")
        : facts.circles
            .map(
              ({ actor, gathers }) =>
                `${actorName(actor, language)} (${formatNumber(gathers, language)})`,
            )
            .join(", ");
  }
}

interface ShortChainProps {
  path: PathView;
  rank: number;
  shared: readonly ActorRef[];
}

function ShortChain({ path, rank, shared }: ShortChainProps) {
  const words = useWords("paths");
  const isShared = (id: string) => shared.some((actor) => actor.id === id);
  return (
    <ol className="path-compare__chain" aria-label={words.say("path", { n: rank })}>
      {stagesOf(path).map(({ actor, hop }) => (
        <li key={actor.id}>
          <span
            className={`path-compare__actor ${isShared(actor.id) ? "path-compare__actor--shared" : ""}`}
          >
            <KindMark kind={actor.kind} size={16} />
            <span>{actorName(actor, words.language)}</span>
          </span>
          {hop ? (
            <span className="path-compare__hop">
              <StrengthBar hop={hop} />
              {hopText(hop, words)}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
