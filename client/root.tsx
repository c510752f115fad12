/** What the address leads to: the explorer, or a story that is shown. */
import { lazy, Suspense } from "react";
import { I18nProvider } from "react-aria-components";
import { App } from "./app.tsx";
import { LOCALES, useLanguage } from "./i18n/language.ts";
import { usePlace } from "./state/place.ts";
import { Notices } from "./ui/notice.tsx";
import { Loading } from "./ui/states.tsx";

const Shown = lazy(() => import("./workshop/shown.tsx").then((part) => ({ default: part.Shown })));

export function Root() {
  const place = usePlace();
  const language = useLanguage();
  if (place.kind === "app") return <App />;
  return (
    <I18nProvider locale={LOCALES[language]}>
      <Suspense fallback={<Loading lines={0} />}>
        <Shown place={place} />
      </Suspense>
      <Notices />
    </I18nProvider>
  );
}
