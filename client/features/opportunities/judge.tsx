/**
 * What a person decides about a suggestion: take it up, dismiss it with a reason, keep a note. Kept by the service and
 * shown on the next visit. Nothing typed is lost when it cannot be kept, and a decision of somebody else is shown
 * before it is replaced.
 */
import { Check, Pencil, X } from "lucide-react";
import { useRef, useState } from "react";
import type { ActorRef } from "../../../server/contract/actor.ts";
import type { Verdict } from "../../../server/contract/judgement-words.ts";
import type { JudgeBody, JudgementRecord } from "../../../server/contract/judgements.ts";
import { ProblemError } from "../../api.ts";
import { formatDate } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { judgementOf, useJudge, useJudgements } from "../../records/judgements.ts";
import { useWords } from "../../records/words.ts";
import { Button } from "../../ui/button.tsx";
import { showNotice } from "../../ui/notice.tsx";
import { type Draft, JudgeForm } from "./judge-form.tsx";
import "./judge.css";

interface JudgeProps {
  a: ActorRef;
  b: ActorRef;
}

const VERDICT_ICONS = { accepted: <Check aria-hidden />, dismissed: <X aria-hidden /> };

export function Judge({ a, b }: JudgeProps) {
  const { say, language } = useWords("opportunities");
  const judgement = judgementOf(useJudgements(), a.id, b.id);
  const [draft, setDraft] = useState<Draft | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const judge = useJudge();
  /** Back to the buttons; the one that was pressed is gone, so the keyboard goes to the group. */
  const close = () => {
    setDraft(null);
    const { activeElement } = document;
    if (activeElement === document.body || group.current?.contains(activeElement)) {
      group.current?.focus({ preventScroll: true });
    }
  };
  const send = (body: JudgeBody) =>
    judge.mutate(body, {
      onSuccess: () => {
        close();
        showNotice(say("judge.saved"));
      },
    });
  const draftOf = (verdict: Verdict | null): Draft => ({
    verdict,
    reason: judgement?.reason ?? "",
    note: judgement?.note ?? "",
    replaces: judgement?.changedAt ?? null,
  });
  const save = ({ verdict, reason, note, replaces }: Draft) =>
    send({
      a: a.id,
      b: b.id,
      verdict,
      reason: reason.trim() || null,
      note: note.trim() || null,
      replaces,
    });
  const begin = (verdict: Verdict | null) => {
    judge.reset();
    setDraft(draftOf(verdict));
  };
  const leave = () => {
    judge.reset();
    close();
  };
  const names = { a: actorName(a, language), b: actorName(b, language) };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of controls among others, not a form of its own
    <div
      className="judge"
      role="group"
      aria-label={say("judge.pairTitle", names)}
      ref={group}
      tabIndex={-1}
    >
      {judgement && draft === null && !isConflict(judge.error) ? (
        <Decided judgement={judgement} />
      ) : null}
      {draft === null ? (
        <Acts
          judgement={judgement}
          isPending={judge.isPending}
          // Another verdict starts without the reason of the one before; a note stays.
          onAccept={() => save({ ...draftOf("accepted"), reason: "" })}
          onBegin={begin}
          onDismiss={() => {
            judge.reset();
            setDraft({ ...draftOf("dismissed"), reason: "" });
          }}
          onTakeBack={() => save({ ...draftOf(null), reason: "", note: "" })}
        />
      ) : (
        <JudgeForm
          draft={draft}
          onChange={setDraft}
          isPending={judge.isPending}
          onSave={() => save(draft)}
          onCancel={leave}
        />
      )}
      {judge.isError ? (
        <Refused
          error={judge.error}
          hasText={draft !== null}
          onUseOther={leave}
          onUseMine={(current) =>
            send({ ...judge.variables, replaces: current?.changedAt ?? null })
          }
        />
      ) : null}
    </div>
  );
}

interface ActsProps {
  judgement: JudgementRecord | null;
  isPending: boolean;
  onAccept: () => void;
  onDismiss: () => void;
  onBegin: (verdict: Verdict | null) => void;
  onTakeBack: () => void;
}

/** What can be decided now: what is decided already is not offered again. */
function Acts({ judgement, isPending, onAccept, onDismiss, onBegin, onTakeBack }: ActsProps) {
  const { say } = useWords("opportunities");
  const verdict = judgement?.verdict ?? null;
  return (
    <div className="judge__acts">
      {verdict === "accepted" ? null : (
        <Button
          variant="quiet"
          icon={VERDICT_ICONS.accepted}
          isDisabled={isPending}
          onPress={onAccept}
        >
          {say("judge.accept")}
        </Button>
      )}
      {verdict === "dismissed" ? null : (
        <Button variant="quiet" icon={VERDICT_ICONS.dismissed} onPress={onDismiss}>
          {say("judge.dismiss")}
        </Button>
      )}
      <Button variant="quiet" icon={<Pencil aria-hidden />} onPress={() => onBegin(verdict)}>
        {say(judgement === null ? "judge.note" : "judge.change")}
      </Button>
      {judgement === null ? null : (
        <Button variant="quiet" isDisabled={isPending} onPress={onTakeBack}>
          {say("judge.takeBack")}
        </Button>
      )}
    </div>
  );
}

function Decided({ judgement }: { judgement: JudgementRecord }) {
  const { say, language } = useWords("opportunities");
  const { verdict, reason, note, changedAt } = judgement;
  return (
    <div className="judge__decided">
      <p className="judge__verdict">
        {say(`judge.${verdict ?? "open"}`, { date: formatDate(changedAt.slice(0, 10), language) })}
      </p>
      {reason === null ? null : <p>{say("judge.because", { reason })}</p>}
      {note === null ? null : <p className="judge__note">{note}</p>}
    </div>
  );
}

interface RefusedProps {
  error: unknown;
  /** Something typed is still in the form. */
  hasText: boolean;
  onUseOther: () => void;
  onUseMine: (current: JudgementRecord | null) => void;
}

/** Somebody else was quicker. */
function isConflict(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.problem.type === "/problems/conflict";
}

function Refused({ error, hasText, onUseOther, onUseMine }: RefusedProps) {
  const { say } = useWords("opportunities");
  if (!(error instanceof ProblemError)) {
    return <p role="alert">{say(hasText ? "judge.failedText" : "judge.failed")}</p>;
  }
  const { detail, title, current = null } = error.problem;
  if (!isConflict(error)) {
    return <p role="alert">{say("judge.refused", { detail: detail ?? title })}</p>;
  }
  return (
    <div className="judge__conflict" role="alert">
      <p>{say(current === null ? "judge.conflictNothing" : "judge.conflict")}</p>
      {current === null ? null : <Decided judgement={current} />}
      <div className="judge__acts">
        <Button onPress={onUseOther}>{say("judge.useOther")}</Button>
        <Button onPress={() => onUseMine(current)}>{say("judge.useMine")}</Button>
      </div>
    </div>
  );
}
