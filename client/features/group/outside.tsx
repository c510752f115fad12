/** The other groups that a group is linked with, strongest first by the evidence chosen for the picture. */
import type { GroupResult } from "../../../server/contract/explore.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { pairPanel } from "../../records/panel-of.ts";
import { strongest } from "../../records/strength.ts";
import { largest, StrengthRow } from "../../records/strength-row.tsx";
import { useWords } from "../../records/words.ts";
import { useView } from "../../state/view-store.ts";
import { ShortList } from "../../ui/short-list.tsx";

export function Outside({ page }: { page: GroupResult }) {
  const { say, language } = useWords("group");
  const { evidence } = useView();
  const rows = strongest(
    page.outside.map(({ group, links, projects, bridges }) => ({
      group,
      links,
      projects,
      shared: bridges,
    })),
    evidence,
  );
  if (rows.length === 0) return <p className="group-panel__note">{say("noOutside")}</p>;
  const max = largest(rows, evidence);
  return (
    <>
      <p className="group-panel__lead">{say("outsideLead")}</p>
      <ShortList
        items={rows}
        keyOf={({ group }) => group.id}
        showAll={say("records:showAll", { n: formatNumber(rows.length, language) })}
        showLess={say("records:showLess")}
      >
        {(row) => (
          <StrengthRow
            panel={pairPanel(page.group.id, row.group.id)}
            strength={row}
            evidence={evidence}
            max={max}
          >
            <span className="strength-row__name">
              <KindMark kind={row.group.kind} />
              {actorName(row.group, language)}
            </span>
          </StrengthRow>
        )}
      </ShortList>
      {page.omitted.outside > 0 ? (
        <p className="group-panel__note">
          {say("records:leftOut", { count: page.omitted.outside })}
        </p>
      ) : null}
    </>
  );
}
