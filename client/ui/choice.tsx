/** One of several choices behind a button that shows the present one, each with a line of explanation. */
import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from "react-aria-components";
import "./choice.css";

export interface ChoiceOption<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

interface ChoiceProps<T extends string> {
  /** What is chosen here; stands in front of the value. */
  label: string;
  options: readonly ChoiceOption<T>[];
  value: T;
  onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Button className="choice__button">
        <SelectValue className="choice__value">
          {options.find((option) => option.value === value)?.label}
        </SelectValue>{" "}
        {/* Shown first; here it stands where the accessible name has it. */}
        <Label elementType="span" className="choice__label">
          {label}
        </Label>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="menu-popover" placement="bottom start" offset={6}>
        <ListBox className="choice__list">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="choice__option"
            >
              <Check className="choice__check" aria-hidden />
              <Text slot="label" className="choice__option-label">
                {option.label}
              </Text>
              {option.hint ? (
                <Text slot="description" className="choice__hint">
                  {option.hint}
                </Text>
              ) : null}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
