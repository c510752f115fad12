/** A field that narrows the list below it while one types. */
import { Search, X } from "lucide-react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";
import { useTranslation } from "react-i18next";
import "./search-field.css";

interface SearchFieldProps {
  /** Accessible name and placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const { t } = useTranslation("ui");
  return (
    <AriaSearchField className="search-field" aria-label={label} value={value} onChange={onChange}>
      <Search className="search-field__icon" aria-hidden />
      <Input className="search-field__input" placeholder={label} />
      {value === "" ? null : (
        <Button className="search-field__clear" aria-label={t("remove", { name: value })}>
          <X aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  );
}
