/** "More settings": what paths may go over, and how obvious the contacts may be. Works at once, without a "save". */
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
  Dialog,
  DialogTrigger,
  Input,
  Label,
  Popover,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  Switch,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import {
  ACTOR_KINDS,
  type ActorKind,
  CONFIDENCES,
  type Confidence,
  GROUP_KINDS,
  LINK_TYPES,
} from "../../../server/contract/vocabulary.ts";
import { setPaths, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { ActorField } from "./actor-field.tsx";
import { limitCount, NO_LIMITS } from "./limits.ts";
import "./settings.css";

interface SettingsProps {
  /** The icon alone. */
  isCompact: boolean;
  /** Stands above everything else. */
  children?: ReactNode;
}

export function Settings({ isCompact, children }: SettingsProps) {
  const { t } = useTranslation("paths");
  const number = limitCount(useView().paths);
  return (
    <DialogTrigger>
      <Button
        icon={<SlidersHorizontal aria-hidden />}
        className={isCompact ? "path-settings__button" : ""}
      >
        <span className={isCompact ? "visually-hidden" : ""}>{t("more")}</span>
        {number > 0 ? (
          <span className="path-settings__number">
            <span aria-hidden>{number}</span>
            <span className="visually-hidden"> {t("set", { count: number })}</span>
          </span>
        ) : null}
      </Button>
      <Popover className="menu-popover path-settings__popover" placement="bottom start" offset={6}>
        <Dialog className="path-settings" aria-label={t("more")}>
          {({ close }) => (
            <>
              <div className="path-settings__body">
                {children}
                <Fields />
              </div>
              <div className="path-settings__foot">
                <Button
                  variant="quiet"
                  isDisabled={number === 0}
                  onPress={() => setPaths(NO_LIMITS)}
                >
                  {t("reset")}
                </Button>
                <Button variant="primary" onPress={close}>
                  {t("done")}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Fields() {
  const { t } = useTranslation(["paths", "vocabulary"]);
  const { paths } = useView();
  const kinds = ACTOR_KINDS.filter((kind) => kind !== "project");
  return (
    <>
      <Pills
        label={t("setting.types")}
        hint={t("setting.typesHint")}
        options={LINK_TYPES.map((value) => ({
          value,
          label: t(`vocabulary:type.${value}.noun`, { count: 2 }),
        }))}
        chosen={paths.types}
        onChange={(types) => setPaths({ types: types.length === LINK_TYPES.length ? [] : types })}
      />
      <Pills<ActorKind>
        label={t("setting.notKinds")}
        options={kinds.map((value) => ({
          value,
          label: t(`vocabulary:kind.${value}`, { count: 2 }),
        }))}
        chosen={paths.notKinds}
        onChange={(notKinds) => setPaths({ notKinds })}
      />
      {paths.task === "path" ? (
        <Field>
          <p className="path-settings__label">{t("setting.via")}</p>
          <ActorField
            label={t("setting.viaGroup")}
            kinds={GROUP_KINDS}
            value={paths.via}
            onChange={(via) => setPaths({ via })}
          />
        </Field>
      ) : null}
      <div className="path-settings__pair">
        <Year />
        <Sure />
      </div>
      <Dial />
      {paths.task === "path" ? (
        <Switch
          className="path-settings__switch"
          isSelected={paths.ends === "members"}
          onChange={(isSelected) => setPaths({ ends: isSelected ? "members" : "actor" })}
        >
          <span className="path-settings__track" aria-hidden>
            <span className="path-settings__knob" />
          </span>
          <span>
            {t("setting.ends")}
            <span className="path-settings__hint">{t("setting.endsHint")}</span>
          </span>
        </Switch>
      ) : null}
    </>
  );
}

function Field({ children }: { children: ReactNode }) {
  return <div className="path-settings__field">{children}</div>;
}

interface PillsProps<T extends string> {
  label: string;
  hint?: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

function Pills<T extends string>({ label, hint, options, chosen, onChange }: PillsProps<T>) {
  return (
    <Field>
      <p className="path-settings__label">{label}</p>
      {hint ? <p className="path-settings__hint">{hint}</p> : null}
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="multiple"
        className="path-settings__pills"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChange(options.filter(({ value }) => keys.has(value)).map(({ value }) => value))
        }
      >
        {options.map((option) => (
          <ToggleButton key={option.value} id={option.value} className="path-settings__pill">
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Field>
  );
}

/** Takes effect as soon as it is a year. */
function Year() {
  const { t } = useTranslation("paths");
  const { year } = useView().paths;
  const [text, setText] = useState(year === null ? "" : String(year));
  const change = (typed: string) => {
    setText(typed);
    if (typed === "") setPaths({ year: null });
    else if (/^(?:19|20|21)\d\d$/.test(typed)) setPaths({ year: Number(typed) });
  };
  return (
    <TextField className="path-settings__field" value={text} onChange={change} maxLength={4}>
      <Label className="path-settings__label">{t("setting.year")}</Label>
      <Input className="path-settings__input" inputMode="numeric" placeholder="2020" />
      <p className="path-settings__hint">{t("setting.yearHint")}</p>
    </TextField>
  );
}

function Sure() {
  const { t } = useTranslation(["paths", "vocabulary"]);
  const { confidence } = useView().paths;
  return (
    <Field>
      <Choice<Confidence | "any">
        label={t("setting.confidence")}
        value={confidence ?? "any"}
        onChange={(value) => setPaths({ confidence: value === "any" ? null : value })}
        options={[
          { value: "any", label: t("setting.anyConfidence") },
          ...CONFIDENCES.filter((value) => value !== "general_knowledge").map((value) => ({
            value,
            label: t(`vocabulary:confidenceAtLeast.${value}`),
          })),
        ]}
      />
    </Field>
  );
}

/** κ in twentieths. The question is asked when the thumb is let go. */
function Dial() {
  const { t } = useTranslation("paths");
  const { kappa } = useView().paths;
  const [moved, setMoved] = useState<number | null>(null);
  return (
    <Slider
      className="path-settings__field"
      minValue={0}
      maxValue={1}
      step={0.05}
      value={moved ?? kappa}
      onChange={(value) => setMoved(value)}
      onChangeEnd={(value) => {
        setMoved(null);
        setPaths({ kappa: Math.round(value * 20) / 20 });
      }}
      formatOptions={{ style: "percent" }}
    >
      <div className="path-settings__dial-head">
        <Label className="path-settings__label">{t("setting.kappa")}</Label>
        <SliderOutput className="path-settings__value" />
      </div>
      <p className="path-settings__hint">{t("setting.kappaHint")}</p>
      <SliderTrack className="path-settings__slider">
        <SliderThumb className="path-settings__thumb" />
      </SliderTrack>
      <div className="path-settings__dial-ends" aria-hidden>
        <span>{t("setting.kappaLow")}</span>
        <span>{t("setting.kappaHigh")}</span>
      </div>
    </Slider>
  );
}
