/** The mark of a kind of actor: its icon in its colour, the same as in the picture. */
import { useTranslation } from "react-i18next";
import type { ActorKind } from "../../server/contract/vocabulary.ts";
import { KIND_MARKS, kindColour } from "../graph/palette.ts";
import { useTheme } from "../state/theme.ts";
import "./kind-mark.css";

interface KindMarkProps {
  kind: ActorKind;
  /** Edge of the square in CSS pixels. Default 20. */
  size?: number;
  /** Says the kind in words; leave it out where the words stand beside the mark. */
  isNamed?: boolean;
}

export function KindMark({ kind, size = 20, isNamed = false }: KindMarkProps) {
  const { t } = useTranslation("vocabulary");
  const theme = useTheme();
  const mark = (
    <svg
      className="kind-mark"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      style={{ color: kindColour(kind, theme) }}
      aria-hidden="true"
    >
      <circle className="kind-mark__ground" cx="16" cy="16" r="16" />
      <path
        className="kind-mark__icon"
        d={KIND_MARKS[kind].path}
        transform="translate(6.4 6.4) scale(.8)"
      />
    </svg>
  );
  if (!isNamed) return mark;
  return (
    <span className="kind-mark__named">
      {mark}
      <span className="visually-hidden">{t(`kind.${kind}`, { count: 1 })}</span>
    </span>
  );
}
