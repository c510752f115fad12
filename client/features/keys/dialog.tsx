/** The dialog with all keys, and the switch that turns single letters off (WCAG 2.1.4). */
import { Fragment } from "react";
import { Switch } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { setPreferences, usePreferences } from "../../state/preferences.ts";
import { Dialog } from "../../ui/dialog.tsx";
import "./dialog.css";

interface KeysDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  const { t } = useTranslation("keys");
  const { hasLetterKeys } = usePreferences();
  const sections = [
    {
      title: t("section.everywhere"),
      rows: [
        { keys: [commandKey(), "/"], text: t("search") },
        { keys: ["?"], text: t("help") },
        { keys: ["Esc"], text: t("escape") },
      ],
    },
    {
      title: t("section.picture"),
      rows: [
        { keys: [t("key.arrows")], text: t("walk") },
        { keys: [t("key.enter")], text: t("enter") },
        { keys: [t("key.menu"), t("key.shiftF10")], text: t("menu") },
        { keys: ["F"], text: t("fit") },
        { keys: ["L"], text: t("labels") },
        { keys: ["+", "−"], text: t("zoom") },
      ],
    },
    {
      title: t("section.stories"),
      rows: [
        { keys: [commandKey("Z"), commandKey("Y")], text: t("undo") },
        { keys: ["Alt ↑", "Alt ↓"], text: t("moveScene") },
        { keys: ["→", t("key.space"), t("key.pageDown")], text: t("next") },
        { keys: ["←", t("key.pageUp")], text: t("previous") },
        { keys: [t("key.home"), t("key.end")], text: t("ends") },
        { keys: [t("key.number")], text: t("toScene") },
        { keys: ["B"], text: t("black") },
        { keys: ["S", "Q", "F"], text: t("show") },
      ],
    },
    {
      title: t("section.mouse"),
      rows: [
        { keys: [t("key.click")], text: t("click") },
        { keys: [t("key.doubleClick")], text: t("doubleClick") },
        { keys: [t("key.shiftClick")], text: t("shiftClick") },
        { keys: [t("key.rightClick")], text: t("rightClick") },
        { keys: [t("key.drag")], text: t("drag") },
        { keys: [t("key.wheel")], text: t("wheel") },
      ],
    },
  ];
  return (
    <Dialog title={t("title")} isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className="keys">
        {sections.map((section) => (
          <section key={section.title}>
            <h3 className="keys__section">{section.title}</h3>
            <dl className="keys__list">
              {section.rows.map((row) => (
                <Fragment key={row.text}>
                  <dt>
                    {row.keys.map((key, index) => (
                      <Fragment key={key}>
                        {index > 0 ? ` ${t("key.or")} ` : null}
                        <kbd className="keys__key">{key}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{row.text}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
        <Switch
          className="keys__switch"
          isSelected={hasLetterKeys}
          onChange={(isSelected) => setPreferences({ hasLetterKeys: isSelected })}
        >
          <span className="keys__switch-track" aria-hidden>
            <span className="keys__switch-knob" />
          </span>
          <span>
            {t("letters")}
            <span className="keys__hint">{t("lettersHint")}</span>
          </span>
        </Switch>
      </div>
    </Dialog>
  );
}

/** `⌘K` on a Mac, `Strg K`/`Ctrl K` elsewhere. */
export function commandKey(letter = "K"): string {
  if (/Mac|iPhone|iPad/.test(navigator.userAgent)) return `⌘${letter}`;
  return document.documentElement.lang === "de" ? `Strg ${letter}` : `Ctrl ${letter}`;
}
