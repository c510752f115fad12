/** A text in the language that is being written; the other language is shown as a reminder while this one is empty. */
import { Input, Label, Text, TextArea, TextField } from "react-aria-components";
import type { Language } from "../i18n/language.ts";

interface WordsFieldProps {
  label: string;
  hint?: string;
  value: { de: string; en: string };
  written: Language;
  longest: number;
  /** More than one line. */
  rows?: number;
  onChange: (value: { de: string; en: string }) => void;
}

export function WordsField(props: WordsFieldProps) {
  const { label, hint, value, written, longest, rows, onChange } = props;
  const other = written === "de" ? value.en : value.de;
  const look = { className: "workshop-field", lang: written, placeholder: other };
  return (
    <TextField
      className="words-field"
      value={value[written]}
      maxLength={longest}
      onChange={(text) => onChange({ ...value, [written]: text })}
    >
      <Label className="words-field__label">{label}</Label>
      {rows === undefined ? <Input {...look} /> : <TextArea {...look} rows={rows} />}
      {hint ? (
        <Text slot="description" className="words-field__hint">
          {hint}
        </Text>
      ) : null}
    </TextField>
  );
}
