/** The top bar: a place for the search, then language, colours and sharing. */
import { Link2, Monitor, Moon, PanelRightClose, PanelRightOpen, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isWithoutService } from "../../api.ts";
import { LANGUAGES, useLanguage } from "../../i18n/language.ts";
import { setLanguage } from "../../i18n/setup.ts";
import { type Preferences, setPreferences, usePreferences } from "../../state/preferences.ts";
import { useTheme } from "../../state/theme.ts";
import { IconButton } from "../../ui/button.tsx";
import { copyWithNotice } from "../../ui/clipboard.ts";
import { MenuButton } from "../../ui/menu.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { FileNote } from "./file-note.tsx";
import { HandOut } from "./hand-out.tsx";
import { KeepScene } from "./keep-scene.tsx";
import "./top-bar.css";

interface TopBarProps {
  search: ReactNode;
  /** The view can become a scene of a story. */
  canKeep: boolean;
  /** The button that folds the side away; `null` while a panel is there, which has its own. */
  side: { isOpen: boolean; toggle: () => void } | null;
}

export function TopBar({ search, canKeep, side }: TopBarProps) {
  const { t } = useTranslation("frame");
  const language = useLanguage();
  return (
    <header className="top-bar">
      <div className="top-bar__search">{search}</div>
      <div className="top-bar__tools">
        {isWithoutService() ? <FileNote /> : null}
        {canKeep ? (
          <>
            <KeepScene />
            <HandOut />
          </>
        ) : null}
        <SegmentedControl
          label={t("language")}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <ThemeMenu />
        {isWithoutService() ? null : (
          <IconButton
            label={t("share")}
            icon={<Link2 aria-hidden />}
            onPress={() => {
              copyWithNotice(window.location.href, t("shared"), t("shareFailed"));
            }}
          />
        )}
        {side ? (
          <IconButton
            label={t(side.isOpen ? "hideSide" : "showSide")}
            aria-expanded={side.isOpen}
            className="top-bar__side"
            icon={side.isOpen ? <PanelRightClose aria-hidden /> : <PanelRightOpen aria-hidden />}
            onPress={side.toggle}
          />
        ) : null}
      </div>
    </header>
  );
}

const THEMES: readonly Preferences["theme"][] = ["light", "dark", "system"];

function ThemeMenu() {
  const { t } = useTranslation("frame");
  const { theme: chosen } = usePreferences();
  const theme = useTheme();
  const icons = {
    light: <Sun aria-hidden />,
    dark: <Moon aria-hidden />,
    system: <Monitor aria-hidden />,
  };
  return (
    <MenuButton
      label={t("theme")}
      button={<IconButton label={t("theme")} icon={icons[theme]} />}
      actions={THEMES.map((id) => ({
        id,
        label: t(`themeName.${id}`),
        icon: icons[id],
        isChecked: id === chosen,
        run: () => setPreferences({ theme: id }),
      }))}
    />
  );
}
