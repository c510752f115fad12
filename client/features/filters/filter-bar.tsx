/** The filters that hold, as chips with their counts, the menu for more, and "reset" when it saves clicks. */
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatList, formatNumber } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/language.ts";
import { filterEntries } from "../../state/url.ts";
import { FIRST_VIEW, filterCount, NO_FILTERS } from "../../state/view.ts";
import { setFilters, setView, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import {
  choose,
  chosenValues,
  type FacetOption,
  facetOptions,
  hasOwnGroupKinds,
  LIST_FACETS,
  type ListFacet,
} from "./facets.ts";
import { FilterMenu } from "./filter-menu.tsx";
import "./filter-bar.css";

export function FilterBar() {
  const { t } = useTranslation("filters");
  const { t: words } = useTranslation("vocabulary");
  const language = useLanguage();
  const view = useView();
  const number = filterCount(view.filters);
  const { data: facets } = useAnswer("facets", filterEntries(view.filters), {
    enabled: number > 0,
  });
  const name = (facet: string, value: string) =>
    t("chip", { facet: t(`facet.${facet}`), name: value });

  const chips = LIST_FACETS.filter((facet) => facet !== "groupKinds").flatMap((facet) => {
    const options = new Map(
      facetOptions(facet, facets, words, language).map((option) => [option.value, option]),
    );
    return chosenValues(view, facet).map((value) => ({
      facet,
      option: options.get(value) ?? { value, label: value, count: null },
    }));
  });
  const remove = (facet: ListFacet, option: FacetOption) =>
    setView(
      choose(
        view,
        facet,
        chosenValues(view, facet).filter((value) => value !== option.value),
      ),
    );

  return (
    <section className="filter-bar" aria-label={t("bar")}>
      {chips.map(({ facet, option }) => (
        <Chip
          key={`${facet}:${option.value}`}
          isSelected
          name={name(facet, option.label)}
          {...(option.kind ? { icon: <KindMark kind={option.kind} size={16} /> } : {})}
          {...(option.count === null ? {} : { count: formatNumber(option.count, language) })}
          onRemove={() => remove(facet, option)}
        >
          {option.label}
        </Chip>
      ))}
      {view.filters.q === "" ? null : (
        <Chip isSelected name={name("q", view.filters.q)} onRemove={() => setFilters({ q: "" })}>
          {t("quoted", { text: view.filters.q })}
        </Chip>
      )}
      {hasOwnGroupKinds(view) ? (
        <Chip
          isSelected
          name={t("facet.groupKinds")}
          onRemove={() => setView({ groupKinds: FIRST_VIEW.groupKinds })}
        >
          {name(
            "groupKinds",
            formatList(
              view.groupKinds.map((kind) => words(`kind.${kind}`, { count: 2 })),
              language,
            ),
          )}
        </Chip>
      ) : null}
      <FilterMenu />
      {number > 1 ? (
        <Button
          variant="quiet"
          icon={<RotateCcw aria-hidden />}
          onPress={() => setView({ filters: NO_FILTERS, groupKinds: FIRST_VIEW.groupKinds })}
        >
          {t("reset")}
        </Button>
      ) : null}
    </section>
  );
}
