/** Buttons: with words, or an icon alone with its tooltip; and one that looks like a link in running text. */
import type { ReactElement, ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Hint } from "./hint.tsx";
import "./button.css";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "children" | "style"> {
  children: ReactNode;
  /** `plain` has a hairline, `primary` is the one thing to do, `quiet` has nothing until it is pointed at. */
  variant?: "plain" | "primary" | "quiet";
  icon?: ReactElement;
  className?: string;
}

export function Button({ children, variant = "plain", icon, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button--${variant} ${className ?? ""}`}>
      {icon}
      <span className="button__text">{children}</span>
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "className" | "children" | "style"> {
  /** What it does: the accessible name and the tooltip. */
  label: string;
  icon: ReactElement;
  /** Key that does the same, shown in the tooltip. */
  shortcut?: string;
  className?: string;
}

export function IconButton({ label, icon, shortcut, className, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} {...(shortcut ? { shortcut } : {})}>
      <AriaButton {...rest} aria-label={label} className={`icon-button ${className ?? ""}`}>
        {icon}
      </AriaButton>
    </Hint>
  );
}

export interface TextButtonProps extends Omit<AriaButtonProps, "className" | "children" | "style"> {
  children: ReactNode;
  className?: string;
}

/** Acts in place but reads like a link: names of actors in lists, "show all 41". */
export function TextButton({ children, className, ...rest }: TextButtonProps) {
  return (
    <AriaButton {...rest} className={`text-button ${className ?? ""}`}>
      {children}
    </AriaButton>
  );
}
