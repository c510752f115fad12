/** A tooltip on a button or another focusable element: appears on hover and on focus. */
import type { ReactNode } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import "./hint.css";

interface HintProps {
  text: string;
  shortcut?: string;
  placement?: "top" | "bottom" | "left" | "right";
  /** Exactly one react-aria element. */
  children: ReactNode;
}

export function Hint({ text, shortcut, placement = "bottom", children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Tooltip className="hint" offset={6} placement={placement}>
        {text}
        {shortcut ? <kbd className="hint__key">{shortcut}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
