/** One of a few choices, all visible. */
import type { ReactElement } from "react";
import { type Key, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import "./segmented-control.css";

export interface Segment<T extends string> {
  value: T;
  label: string;
  icon?: ReactElement;
  /** Shows the icon alone; the label stays for screen readers. */
  isIconOnly?: boolean;
}

interface SegmentedControlProps<T extends string> {
  /** What is chosen here. */
  label: string;
  options: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
  className?: string;
}

export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, options, value, onChange, className } = props;
  const choose = (keys: Set<Key>) => {
    const chosen = options.find((option) => keys.has(option.value));
    if (chosen) onChange(chosen.value);
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      className={`segmented-control ${className ?? ""}`}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className="segmented-control__option"
          {...(option.isIconOnly ? { "aria-label": option.label } : {})}
        >
          {option.icon}
          {option.isIconOnly ? null : <span>{option.label}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
