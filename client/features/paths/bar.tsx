/** The question above the picture: two actors (or several), what is preferred, and the limits as chips. */
import { ArrowLeftRight, CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { useLanguage } from "../../i18n/language.ts";
import { actorName } from "../../i18n/localised.ts";
import { NARROW, TIGHT, useMedia } from "../../state/media.ts";
import { addConnected, type PickTarget, setPick, usePick } from "../../state/pick.ts";
import { MAX_CONNECTED } from "../../state/view.ts";
import { getView, setPaths, setView, useView } from "../../state/view-store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { ActorField, useActor } from "./actor-field.tsx";
import { LimitChips } from "./limit-chips.tsx";
import { Preferences } from "./preferences.tsx";
import { Settings } from "./settings.tsx";
import { PathTools } from "./tools.tsx";
import { type PathsProblem, usePathsProblem } from "./use-results.ts";
import "./bar.css";

/** Two rows where there is room; on narrow screens what is preferred moves into the settings. */
export function PathsBar() {
  const { t } = useTranslation("paths");
  const { paths } = useView();
  const problem = usePathsProblem();
  const isTight = useMedia(TIGHT);
  const isNarrow = useMedia(NARROW);
  const question = paths.task === "path" ? <Ends /> : <AddField />;
  const preferences = paths.task === "path" && !isNarrow ? <Preferences /> : null;
  const settings = (
    <Settings isCompact={isTight}>
      {paths.task === "path" && isNarrow ? <Preferences /> : null}
    </Settings>
  );
  return (
    <section className="paths-bar" aria-label={t("bar")}>
      <div className="paths-bar__row">
        <Task />
        {isNarrow ? settings : isTight ? <PathTools isCompact /> : question}
      </div>
      {isTight ? <div className="paths-bar__row">{question}</div> : null}
      {paths.task === "connect" ? <JoinedActors /> : null}
      {problem ? <Problem problem={problem} /> : null}
      <PickNote />
      <div className="paths-bar__row">
        {preferences}
        {isNarrow ? <PathTools isCompact={false} /> : settings}
        <LimitChips />
        {isTight ? null : <PathTools isCompact={false} />}
      </div>
    </section>
  );
}

function Task() {
  const { t } = useTranslation("paths");
  return (
    <SegmentedControl
      label={t("task")}
      value={useView().paths.task}
      onChange={changeTask}
      options={(["path", "connect"] as const).map((value) => ({
        value,
        label: t(`taskName.${value}`),
      }))}
    />
  );
}

/** Who was looked at between two is there among several too, and the other way round. */
function changeTask(task: "path" | "connect"): void {
  const { from, to, ids } = getView().paths;
  setPick(null);
  if (task === "connect" && ids.length === 0) {
    setPaths({ task, ids: [...new Set([from, to])].filter((id) => id !== null) });
  } else if (task === "path" && from === null && to === null) {
    setPaths({ task, from: ids[0] ?? null, to: ids[1] ?? null });
  } else setPaths({ task });
}

function Ends() {
  const { t } = useTranslation("paths");
  const { from, to } = useView().paths;
  const isNarrow = useMedia(NARROW);
  const second = useRef<HTMLInputElement>(null);
  const picking = usePick();

  // Who comes here with one end goes on with the other; not out of the picture, where one chooses by keys too.
  useEffect(() => {
    const isInPicture = document.activeElement?.closest(".stage__picture") ?? null;
    if (from !== null && to === null && !isNarrow && isInPicture === null) second.current?.focus();
  }, [from, to, isNarrow]);

  return (
    <div className="paths-bar__ends">
      <ActorField
        label={t("from")}
        value={from}
        onChange={(id) => setPaths({ from: id })}
        pick={pickOf("from", picking)}
      />
      <IconButton
        label={t("swap")}
        className="paths-bar__swap"
        isDisabled={from === null && to === null}
        icon={<ArrowLeftRight aria-hidden />}
        onPress={() => setPaths({ from: to, to: from })}
      />
      <ActorField
        label={t("to")}
        value={to}
        onChange={(id) => setPaths({ to: id })}
        pick={pickOf("to", picking)}
        input={second}
      />
    </div>
  );
}

function AddField() {
  const { t } = useTranslation("paths");
  const { ids } = useView().paths;
  const picking = usePick();
  if (ids.length >= MAX_CONNECTED) {
    return <p className="paths-bar__note">{t("enough", { count: MAX_CONNECTED })}</p>;
  }
  return (
    <div className="paths-bar__add">
      <ActorField
        label={t("add")}
        value={null}
        onChange={(id) => {
          if (id !== null) addConnected(id);
        }}
        pick={pickOf("ids", picking)}
      />
    </div>
  );
}

function JoinedActors() {
  const { t } = useTranslation("paths");
  const { ids } = useView().paths;
  if (ids.length === 0) return null;
  return (
    <ul className="paths-bar__actors" aria-label={t("joined")}>
      {ids.map((id) => (
        <li key={id}>
          <JoinedActor id={id} />
        </li>
      ))}
    </ul>
  );
}

function JoinedActor({ id }: { id: string }) {
  const language = useLanguage();
  const { ids } = useView().paths;
  const actor = useActor(id);
  return (
    <Chip
      isSelected
      name={actor ? actorName(actor, language) : id}
      {...(actor ? { icon: <KindMark kind={actor.kind} size={16} /> } : {})}
      onRemove={() => setPaths({ ids: ids.filter((other) => other !== id) })}
    />
  );
}

function pickOf(target: PickTarget, picking: PickTarget | null) {
  const isOn = picking === target;
  return {
    isOn,
    toggle: () => {
      setPick(isOn ? null : target);
      if (!isOn) setView({ mode: "picture", sort: "" });
    },
  };
}

/** Beside the fields: what of the question does not fit. */
function Problem({ problem }: { problem: PathsProblem }) {
  const { t } = useTranslation("paths");
  return (
    <p className="paths-bar__problem" role="alert">
      <CircleAlert aria-hidden />
      <span>
        {t(`problem.${problem.kind}`)}
        {problem.detail === null ? null : <span lang="en"> {problem.detail}</span>}
      </span>
    </p>
  );
}

function PickNote() {
  const { t } = useTranslation("paths");
  const picking = usePick();
  if (picking === null) return null;
  return (
    <p className="paths-bar__pick" role="status">
      <span>
        {t(`picking.${picking}`)} {t("pickingKeys")}
      </span>
      <Button variant="quiet" onPress={() => setPick(null)}>
        {t("stopPicking")}
      </Button>
    </p>
  );
}
