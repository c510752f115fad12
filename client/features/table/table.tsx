/** The same selection as the picture, as sortable tables: what a screen reader gets, and what one copies. */
import { useView } from "../../state/view-store.ts";
import { ActorTable } from "./actor-table.tsx";
import { GroupTable } from "./group-table.tsx";
import { NeighbourTable } from "./neighbour-table.tsx";
import { PairTable } from "./pair-table.tsx";
import { readTab } from "./tabs.ts";
import "./table.css";

const TABLES = {
  groups: GroupTable,
  pairs: PairTable,
  actors: ActorTable,
  neighbours: NeighbourTable,
};

export function TableView() {
  const view = useView();
  const Table = TABLES[readTab(view.sort, view.layout).tab];
  return <Table />;
}
