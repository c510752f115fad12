/** Columns of a table of actors. */
import type { ActorSummary } from "../../../server/contract/actor.ts";
import { formatNumber } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { ActorLink } from "../../records/panel-link.tsx";
import type { Words } from "../../records/words.ts";
import type { Column } from "../../ui/data-table.tsx";
import { Unknown } from "./unknown.tsx";

export interface ActorRow extends ActorSummary {
  degree: number;
  projects: number;
}

/** `projects` names the last column: how many projects at all, or how many joint ones. */
export function actorColumns<Row extends ActorRow>(
  { say, language }: Words,
  projects: string,
): Column<Row>[] {
  return [
    {
      id: "name",
      title: say("name"),
      value: (actor) => actorName(actor, language),
      cell: (actor) => <ActorLink actor={actor} />,
    },
    {
      id: "kind",
      title: say("kind"),
      isShort: true,
      value: (actor) => say(`vocabulary:kind.${actor.kind}`, { count: 1 }),
    },
    {
      id: "city",
      title: say("city"),
      value: (actor) => actor.city,
      cell: (actor) => actor.city ?? <Unknown />,
    },
    {
      id: "state",
      title: say("state"),
      value: (actor) => actor.state,
      cell: (actor) => actor.state ?? <Unknown />,
    },
    {
      id: "degree",
      title: say("degree"),
      isNumeric: true,
      value: (actor) => actor.degree,
      cell: (actor) => formatNumber(actor.degree, language),
    },
    {
      id: "projects",
      title: projects,
      isNumeric: true,
      value: (actor) => actor.projects,
      cell: (actor) => formatNumber(actor.projects, language),
    },
  ];
}
