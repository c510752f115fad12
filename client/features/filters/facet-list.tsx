/** The values of one filter with their counts, to choose from; long lists can be searched. */
import { Check } from "lucide-react";
import { useMemo, useState } from "react";
import {
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  type Selection,
  TextField,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { FacetsResult } from "../../../server/contract/explore.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/language.ts";
import { setView, useView } from "../../state/view-store.ts";
import {
  choose,
  chosenValues,
  type FacetOption,
  facetOptions,
  type ListFacet,
  SINGLE_FACETS,
  sortOptions,
} from "./facets.ts";

const SEARCHABLE_FROM = 16;

interface FacetListProps {
  facet: ListFacet;
  facets: FacetsResult | undefined;
}

export function FacetList({ facet, facets }: FacetListProps) {
  const { t } = useTranslation("filters");
  const { t: words } = useTranslation("vocabulary");
  const language = useLanguage();
  const view = useView();
  const [text, setText] = useState("");
  const options = useMemo(
    () => sortOptions(facet, facetOptions(facet, facets, words, language), language),
    [facet, facets, words, language],
  );
  const chosen = chosenValues(view, facet);
  const found = filterOptions(options, text, chosen);
  const isSingle = SINGLE_FACETS.includes(facet);
  const omitted =
    facet === "cities" || facet === "topics" || facet === "groups"
      ? (facets?.omitted[facet] ?? 0)
      : 0;

  const select = (selection: Selection) => {
    if (selection === "all") return;
    setView(
      choose(
        view,
        facet,
        [...selection].map((key: Key) => String(key)),
      ),
    );
  };

  return (
    <div className="facet-list">
      <p className="facet-list__hint">{t(`hint.${facet}`)}</p>
      {options.length >= SEARCHABLE_FROM ? (
        <TextField
          className="facet-list__find"
          aria-label={t("find")}
          value={text}
          onChange={setText}
        >
          <Input className="facet-list__input" placeholder={t("find")} spellCheck={false} />
        </TextField>
      ) : null}
      <ListBox
        className="facet-list__options"
        aria-label={t(`facet.${facet}`)}
        selectionMode={isSingle ? "single" : "multiple"}
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={select}
        escapeKeyBehavior="none"
        items={found}
        dependencies={[language, chosen]}
        renderEmptyState={() => (
          <p className="facet-list__hint">{text === "" ? t("none") : t("nothing", { text })}</p>
        )}
      >
        {(option) => (
          <ListBoxItem
            className={`facet-list__option ${isSingle ? "facet-list__option--single" : ""}`}
            id={option.value}
            textValue={option.label}
          >
            <span className="facet-list__box" aria-hidden>
              <Check />
            </span>
            {option.kind ? <KindMark kind={option.kind} size={18} /> : null}
            <span className="facet-list__label">{option.label}</span>
            <span className="facet-list__count">
              {option.count === null ? "" : formatNumber(option.count, language)}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      {omitted > 0 ? <p className="facet-list__hint">{t("omitted", { count: omitted })}</p> : null}
    </div>
  );
}

/** Chosen ones stay visible; values that would bring nothing go, unless the vocabulary is closed and short. */
function filterOptions(
  options: readonly FacetOption[],
  text: string,
  chosen: readonly string[],
): FacetOption[] {
  const wanted = plain(text.trim());
  return options.filter(
    ({ value, label, count }) =>
      plain(label).includes(wanted) &&
      (count !== 0 || chosen.includes(value) || options.length < 8),
  );
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
