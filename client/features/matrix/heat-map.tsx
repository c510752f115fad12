/**
 * The cells: an ARIA grid of which one cell is a tab stop. Hover, focus and the read-out above are set on the
 * elements directly: a walk over two thousand cells must not render them all again.
 */
import { type KeyboardEvent, type MouseEvent, type SyntheticEvent, useEffect, useRef } from "react";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { actorName } from "../../i18n/localised.ts";
import { PanelLink } from "../../records/panel-link.tsx";
import { openPanel, pairPanel, panelOf } from "../../records/panel-of.ts";
import { useWords } from "../../records/words.ts";
import { NARROW, useMedia } from "../../state/media.ts";
import type { EvidenceChoice } from "../../state/view.ts";
import { type Place, placeAfter } from "./grid.ts";
import { HeatRow } from "./heat-row.tsx";
import type { MatrixGroup, MatrixModel } from "./model.ts";

/** Longer names do not fit into two lines of a row's head: the alias stands there. */
const ROW_NAME_LENGTH = { wide: 52, narrow: 30 } as const;

interface HeatMapProps {
  model: MatrixModel;
  evidence: EvidenceChoice;
}

export function HeatMap({ model, evidence }: HeatMapProps) {
  const { say, language } = useWords("matrix");
  const grid = useRef<HTMLTableElement>(null);
  const readOut = useRef<HTMLParagraphElement>(null);
  const { groups } = model;
  const isNarrow = useMedia(NARROW);

  useEffect(() => {
    // Another order or selection may have moved or removed the cell that was the tab stop.
    const cells = grid.current?.querySelectorAll<HTMLElement>(".heat-cell");
    cells?.forEach((cell, index) => {
      cell.tabIndex = index === 0 && model.groups.length > 0 ? 0 : -1;
    });
  }, [model]);

  const rowName = (group: MatrixGroup) => {
    const name = actorName(group, language);
    return name.length > ROW_NAME_LENGTH[isNarrow ? "narrow" : "wide"]
      ? (group.short ?? name)
      : name;
  };
  const cellAt = ({ row, column }: Place) =>
    grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  const open = ({ row, column }: Place) => {
    const [a, b] = [groups[row], groups[column]];
    if (a && b) openPanel(row === column ? panelOf(a) : pairPanel(a.id, b.id));
  };
  const point = (place: Place | null) => {
    const { current } = grid;
    if (!current) return;
    for (const marked of current.querySelectorAll("[data-pointed]")) {
      marked.removeAttribute("data-pointed");
    }
    if (readOut.current) {
      readOut.current.textContent = place ? (cellAt(place)?.ariaLabel ?? "") : say("hint");
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
      open(place);
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
    open(place);
  };
  const setTabStop = (cell: HTMLElement) => {
    grid.current
      ?.querySelector<HTMLElement>('.heat-cell[tabindex="0"]')
      ?.setAttribute("tabindex", "-1");
    cell.tabIndex = 0;
  };

  return (
    <>
      <p className="matrix-view__read-out" ref={readOut}>
        {say("hint")}
      </p>
      <div className="matrix-view__scroll">
        <table
          className="heat-map"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what an ARIA grid is made of
          role="grid"
          aria-label={say("title")}
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
                <span className="visually-hidden">{say("group")}</span>
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
                <HeatRow model={model} row={row} evidence={evidence} />
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
