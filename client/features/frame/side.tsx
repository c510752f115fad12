/**
 * The right side: one panel at a time, between 360 and 440 px, resizable by drag and by arrow keys; a sheet from
 * below on narrow screens. The head has the way back and the way out.
 */
import { ArrowLeft, X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { NARROW, useMedia } from "../../state/media.ts";
import {
  clampPanelWidth,
  PANEL_WIDTH_PX,
  setPreferences,
  usePreferences,
} from "../../state/preferences.ts";
import { IconButton } from "../../ui/button.tsx";
import "./side.css";

const KEY_STEP_PX = 16;

interface SideProps {
  /** Name of what it shows; also its landmark's name. */
  title: string;
  /** Absent for the overview, which the top bar folds away. */
  onBack?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
  /** A new value moves the keyboard's focus to the panel when it was in the panel before. */
  subject: string;
  children: ReactNode;
}

export function Side({ title, onBack, onClose, subject, children }: SideProps) {
  const { t } = useTranslation("frame");
  const { panelWidthPx } = usePreferences();
  const isNarrow = useMedia(NARROW);
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(subject);

  useEffect(() => {
    if (shown.current === subject) return;
    shown.current = subject;
    const box = content.current;
    if (!box) return;
    box.scrollTop = 0;
    // The button that was pressed inside the panel is gone with the old content.
    if (document.activeElement === document.body || box.contains(document.activeElement)) {
      box.focus({ preventScroll: true });
    }
  }, [subject]);

  return (
    <aside
      className={`side ${onClose ? "side--panel" : ""}`}
      aria-label={title}
      style={isNarrow ? undefined : { width: panelWidthPx }}
    >
      {isNarrow ? null : <ResizeHandle widthPx={panelWidthPx} />}
      {onClose ? (
        <div className="side__head">
          {onBack ? (
            <IconButton label={t("back")} icon={<ArrowLeft aria-hidden />} onPress={onBack} />
          ) : null}
          <span className="side__title">{title}</span>
          <IconButton
            label={t("closePanel")}
            shortcut="Esc"
            icon={<X aria-hidden />}
            onPress={onClose}
          />
        </div>
      ) : null}
      <div className="side__content" ref={content} tabIndex={-1}>
        {children}
      </div>
    </aside>
  );
}

function ResizeHandle({ widthPx }: { widthPx: number }) {
  const { t } = useTranslation("frame");
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setPreferences({ panelWidthPx: clampPanelWidth(window.innerWidth - event.clientX) });
  };
  const step = (event: KeyboardEvent) => {
    const change = { ArrowLeft: KEY_STEP_PX, ArrowRight: -KEY_STEP_PX }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    setPreferences({ panelWidthPx: clampPanelWidth(widthPx + change) });
  };
  return (
    <hr
      className="side__handle"
      aria-orientation="vertical"
      aria-label={t("resize")}
      aria-valuemin={PANEL_WIDTH_PX.min}
      aria-valuemax={PANEL_WIDTH_PX.max}
      aria-valuenow={widthPx}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={step}
    />
  );
}
