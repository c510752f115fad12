/** "Add this view as a scene": one click; and while a scene's view is being changed, taking the new one. */
import { useQueryClient } from "@tanstack/react-query";
import { Clapperboard, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRetake } from "../../state/retake.ts";
import { Button } from "../../ui/button.tsx";

export function KeepScene() {
  const { t } = useTranslation("frame");
  const client = useQueryClient();
  const retake = useRetake();
  const [isBusy, setBusy] = useState(false);
  // Its part of the program comes when it is needed for the first time.
  const run = async (isRetake: boolean) => {
    setBusy(true);
    try {
      const { keepView, retakeView } = await import("../../workshop/keep-view.ts");
      await (isRetake ? retakeView(client) : keepView(client));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {retake ? (
        <Button
          variant="primary"
          className="keep-scene"
          icon={<RefreshCw aria-hidden />}
          isDisabled={isBusy}
          onPress={() => void run(true)}
        >
          {t("retakeScene")}
        </Button>
      ) : null}
      <Button
        className="keep-scene"
        icon={<Clapperboard aria-hidden />}
        isDisabled={isBusy}
        onPress={() => void run(false)}
      >
        {t("keepScene")}
      </Button>
    </>
  );
}
