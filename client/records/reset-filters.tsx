/** The one next step where nothing passes the filters. */

import { filterCount, NO_FILTERS } from "../state/view.ts";
import { setView, useView } from "../state/view-store.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "./words.ts";

export function ResetFilters() {
  const { say } = useWords("records");
  const { filters } = useView();
  if (filterCount(filters) === 0) return null;
  return <Button onPress={() => setView({ filters: NO_FILTERS })}>{say("resetFilters")}</Button>;
}
