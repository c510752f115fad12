/**
 * The search: letters bring the best hits, Enter opens the chosen one's panel and shows it in the picture, and
 * the last entry makes a filter of all hits.
 */
import { Filter, FolderSearch, Search, X } from "lucide-react";
import { type RefObject, useState } from "react";
import {
  Button,
  ComboBox,
  Group,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { isGroupKind } from "../../../server/contract/vocabulary.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { type Language, useLanguage } from "../../i18n/language.ts";
import { actorName } from "../../i18n/localised.ts";
import { HitText } from "../../records/hit-text.tsx";
import { type Hit, useHits } from "../../records/use-hits.ts";
import { NARROW, useMedia } from "../../state/media.ts";
import { getView, setView } from "../../state/view-store.ts";
import "./search-box.css";

interface SearchBoxProps {
  /** For the shortcut that jumps here. */
  input: RefObject<HTMLInputElement | null>;
  /** Key that jumps here, as it is written on a keyboard. */
  shortcut: string;
  /** Shows the actor in the picture. */
  onReveal: (id: string) => void;
}

type Entry =
  | { id: string; kind: "hit"; hit: Hit }
  | { id: "all"; kind: "all"; count: number }
  | { id: "projects"; kind: "projects"; count: number };

export function SearchBox({ input, shortcut, onReveal }: SearchBoxProps) {
  const { t } = useTranslation("search");
  const language = useLanguage();
  const isNarrow = useMedia(NARROW);
  const [text, setText] = useState("");
  const { hits, total, projects, state } = useHits(text);
  const entries: Entry[] = hits.map((hit) => ({ id: `hit:${hit.id}`, kind: "hit", hit }));
  if (total > 0) entries.push({ id: "all", kind: "all", count: total });
  if (projects > 0) entries.push({ id: "projects", kind: "projects", count: projects });

  const choose = (key: Key | null) => {
    const entry = entries.find((one) => one.id === key);
    if (!entry) return;
    const { filters } = getView();
    const q = text.trim();
    setText("");
    if (entry.kind === "all") setView({ filters: { ...filters, q } });
    else if (entry.kind === "projects") {
      setView({ mode: "table", layout: "force", filters: { ...filters, q, kinds: ["project"] } });
    } else {
      const kind = isGroupKind(entry.hit.kind) ? "group" : "actor";
      setView({ panel: { kind, id: entry.hit.id } });
      onReveal(entry.hit.id);
    }
  };

  return (
    <ComboBox
      className="search-box"
      aria-label={t("label")}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={choose}
      items={entries}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection={text.trim() !== ""}
    >
      <Group className="search-box__field">
        <Search className="search-box__icon" aria-hidden />
        <Input
          ref={input}
          className="search-box__input"
          placeholder={t(isNarrow ? "placeholderShort" : "placeholder")}
          maxLength={200}
          spellCheck={false}
          enterKeyHint="search"
        />
        {text === "" ? (
          <kbd className="search-box__key" aria-hidden>
            {shortcut}
          </kbd>
        ) : (
          <Button
            slot={null}
            className="search-box__clear"
            aria-label={t("clear")}
            onPress={() => {
              setText("");
              input.current?.focus();
            }}
          >
            <X aria-hidden />
          </Button>
        )}
      </Group>
      <Popover className="menu-popover search-box__popover" placement="bottom start" offset={6}>
        <ListBox<Entry>
          className="hit-list search-box__list"
          aria-label={t("results")}
          renderEmptyState={() => (
            <p className="hit-list__empty">
              {state === "none"
                ? t("none", { text: text.trim() })
                : t(state === "failed" ? "failed" : "searching")}
            </p>
          )}
        >
          {(entry) => <EntryRow entry={entry} language={language} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function EntryRow({ entry, language }: { entry: Entry; language: Language }) {
  const { t } = useTranslation("search");
  if (entry.kind === "hit") {
    const name = actorName(entry.hit, language);
    return (
      <ListBoxItem className="hit-list__hit" id={entry.id} textValue={name}>
        <KindMark kind={entry.hit.kind} size={22} />
        <HitText hit={entry.hit} />
      </ListBoxItem>
    );
  }
  const words = t(entry.kind, { count: entry.count });
  return (
    <ListBoxItem
      className={`hit-list__hit search-box__more search-box__more--${entry.kind}`}
      id={entry.id}
      textValue={words}
    >
      {entry.kind === "all" ? <Filter aria-hidden /> : <FolderSearch aria-hidden />}
      {words}
    </ListBoxItem>
  );
}
