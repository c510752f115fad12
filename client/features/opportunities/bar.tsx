/** The question above the map: which groups are compared, which pairs come first, and how it is looked at. */
import { Grid3x3, Table2 } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import { OPPORTUNITY_SORTS } from "../../../server/contract/opportunity-words.ts";
import { GROUP_KINDS, type GroupKind } from "../../../server/contract/vocabulary.ts";
import { useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { actorName, pickText } from "../../i18n/localised.ts";
import { useWords } from "../../records/words.ts";
import { FIRST_OPPORTUNITIES } from "../../state/view.ts";
import { setOpportunities, setView, useView } from "../../state/view-store.ts";
import { Chip } from "../../ui/chip.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Hint } from "../../ui/hint.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import "./bar.css";

export function OpportunitiesBar() {
  const { say } = useWords("opportunities");
  const { mode, opportunities } = useView();
  const { pair, list, isLessObvious } = opportunities;
  const icons = { picture: <Grid3x3 aria-hidden />, table: <Table2 aria-hidden /> };
  return (
    <section className="opportunities-bar" aria-label={say("bar")}>
      {pair === null ? (
        <>
          <SegmentedControl
            label={say("list")}
            value={list}
            onChange={(value) => setOpportunities({ list: value })}
            options={OPPORTUNITY_SORTS.map((value) => ({ value, label: say(`listName.${value}`) }))}
          />
          <Kinds />
          <Limits />
        </>
      ) : null}
      <Hint text={say("lessObviousHint")}>
        <ToggleButton
          className="button button--plain opportunities-bar__less"
          isSelected={isLessObvious}
          onChange={(value) => setOpportunities({ isLessObvious: value })}
        >
          {say("lessObvious")}
        </ToggleButton>
      </Hint>
      {pair === null ? (
        <SegmentedControl
          label={say("view")}
          className="opportunities-bar__view"
          value={mode === "table" ? "table" : "picture"}
          onChange={(value) => setView({ mode: value, sort: "" })}
          options={(["picture", "table"] as const).map((value) => ({
            value,
            label: say(`viewName.${value}`),
            icon: icons[value],
          }))}
        />
      ) : null}
    </section>
  );
}

const PRESETS: Record<string, readonly GroupKind[]> = {
  usual: FIRST_OPPORTUNITIES.kinds,
  hub: ["hub"],
  cluster: ["cluster"],
  house_of: ["house_of"],
  all: GROUP_KINDS,
};

function Kinds() {
  const { say } = useWords("opportunities");
  const { kinds } = useView().opportunities;
  const key = [...kinds].sort().join();
  const chosen = Object.keys(PRESETS).find(
    (name) => [...(PRESETS[name] ?? [])].sort().join() === key,
  );
  return (
    <Choice
      label={say("kinds")}
      value={chosen ?? "own"}
      onChange={(name) => {
        const preset = PRESETS[name];
        if (preset) setOpportunities({ kinds: [...preset] });
      }}
      options={[...Object.keys(PRESETS), ...(chosen ? [] : ["own"])].map((value) => ({
        value,
        label: say(`kindsOf.${value}`),
      }))}
    />
  );
}

const ALL = "";

/** One of the two has to lie in this state, to have this topic, or to be this group. */
function Limits() {
  const { say, language } = useWords("opportunities");
  const { kinds, states, topics, groups } = useView().opportunities;
  const { data } = useAnswer("facets", [["kinds", kinds.join(",")]]);
  const order = new Intl.Collator(language).compare;
  const topicNames = new Map(
    (data?.topics ?? []).map(({ value, name }) => [value, pickText(name, language)?.text ?? value]),
  );
  const known = (values: readonly string[], chosen: readonly string[]) => [
    ...new Set([...values, ...chosen]),
  ];
  return (
    <>
      <Choice
        label={say("states")}
        value={states[0] ?? ALL}
        onChange={(value) => setOpportunities({ states: value === ALL ? [] : [value] })}
        options={[
          { value: ALL, label: say("allStates") },
          ...known(data?.states.map(({ value }) => value) ?? [], states)
            .sort(order)
            .map((value) => ({ value, label: value })),
        ]}
      />
      <Choice
        label={say("topic")}
        value={topics[0] ?? ALL}
        onChange={(value) => setOpportunities({ topics: value === ALL ? [] : [value] })}
        options={[
          { value: ALL, label: say("allTopics") },
          ...known([...topicNames.keys()], topics)
            .map((value) => ({ value, label: topicNames.get(value) ?? value }))
            .sort((a, b) => order(a.label, b.label)),
        ]}
      />
      {groups.map((id) => (
        <GroupChip key={id} id={id} />
      ))}
    </>
  );
}

function GroupChip({ id }: { id: string }) {
  const { say, language } = useWords("opportunities");
  const { groups } = useView().opportunities;
  const { data } = useAnswer("actor", [["id", id]], { keep: false });
  return (
    <Chip
      isSelected
      name={say("onlyGroup", { name: data ? actorName(data.actor, language) : id })}
      {...(data ? { icon: <KindMark kind={data.actor.kind} size={16} /> } : {})}
      onRemove={() => setOpportunities({ groups: groups.filter((other) => other !== id) })}
    />
  );
}
