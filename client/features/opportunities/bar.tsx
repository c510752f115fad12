/** The question above the map: which groups are compared, and how it is looked at. */
import { Grid3x3, List, Table2 } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import { GROUP_KINDS, type GroupKind } from "../../../server/contract/vocabulary.ts";
import { useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatList, nameOrder } from "../../i18n/format.ts";
import { actorName, pickText } from "../../i18n/localised.ts";
import { useWords } from "../../records/words.ts";
import { NARROW, TIGHT, useMedia } from "../../state/media.ts";
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
  const { pair, isLessObvious } = opportunities;
  const isTight = useMedia(TIGHT);
  const isNarrow = useMedia(NARROW);
  const icons = {
    picture: isNarrow ? <List aria-hidden /> : <Grid3x3 aria-hidden />,
    table: <Table2 aria-hidden />,
  };
  return (
    <section className="opportunities-bar" aria-label={say("bar")}>
      {pair === null ? (
        <>
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
            label: say(`viewName.${isNarrow && value === "picture" ? "list" : value}`),
            icon: icons[value],
            isIconOnly: isTight,
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

/** One of the two has to lie in this state, to have this topic, or to be this group. */
function Limits() {
  const { say, language } = useWords("opportunities");
  const { kinds, states, topics, groups } = useView().opportunities;
  const { data } = useAnswer("facets", [["kinds", kinds.join(",")]]);
  return (
    <>
      <Limit
        label={say("states")}
        all={say("allStates")}
        chosen={states}
        options={(data?.states ?? []).map(({ value }) => ({ value, label: value }))}
        onChange={(chosen) => setOpportunities({ states: chosen })}
      />
      <Limit
        label={say("topic")}
        all={say("allTopics")}
        chosen={topics}
        options={(data?.topics ?? []).map(({ value, name }) => ({
          value,
          label: pickText(name, language)?.text ?? value,
        }))}
        onChange={(chosen) => setOpportunities({ topics: chosen })}
      />
      {groups.map((id) => (
        <GroupChip key={id} id={id} />
      ))}
    </>
  );
}

const ALL = "";
/** Several at once come from the overview's filters; here one is chosen, or all. */
const SEVERAL = ",";

interface LimitProps {
  label: string;
  all: string;
  chosen: readonly string[];
  options: readonly { value: string; label: string }[];
  onChange: (chosen: string[]) => void;
}

function Limit({ label, all, chosen, options, onChange }: LimitProps) {
  const { language } = useWords("opportunities");
  const labels = new Map(options.map((option) => [option.value, option.label]));
  const labelOf = (value: string) => labels.get(value) ?? value;
  const several = { value: SEVERAL, label: formatList(chosen.map(labelOf), language) };
  return (
    <Choice
      label={label}
      value={chosen.length > 1 ? SEVERAL : (chosen[0] ?? ALL)}
      onChange={(value) => {
        if (value !== SEVERAL) onChange(value === ALL ? [] : [value]);
      }}
      options={[
        { value: ALL, label: all },
        ...(chosen.length > 1 ? [several] : []),
        ...[...new Set([...labels.keys(), ...chosen])]
          .map((value) => ({ value, label: labelOf(value) }))
          .sort((a, b) => nameOrder(language)(a.label, b.label)),
      ]}
    />
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
