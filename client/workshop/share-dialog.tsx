/** The read-only address of a story, and the pages that may embed it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Copy, Link2Off } from "lucide-react";
import { useState } from "react";
import { Input, Label, TextArea, TextField } from "react-aria-components";
import type { StoryResult, StorySharing } from "../../server/contract/stories.ts";
import { ProblemError, question, tell } from "../api.ts";
import { useWords } from "../records/words.ts";
import { linkTo } from "../state/place.ts";
import { Button } from "../ui/button.tsx";
import { copyWithNotice } from "../ui/clipboard.ts";
import { Dialog } from "../ui/dialog.tsx";
import { showNotice } from "../ui/notice.tsx";

interface ShareDialogProps {
  kept: StoryResult;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function ShareDialog({ kept, isOpen, onOpenChange }: ShareDialogProps) {
  const { say } = useWords("workshop");
  return (
    <Dialog title={say("share.title")} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Sharing kept={kept} />
    </Dialog>
  );
}

function Sharing({ kept }: { kept: StoryResult }) {
  const { say } = useWords("workshop");
  const { id, sharing } = kept;
  const share = useShare(id);
  const [text, setText] = useState(sharing?.embedOrigins.join("\n") ?? "");
  const origins = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const wrong = origins.findIndex((line) => !isOrigin(line));
  const change = (isShared: boolean) => share.mutate({ isShared, embedOrigins: origins });
  return (
    <div className="workshop-dialog">
      <p>{say("share.text")}</p>
      {sharing ? (
        <>
          <Address sharing={sharing} />
          <h3 className="workshop-dialog__title">{say("share.embedTitle")}</h3>
          <TextField value={text} onChange={setText} isInvalid={wrong >= 0}>
            <Label>{say("share.origins")}</Label>
            <TextArea className="workshop-field" rows={3} placeholder="https://www.example.org" />
          </TextField>
          <p className="workshop-dialog__hint">{say("share.embedText")}</p>
          {wrong >= 0 ? (
            <p className="workshop-dialog__error" role="alert">
              {say("share.wrongOrigin", { line: wrong + 1, text: origins[wrong] })}
            </p>
          ) : null}
          <div className="workshop-dialog__acts">
            <Button isDisabled={wrong >= 0 || share.isPending} onPress={() => change(true)}>
              {say("share.save")}
            </Button>
          </div>
          {sharing.embedOrigins.length > 0 ? <EmbedCode sharing={sharing} /> : null}
          <Button variant="quiet" icon={<Link2Off aria-hidden />} onPress={() => change(false)}>
            {say("share.off")}
          </Button>
        </>
      ) : (
        <div className="workshop-dialog__acts">
          <Button variant="primary" isDisabled={share.isPending} onPress={() => change(true)}>
            {say("share.on")}
          </Button>
        </div>
      )}
      {share.isError ? (
        <p className="workshop-dialog__error" role="alert">
          {say("share.failed", {
            detail: share.error instanceof ProblemError ? share.error.message : String(share.error),
          })}
        </p>
      ) : null}
    </div>
  );
}

function Address({ sharing }: { sharing: StorySharing }) {
  const { say } = useWords("workshop");
  const address = linkTo({ kind: "shared", token: sharing.token, isEmbedded: false });
  return (
    <div className="workshop-copy">
      <TextField value={address} isReadOnly>
        <Label>{say("share.address")}</Label>
        <Input className="workshop-field" />
      </TextField>
      <Button
        icon={<Copy aria-hidden />}
        onPress={() => copyWithNotice(address, say("share.copied"), say("share.copyFailed"))}
      >
        {say("share.copy")}
      </Button>
    </div>
  );
}

function EmbedCode({ sharing }: { sharing: StorySharing }) {
  const { say } = useWords("workshop");
  const address = linkTo({ kind: "shared", token: sharing.token, isEmbedded: true });
  const code = `<iframe src="${address}" width="960" height="600" style="border:0" allow="fullscreen"></iframe>`;
  return (
    <div className="workshop-copy">
      <TextField value={code} isReadOnly>
        <Label>{say("share.code")}</Label>
        <TextArea className="workshop-field" rows={3} />
      </TextField>
      <Button
        icon={<Copy aria-hidden />}
        onPress={() => copyWithNotice(code, say("share.copied"), say("share.copyFailed"))}
      >
        {say("share.copy")}
      </Button>
    </div>
  );
}

function useShare(id: string) {
  const { say } = useWords("workshop");
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: { isShared: boolean; embedOrigins: string[] }) =>
      tell("shareStory", { id, ...wish }),
    onSuccess: ({ sharing }) => {
      client.setQueryData<StoryResult>(
        question("story", [["id", id]]).queryKey,
        (known) => known && { ...known, sharing },
      );
      void client.invalidateQueries({ queryKey: ["stories"] });
      showNotice(say("share.saved"));
    },
  });
}

/** Scheme, host and port, as the service takes it. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search + url.hash === "";
}
