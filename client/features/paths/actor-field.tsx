/**
 * A field that is filled with one actor: by its name, from the hits of the search, or by a click in the picture.
 * What is typed and not chosen is gone when the field is left.
 */
import { MousePointerClick, X } from "lucide-react";
import { type Ref, useState } from "react";
import {
  Button,
  ComboBox,
  Group,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { ActorKind } from "../../../server/contract/vocabulary.ts";
import { useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { useLanguage } from "../../i18n/language.ts";
import { actorName } from "../../i18n/localised.ts";
import { HitText } from "../../records/hit-text.tsx";
import { useHits } from "../../records/use-hits.ts";
import { IconButton } from "../../ui/button.tsx";
import "./actor-field.css";

interface ActorFieldProps {
  label: string;
  /** Id of the chosen actor. */
  value: string | null;
  /** `null` when the field was emptied. */
  onChange: (id: string | null) => void;
  /** Only actors of these kinds. */
  kinds?: readonly ActorKind[];
  /** Choosing in the picture: whether it waits for a click, and how to begin or end that. */
  pick?: { isOn: boolean; toggle: () => void };
  input?: Ref<HTMLInputElement>;
}

export function ActorField({ label, value, onChange, kinds, pick, input }: ActorFieldProps) {
  const { t } = useTranslation(["paths", "search"]);
  const language = useLanguage();
  const actor = useActor(value);
  const name = actor ? actorName(actor, language) : (value ?? "");
  // What is being typed; `null` while nothing is, so that the name of the chosen actor stands there.
  const [typed, setTyped] = useState<string | null>(null);
  const { hits, state } = useHits(typed ?? "", kinds);

  const choose = (key: Key | null) => {
    const hit = hits.find((one) => one.id === key);
    if (!hit) return;
    setTyped(null);
    onChange(hit.id);
  };
  const leave = () => {
    if (typed?.trim() === "" && value !== null) onChange(null);
    setTyped(null);
  };

  return (
    <ComboBox
      className="actor-field"
      inputValue={typed ?? name}
      onInputChange={(text) => setTyped(text === name ? null : text)}
      selectedKey={null}
      onSelectionChange={choose}
      onBlur={leave}
      items={typed === null ? [] : hits}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection={typed !== null && typed.trim() !== ""}
    >
      <Group className={`actor-field__box ${pick?.isOn ? "actor-field__box--picking" : ""}`}>
        <Label className="actor-field__label">{label}</Label>
        {actor && typed === null ? <KindMark kind={actor.kind} size={18} /> : null}
        <Input
          {...(input ? { ref: input } : {})}
          className="actor-field__input"
          placeholder={t("placeholder")}
          maxLength={200}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
        {value === null ? null : (
          <Button
            slot={null}
            className="actor-field__clear"
            aria-label={t("clear", { field: label })}
            onPress={() => {
              setTyped(null);
              onChange(null);
            }}
          >
            <X aria-hidden />
          </Button>
        )}
        {pick ? (
          <IconButton
            slot={null}
            className="actor-field__pick"
            label={t("pick", { field: label })}
            aria-pressed={pick.isOn}
            icon={<MousePointerClick aria-hidden />}
            onPress={pick.toggle}
          />
        ) : null}
      </Group>
      <Popover className="menu-popover actor-field__popover" placement="bottom start" offset={6}>
        <ListBox
          className="hit-list actor-field__list"
          aria-label={t("search:results")}
          renderEmptyState={() => (
            <p className="hit-list__empty">
              {state === "none"
                ? t("search:none", { text: (typed ?? "").trim() })
                : t(state === "failed" ? "search:failed" : "search:searching")}
            </p>
          )}
        >
          {hits.map((hit) => (
            <ListBoxItem
              key={hit.id}
              id={hit.id}
              textValue={actorName(hit, language)}
              className="hit-list__hit"
            >
              <KindMark kind={hit.kind} size={22} />
              <HitText hit={hit} />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Name and kind of an actor by its id; `null` while they are not known. */
export function useActor(id: string | null): ActorRef | null {
  const { data } = useAnswer("actor", [["id", id ?? ""]], { enabled: id !== null, keep: false });
  return id === null ? null : (data?.actor ?? null);
}
