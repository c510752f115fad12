/** Says that filters narrow a panel, and lifts them for this panel alone. */
import { useState } from "react";
import type { Parameters } from "../api.ts";
import { filterEntries } from "../state/url.ts";
import { filterCount } from "../state/view.ts";
import { useView } from "../state/view-store.ts";
import { TextButton } from "../ui/button.tsx";
import { useWords } from "./words.ts";
import "./filter-note.css";

export interface PanelFilters {
  /** To add to a request. */
  parameters: Parameters;
  /** Any filter is set in the view. */
  isFiltered: boolean;
  isLifted: boolean;
  setLifted: (isLifted: boolean) => void;
}

export function usePanelFilters(): PanelFilters {
  const { filters } = useView();
  const [isLifted, setLifted] = useState(false);
  return {
    parameters: isLifted ? [] : filterEntries(filters),
    isFiltered: filterCount(filters) > 0,
    isLifted,
    setLifted,
  };
}

export function FilterNote({ filters }: { filters: PanelFilters }) {
  const { say } = useWords("records");
  if (!filters.isFiltered) return null;
  return (
    <p className="filter-note">
      {say(filters.isLifted ? "unfiltered" : "filtered")}{" "}
      <TextButton onPress={() => filters.setLifted(!filters.isLifted)}>
        {say(filters.isLifted ? "showFiltered" : "showUnfiltered")}
      </TextButton>
    </p>
  );
}
