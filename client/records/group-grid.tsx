/**
 * Group × group: an ARIA grid of which one cell is a tab stop. Hover, focus and the read-out above are set on the
 * elements directly: a walk over two thousand cells must not render them all again.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useRef,
} from "react";
import type { ActorRef } from "../../server/contract/actor.ts";
import { KindMark } from "../graph-ui/kind-mark.tsx";
import { actorName } from "../i18n/localised.ts";
import { NARROW, useMedia } from "../state/media.ts";
import { type Place, placeAfter } from "./grid-walk.ts";
import { PanelLink } from "./panel-link.tsx";
import { panelOf } from "./panel-of.ts";
import { useWords } from "./words.ts";
import "./group-grid.css";

/** Longer names do not fit into two lines of a row's head: the alias stands there. */
const ROW_NAME_LENGTH = { wide: 52, narrow: 30 } as const;

export type GridGroup = ActorRef & { short: string | null };

interface GroupGridProps<G extends GridGroup> {
  label: string;
  /** What a row and a column is, for the corner. */
  corner: string;
  /** Above the grid while nothing is pointed at. */
  hint: string;
  groups: readonly G[];
  /** A cell was clicked, or Enter pressed on it. */
  onOpen: (row: number, column: number) => void;
  /** The cells of a row: `td.heat-cell` with `data-row`, `data-column`, a negative tabIndex and a label. */
  children: (row: number) => ReactNode;
}

export function GroupGrid<G extends GridGroup>(props: GroupGridProps<G>) {
  const { label, corner, hint, groups, onOpen, children } = props;
  const { language } = useWords("records");
  const grid = useRef<HTMLTableElement>(null);
  const readOut = useRef<HTMLParagraphElement>(null);
  const isNarrow = useMedia(NARROW);

  useEffect(() => {
    // Another order or selection may have moved or removed the cell that was the tab stop.
    const cells = grid.current?.querySelectorAll<HTMLElement>(".heat-cell");
    cells?.forEach((cell, index) => {
      cell.tabIndex = index === 0 && groups.length > 0 ? 0 : -1;
    });
  }, [groups]);

  const rowName = (group: G) => {
    const name = actorName(group, language);
    return name.length > ROW_NAME_LENGTH[isNarrow ? "narrow" : "wide"]
      ? (group.short ?? name)
      : name;
  };
  const cellAt = ({ row, column }: Place) =>
    grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  const point = (place: Place | null) => {
    const { current } = grid;
    if (!current) return;
    for (const marked of current.querySelectorAll("[data-pointed]")) {
      marked.removeAttribute("data-pointed");
    }
    if (readOut.current) {
      readOut.current.textContent = place ? (cellAt(place)?.ariaLabel ?? "") : hint;
    }
    if (place === null) return;
    const { row, column } = place;
    const cross = `[data-row="${row}"], [data-column="${column}"]`;
    for (const marked of current.querySelectorAll(cross)) marked.setAttribute("data-pointed", "");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event);
    if (place === null || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(place.row, place.column);
      return;
    }
    const next = placeAfter(event.key, place, groups.length, event.ctrlKey || event.metaKey);
    const cell = next ? cellAt(next) : null;
    if (!cell) return;
    event.preventDefault();
    setTabStop(cell);
    cell.focus();
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place === null) return;
    const cell = cellAt(place);
    if (cell) setTabStop(cell);
    onOpen(place.row, place.column);
  };
  const setTabStop = (cell: HTMLElement) => {
    grid.current
      ?.querySelector<HTMLElement>('.heat-cell[tabindex="0"]')
      ?.setAttribute("tabindex", "-1");
    cell.tabIndex = 0;
  };

  return (
    <>
      <p className="group-grid__read-out" ref={readOut}>
        {hint}
      </p>
      <div className="group-grid__scroll">
        <table
          className="heat-map"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what an ARIA grid is made of
          role="grid"
          aria-label={label}
          ref={grid}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onPointerOver={(event) => point(placeOf(event))}
          onPointerLeave={() => point(null)}
          onFocus={(event) => point(placeOf(event))}
          onBlur={() => point(null)}
        >
          <thead>
            <tr>
              <th className="heat-map__corner" scope="col">
                <span className="visually-hidden">{corner}</span>
              </th>
              {groups.map((group, column) => (
                <th
                  key={group.id}
                  className="heat-map__column-head"
                  scope="col"
                  data-column={column}
                  title={actorName(group, language)}
                >
                  <span className="heat-map__column-name">
                    {group.short ?? actorName(group, language)}
                  </span>
                  <KindMark kind={group.kind} size={16} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group, row) => (
              <tr key={group.id}>
                <th className="heat-map__row-head" scope="row" data-row={row}>
                  <PanelLink panel={panelOf(group)} className="heat-map__row-name">
                    <KindMark kind={group.kind} size={16} />
                    <span title={actorName(group, language)}>{rowName(group)}</span>
                  </PanelLink>
                </th>
                {children(row)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The cell that an event comes from; `null` for a head or a gap. */
function placeOf(event: SyntheticEvent): Place | null {
  const { target } = event;
  const cell = target instanceof Element ? target.closest<HTMLElement>(".heat-cell") : null;
  if (!cell) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
