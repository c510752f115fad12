/** A code to photograph: the read-only address of the scene that is up. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { encode } from "uqr";
import type { StoryResult, StorySharing } from "../../server/contract/stories.ts";
import { isWithoutService, question, tell } from "../api.ts";
import { useWords } from "../records/words.ts";
import { linkTo } from "../state/place.ts";
import { Button, IconButton } from "../ui/button.tsx";

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

interface QrOverlayProps {
  kept: StoryResult;
  /** Of the scene, 0 = the first. */
  place: number;
  onClose: () => void;
}

export function QrOverlay({ kept, place, onClose }: QrOverlayProps) {
  const { say } = useWords("workshop");
  const client = useQueryClient();
  const [sharing, setSharing] = useState<StorySharing | null>(kept.sharing);
  const share = useMutation({
    mutationFn: () => tell("shareStory", { id: kept.id, isShared: true, embedOrigins: [] }),
    onSuccess: (result) => {
      setSharing(result.sharing);
      void client.invalidateQueries({ queryKey: question("story", [["id", kept.id]]).queryKey });
    },
  });
  return (
    <div className="qr-overlay" role="dialog" aria-label={say("qr")}>
      {isWithoutService() ? (
        <p className="qr-overlay__text">{say("qrNoService")}</p>
      ) : sharing ? (
        <Code
          address={linkTo(
            { kind: "shared", token: sharing.token, isEmbedded: false },
            `?scene=${place + 1}`,
          )}
        />
      ) : (
        <>
          <p className="qr-overlay__text">{say("qrNotShared")}</p>
          <Button
            variant="primary"
            autoFocus
            onPress={() => share.mutate()}
            isDisabled={share.isPending}
          >
            {say("shareNow")}
          </Button>
          {share.isError ? <p role="alert">{say("shareFailed")}</p> : null}
        </>
      )}
      <IconButton
        label={say("close")}
        shortcut="Q"
        className="qr-overlay__close"
        icon={<X aria-hidden />}
        onPress={onClose}
      />
    </div>
  );
}

function Code({ address }: { address: string }) {
  const { say } = useWords("workshop");
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  const d = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return (
    <>
      <svg
        className="qr-overlay__code"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={say("qrOf", { address })}
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={d} fill="#000000" shapeRendering="crispEdges" />
      </svg>
      <p className="qr-overlay__address">{address}</p>
      {LOOPBACK.test(window.location.hostname) ? (
        <p className="qr-overlay__text">{say("qrLoopback")}</p>
      ) : null}
    </>
  );
}
