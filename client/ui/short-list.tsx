/** A list that shows its first entries and the rest on request; the focus moves to the first new one. */
import { Fragment, type Key, type ReactNode, useEffect, useRef, useState } from "react";
import { TextButton } from "./button.tsx";
import "./short-list.css";

interface ShortListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => Key;
  /** One `<li>`. */
  children: (item: T, index: number) => ReactNode;
  /** How many at first. Default 8; a rest of one is shown at once. */
  first?: number;
  showAll: string;
  showLess: string;
  className?: string;
}

export function ShortList<T>(props: ShortListProps<T>) {
  const { items, keyOf, children, first = 8, showAll, showLess, className } = props;
  const [isOpen, setIsOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const moveFocus = useRef(false);
  const isLong = items.length > first + 1;
  const shown = isLong && !isOpen ? items.slice(0, first) : items;

  useEffect(() => {
    if (!isOpen || !moveFocus.current) return;
    moveFocus.current = false;
    const firstNew = list.current?.children.item(first);
    firstNew?.querySelector<HTMLElement>("a, button")?.focus();
  }, [isOpen, first]);

  const toggle = () => {
    moveFocus.current = !isOpen;
    setIsOpen(!isOpen);
  };
  return (
    <>
      <ul className={`short-list ${className ?? ""}`} ref={list}>
        {shown.map((item, index) => (
          <Fragment key={keyOf(item)}>{children(item, index)}</Fragment>
        ))}
      </ul>
      {isLong ? (
        <TextButton className="short-list__more" aria-expanded={isOpen} onPress={toggle}>
          {isOpen ? showLess : showAll}
        </TextButton>
      ) : null}
    </>
  );
}
