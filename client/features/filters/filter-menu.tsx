/** "+ Filter": the kinds of filter on one side, their values with counts on the other. */
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import {
  Dialog,
  DialogTrigger,
  Input,
  Label,
  Popover,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  TextField,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api.ts";
import { NARROW, useMedia } from "../../state/media.ts";
import { filterEntries } from "../../state/url.ts";
import { setFilters, setView, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState, Loading } from "../../ui/states.tsx";
import { FacetList } from "./facet-list.tsx";
import { choose, chosenValues, hasOwnGroupKinds, LIST_FACETS, type ListFacet } from "./facets.ts";
import "./filter-menu.css";

export function FilterMenu() {
  const { t } = useTranslation("filters");
  return (
    <DialogTrigger>
      <Button icon={<Plus aria-hidden />} className="filter-menu__button">
        {t("add")}
      </Button>
      <Popover className="menu-popover filter-menu__popover" placement="bottom start" offset={6}>
        <Dialog className="filter-menu" aria-label={t("dialog")}>
          {({ close }) => <FilterTabs close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function FilterTabs({ close }: { close: () => void }) {
  const { t } = useTranslation("filters");
  const view = useView();
  const isNarrow = useMedia(NARROW);
  const answer = useAnswer("facets", filterEntries(view.filters));
  const number = (facet: ListFacet) =>
    facet === "groupKinds" && !hasOwnGroupKinds(view) ? 0 : chosenValues(view, facet).length;
  return (
    <Tabs className="filter-menu__tabs" orientation={isNarrow ? "horizontal" : "vertical"}>
      <TabList className="filter-menu__facets" aria-label={t("facets")}>
        {LIST_FACETS.map((facet) => (
          <FacetTab key={facet} id={facet} name={t(`facet.${facet}`)} chosen={number(facet)} />
        ))}
        <FacetTab id="q" name={t("facet.q")} chosen={view.filters.q === "" ? 0 : 1} />
      </TabList>
      {LIST_FACETS.map((facet) => (
        <TabPanel key={facet} id={facet} className="filter-menu__panel">
          {answer.isError ? (
            <ErrorState error={answer.error} retry={() => void answer.refetch()} />
          ) : answer.data === undefined ? (
            <Loading lines={6} />
          ) : (
            <FacetList facet={facet} facets={answer.data} />
          )}
          <div className="filter-menu__foot">
            <Button
              variant="quiet"
              isDisabled={number(facet) === 0}
              onPress={() => setView(choose(view, facet, []))}
            >
              {t("clear")}
            </Button>
            <Button variant="primary" onPress={close}>
              {t("done")}
            </Button>
          </div>
        </TabPanel>
      ))}
      <TabPanel id="q" className="filter-menu__panel">
        <TextFilter close={close} />
      </TabPanel>
    </Tabs>
  );
}

function FacetTab({ id, name, chosen }: { id: string; name: string; chosen: number }) {
  return (
    <Tab id={id} className="filter-menu__facet">
      <span>{name}</span>
      {chosen > 0 ? <span className="filter-menu__chosen">{chosen}</span> : null}
    </Tab>
  );
}

function TextFilter({ close }: { close: () => void }) {
  const { t } = useTranslation("filters");
  const { filters } = useView();
  const [text, setText] = useState(filters.q);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setFilters({ q: text.trim() });
    close();
  };
  return (
    <form className="facet-list" onSubmit={apply}>
      <TextField value={text} onChange={setText} maxLength={200}>
        <Label className="facet-list__hint">{t("hint.q")}</Label>
        <Input className="facet-list__input" />
      </TextField>
      <div className="filter-menu__foot">
        <Button variant="quiet" isDisabled={text === ""} onPress={() => setText("")}>
          {t("clear")}
        </Button>
        <Button variant="primary" type="submit">
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}
