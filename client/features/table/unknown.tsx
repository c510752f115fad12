/** A value that is not known is said, not left blank. */
import { useWords } from "../../records/words.ts";

export function Unknown() {
  const { say } = useWords("common");
  return <span className="table-view__unknown">{say("unknown")}</span>;
}
