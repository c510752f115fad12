/** A menu on a button: a list of things to do, with icons and keys. */
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type Key,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import "./menu.css";

export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactElement;
  shortcut?: string;
  /** One of several that exclude each other, and whether it is the one that holds. */
  isChecked?: boolean;
  /** A hairline above. */
  startsSection?: boolean;
  run: () => void;
}

interface ActionListProps {
  label: string;
  actions: readonly MenuAction[];
  onClose?: () => void;
}

/** The list alone, for a popover that is opened elsewhere (a right click). */
export function ActionList({ label, actions, onClose }: ActionListProps) {
  const run = (key: Key) => actions.find((action) => action.id === key)?.run();
  const isChoice = actions.some((action) => action.isChecked !== undefined);
  const checked = actions.filter((action) => action.isChecked).map((action) => action.id);
  return (
    <AriaMenu
      aria-label={label}
      className="menu"
      onAction={run}
      autoFocus="first"
      {...(onClose ? { onClose } : {})}
      {...(isChoice
        ? { selectionMode: "single", selectedKeys: checked, disallowEmptySelection: true }
        : {})}
    >
      {actions.flatMap((action) => [
        ...(action.startsSection
          ? [<Separator key={`${action.id}-line`} className="menu__line" />]
          : []),
        <AriaMenuItem
          key={action.id}
          id={action.id}
          textValue={action.label}
          className="menu__item"
        >
          <span className="menu__icon">{action.icon}</span>
          <span className="menu__label">{action.label}</span>
          {action.shortcut ? <kbd className="menu__key">{action.shortcut}</kbd> : null}
          {isChoice ? <Check className="menu__check" aria-hidden /> : null}
        </AriaMenuItem>,
      ])}
    </AriaMenu>
  );
}

interface MenuButtonProps {
  /** The button that opens the menu. */
  button: ReactNode;
  label: string;
  actions: readonly MenuAction[];
  placement?: "bottom start" | "bottom end" | "top start" | "right top";
}

export function MenuButton({ button, label, actions, placement = "bottom end" }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="menu-popover" placement={placement} offset={6}>
        <ActionList label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}
