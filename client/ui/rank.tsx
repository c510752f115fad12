/** The place in a ranked list, as a number in a ring; filled for the chosen one. */
import "./rank.css";

interface RankProps {
  rank: number;
  isChosen?: boolean;
  /** Where the words beside it say the rank too. */
  isHidden?: boolean;
}

export function Rank({ rank, isChosen = false, isHidden = false }: RankProps) {
  return (
    <span className={`rank ${isChosen ? "rank--chosen" : ""}`} aria-hidden={isHidden}>
      {rank}
    </span>
  );
}
