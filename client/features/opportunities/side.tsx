/** Beside the map: the ranked pairs as cards; beside the picture of a pair: everything about it. */
import { useView } from "../../state/view-store.ts";
import { OpportunityList } from "./list.tsx";
import { OpportunityPair } from "./pair.tsx";
import "./side.css";

export function OpportunitiesSide() {
  const { pair } = useView().opportunities;
  return (
    <div className="opportunities-side">
      {pair === null ? (
        <OpportunityList />
      ) : (
        <OpportunityPair key={`${pair.a}~${pair.b}`} a={pair.a} b={pair.b} />
      )}
    </div>
  );
}
