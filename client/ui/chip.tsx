/** A small word in a frame: a chosen value that can be taken away, or a topic that can be chosen. */
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import "./chip.css";

interface ChipProps {
  /** Its name in words, for the remove button; equal to what `children` show. */
  name: string;
  children?: ReactNode;
  icon?: ReactElement;
  /** A number beside the name. */
  count?: string;
  isSelected?: boolean;
  onPress?: () => void;
  onRemove?: () => void;
}

export function Chip(props: ChipProps) {
  const { name, children, icon, count, isSelected, onPress, onRemove } = props;
  const { t } = useTranslation("ui");
  const inside = (
    <>
      {icon}
      <span className="chip__name">{children ?? name}</span>
      {count === undefined ? null : <span className="chip__count">{count}</span>}
    </>
  );
  return (
    <span className={`chip ${isSelected ? "chip--selected" : ""}`}>
      {onPress ? (
        <Button className="chip__main chip__main--button" onPress={onPress}>
          {inside}
        </Button>
      ) : (
        <span className="chip__main">{inside}</span>
      )}
      {onRemove ? (
        <Button className="chip__remove" aria-label={t("remove", { name })} onPress={onRemove}>
          <X aria-hidden />
        </Button>
      ) : null}
    </span>
  );
}
