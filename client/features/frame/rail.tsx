/** The left rail: the product's areas, icon and word. An area that does not exist yet has no entry. */
import { Clapperboard, Keyboard, Network, Route, Sparkles } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Page } from "../../state/view.ts";
import "./rail.css";

interface Area {
  id: Page;
  icon: ReactElement;
}

const AREAS: readonly Area[] = [
  { id: "explore", icon: <Network aria-hidden /> },
  { id: "paths", icon: <Route aria-hidden /> },
  { id: "opportunities", icon: <Sparkles aria-hidden /> },
  { id: "stories", icon: <Clapperboard aria-hidden /> },
];

interface RailProps {
  current: Page;
  onOpen: (area: Page) => void;
  onKeys: () => void;
}

export function Rail({ current, onOpen, onKeys }: RailProps) {
  const { t } = useTranslation("frame");
  return (
    <nav className="rail" aria-label={t("rail")}>
      <Logo />
      <ul className="rail__areas">
        {AREAS.map(({ id, icon }) => (
          <li key={id}>
            <Button
              className="rail__entry"
              {...(id === current ? { "aria-current": "page" as const } : {})}
              onPress={() => onOpen(id)}
            >
              {icon}
              {t(id)}
            </Button>
          </li>
        ))}
      </ul>
      <Button className="rail__entry rail__entry--end" onPress={onKeys}>
        <Keyboard aria-hidden />
        {t("keys")}
      </Button>
    </nav>
  );
}

function Logo() {
  return (
    <svg className="rail__logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="rail__logo-ground" width="32" height="32" rx="8" />
      <path className="rail__logo-line" d="M10.5 20.5 21 11" />
      <circle className="rail__logo-large" cx="10.5" cy="20.5" r="5" />
      <circle className="rail__logo-small" cx="21.5" cy="10.5" r="3.6" />
    </svg>
  );
}
