/** Beside the picture: the found paths as cards, or what is missing for one. */
import { Route, Waypoints } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PathsResult } from "../../../server/contract/paths.ts";
import { useAnswer } from "../../api.ts";
import { useLanguage } from "../../i18n/language.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { chosenAt, pathAt } from "../../records/paths-question.ts";
import { setPaths, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { Compare } from "./compare.tsx";
import { Connected } from "./connected.tsx";
import { How } from "./how.tsx";
import { relaxed } from "./limits.ts";
import { PathCard } from "./path-card.tsx";
import { useConnectAnswer, usePathsAnswer, usePathsProblem } from "./use-results.ts";
import "./side.css";

export function PathsSide() {
  const { paths } = useView();
  return <div className="paths-side">{paths.task === "path" ? <Found /> : <Joining />}</div>;
}

function Found() {
  const answer = usePathsAnswer();
  const problem = usePathsProblem();
  const { t } = useTranslation("paths");
  if (problem) return <Refused />;
  if (answer === null) return <Start />;
  if (answer.isError) {
    return <ErrorState error={answer.error} retry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label={t("loading")} lines={8} />;
  return answer.data.paths.length === 0 ? (
    <None result={answer.data} />
  ) : (
    <Cards result={answer.data} />
  );
}

function Joining() {
  const answer = useConnectAnswer();
  const problem = usePathsProblem();
  const { ids } = useView().paths;
  const { t } = useTranslation("paths");
  if (problem) return <Refused />;
  if (answer === null) {
    return (
      <EmptyState
        icon={<Waypoints aria-hidden />}
        title={t("introJoinTitle")}
        text={t(ids.length === 0 ? "introJoinText" : "missing.ids")}
      />
    );
  }
  if (answer.isError) {
    return <ErrorState error={answer.error} retry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label={t("loading")} lines={8} />;
  return <Connected result={answer.data} />;
}

function Refused() {
  const { t } = useTranslation("paths");
  return <EmptyState title={t("refusedTitle")} text={t("refusedText")} />;
}

/** Nothing is asked yet, or one end is missing. */
function Start() {
  const { t } = useTranslation("paths");
  const { from, to } = useView().paths;
  const isStarted = from !== null || to !== null;
  return (
    <EmptyState
      icon={<Route aria-hidden />}
      title={t("introTitle")}
      text={isStarted ? t(from === null ? "missing.from" : "missing.to") : t("introText")}
      action={isStarted ? null : <Example />}
    />
  );
}

/** A question out of these data: their first start-up, and the first university that is elsewhere. */
function Example() {
  const { t } = useTranslation("paths");
  const language = useLanguage();
  const startups = useAnswer("actors", [
    ["kinds", "startup"],
    ["limit", "1"],
  ]);
  const universities = useAnswer("actors", [
    ["kinds", "university"],
    ["limit", "20"],
  ]);
  const from = startups.data?.actors[0];
  const to = universities.data?.actors.find(({ state }) => state !== from?.state);
  if (!from || !to) return null;
  return (
    <Button variant="primary" onPress={() => setPaths({ from: from.id, to: to.id })}>
      {t("example", { from: actorName(from, language), to: actorName(to, language) })}
    </Button>
  );
}

function None({ result }: { result: PathsResult }) {
  const { t } = useTranslation("paths");
  const language = useLanguage();
  const names = { from: actorName(result.from, language), to: actorName(result.to, language) };
  const isHelpful = result.relax.length > 0;
  return (
    <EmptyState
      icon={<Route aria-hidden />}
      title={t("noneTitle")}
      text={t(isHelpful ? "none" : "noneAtAll", names)}
      action={
        isHelpful ? (
          <ul className="paths-side__advice" aria-label={t("relax")}>
            {result.relax.map((advice) => (
              <li key={advice.parameter}>
                <Button className="paths-side__relax" onPress={() => setPaths(relaxed(advice))}>
                  {pickText(advice.advice, language)?.text}
                </Button>
              </li>
            ))}
          </ul>
        ) : null
      }
    />
  );
}

const STEPS_OF_K = [5, 10, 20, 50];

function Cards({ result }: { result: PathsResult }) {
  const { t } = useTranslation("paths");
  const language = useLanguage();
  const { paths: asked } = useView();
  const { paths } = result;
  const chosen = chosenAt(result, asked) ?? 0;
  const compared = pathAt(paths, asked.compared);
  const [first, second] = [paths[chosen], compared === null ? undefined : paths[compared]];
  const more = STEPS_OF_K.find((k) => k > asked.k);
  return (
    <>
      <h2 className="paths-side__title">
        {t("found", {
          paths: t("paths", { count: paths.length }),
          from: actorName(result.from, language),
          to: actorName(result.to, language),
        })}
      </h2>
      {first && second && first !== second ? (
        <Compare
          first={{ path: first, rank: chosen + 1 }}
          second={{ path: second, rank: (compared ?? 0) + 1 }}
        />
      ) : null}
      <ol className="paths-side__cards" aria-label={t("results")}>
        {paths.map((path, index) => (
          <PathCard
            key={path.actors.map(({ id }) => id).join()}
            result={result}
            path={path}
            rank={index + 1}
            isChosen={index === chosen}
            chosenRank={chosen + 1}
          />
        ))}
      </ol>
      {result.truncated && more !== undefined ? (
        <p className="paths-side__more">
          {t("foundMore")} <Button onPress={() => setPaths({ k: more })}>{t("showMore")}</Button>
        </p>
      ) : null}
      <How />
    </>
  );
}
