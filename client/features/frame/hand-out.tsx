/** "Hand this view out" as a file; its part of the program comes when it is needed. */
import { Download } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button.tsx";

const HandOutView = lazy(() =>
  import("../../workshop/hand-out-view.tsx").then((part) => ({ default: part.HandOutView })),
);

export function HandOut() {
  const { t } = useTranslation(["frame", "common"]);
  const [isOpen, setOpen] = useState(false);
  // The window's title names what is shown.
  const title = document.title.split(` – ${t("common:product")}`)[0] ?? "";
  return (
    <>
      <IconButton
        label={t("handOut")}
        icon={<Download aria-hidden />}
        onPress={() => setOpen(true)}
      />
      {isOpen ? (
        <Suspense>
          <HandOutView title={title} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
