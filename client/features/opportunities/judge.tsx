/**
 * What a person decides about a suggestion: take it up, dismiss it with a reason, keep a note. Kept by the service and
 * shown on the next visit. Nothing typed is lost when it cannot be kept, and a decision of somebody else is shown
 * before it is replaced.
 */
import { Check, Pencil, X } from "lucide-react";
import { useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";
import type { ActorRef } from "../../../server/contract/actor.ts";
import {
  LONGEST_NOTE,
  LONGEST_REASON,
  type Verdict,
} from "../../../server/contract/judgement-words.ts";
import type { JudgementRecord } from "../../../server/contract/judgements.ts";
import { ProblemError } from "../../api.ts";
import { formatDate } from "../../i18n/format.ts";
import { actorName } from "../../i18n/localised.ts";
import { judgementOf, useJudge, useJudgements } from "../../records/judgements.ts";
import { useWords } from "../../records/words.ts";
import { Button } from "../../ui/button.tsx";
import { showNotice } from "../../ui/notice.tsx";
import "./judge.css";

interface JudgeProps {
  a: ActorRef;
  b: ActorRef;
}

/** What is written in the form while it is open. */
interface Draft {
  verdict: Verdict | null;
  reason: string;
  note: string;
}

export function Judge({ a, b }: JudgeProps) {
  const { say, language } = useWords("opportunities");
  const judgement = judgementOf(useJudgements(), a.id, b.id);
  const [draft, setDraft] = useState<Draft | null>(null);
  const judge = useJudge();
  const send = (next: Draft, replaces = judgement) =>
    judge.mutate(
      {
        a: a.id,
        b: b.id,
        verdict: next.verdict,
        reason: next.reason.trim() || null,
        note: next.note.trim() || null,
        replaces: replaces?.changedAt ?? null,
      },
      {
        onSuccess: () => {
          setDraft(null);
          showNotice(say("judge.saved"));
        },
      },
    );
  const begin = (verdict: Verdict | null) => {
    judge.reset();
    setDraft({ verdict, reason: judgement?.reason ?? "", note: judgement?.note ?? "" });
  };
  const names = { a: actorName(a, language), b: actorName(b, language) };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of controls among others, not a form of its own
    <div className="judge" role="group" aria-label={say("judge.pairTitle", names)}>
      {judgement && draft === null ? <Decided judgement={judgement} /> : null}
      {draft === null ? (
        <div className="judge__acts">
          {judgement === null ? (
            <>
              <Button
                variant="quiet"
                icon={<Check aria-hidden />}
                isDisabled={judge.isPending}
                onPress={() => send({ verdict: "accepted", reason: "", note: "" })}
              >
                {say("judge.accept")}
              </Button>
              <Button variant="quiet" icon={<X aria-hidden />} onPress={() => begin("dismissed")}>
                {say("judge.dismiss")}
              </Button>
              <Button variant="quiet" icon={<Pencil aria-hidden />} onPress={() => begin(null)}>
                {say("judge.note")}
              </Button>
            </>
          ) : (
            <>
              <Button variant="quiet" onPress={() => begin(judgement.verdict)}>
                {say("judge.change")}
              </Button>
              <Button
                variant="quiet"
                isDisabled={judge.isPending}
                onPress={() => send({ verdict: null, reason: "", note: "" })}
              >
                {say("judge.takeBack")}
              </Button>
            </>
          )}
        </div>
      ) : (
        <Form
          draft={draft}
          onChange={setDraft}
          isPending={judge.isPending}
          onSave={() => send(draft)}
          onCancel={() => {
            judge.reset();
            setDraft(null);
          }}
        />
      )}
      {judge.isError ? (
        <Refused
          error={judge.error}
          onUseOther={() => {
            judge.reset();
            setDraft(null);
          }}
          onUseMine={(current) =>
            send(draft ?? { verdict: "accepted", reason: "", note: "" }, current)
          }
        />
      ) : null}
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

interface FormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  isPending: boolean;
  onSave: () => void;
  onCancel: () => void;
}

function Form({ draft, onChange, isPending, onSave, onCancel }: FormProps) {
  const { say } = useWords("opportunities");
  return (
    <form
      className="judge__form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {draft.verdict === null ? null : (
        <TextField
          autoFocus
          value={draft.reason}
          maxLength={LONGEST_REASON}
          onChange={(reason) => onChange({ ...draft, reason })}
        >
          <Label>{say("judge.reason")}</Label>
          <TextArea className="judge__text" rows={2} placeholder={say("judge.reasonHint")} />
        </TextField>
      )}
      <TextField
        autoFocus={draft.verdict === null}
        value={draft.note}
        maxLength={LONGEST_NOTE}
        onChange={(note) => onChange({ ...draft, note })}
      >
        <Label>{say("judge.note")}</Label>
        <TextArea className="judge__text" rows={2} placeholder={say("judge.noteHint")} />
      </TextField>
      <div className="judge__acts">
        <Button type="submit" variant="primary" isDisabled={isPending}>
          {say("judge.save")}
        </Button>
        <Button onPress={onCancel}>{say("judge.cancel")}</Button>
      </div>
    </form>
  );
}

interface RefusedProps {
  error: unknown;
  onUseOther: () => void;
  onUseMine: (current: JudgementRecord | null) => void;
}

function Refused({ error, onUseOther, onUseMine }: RefusedProps) {
  const { say } = useWords("opportunities");
  if (!(error instanceof ProblemError)) return <p role="alert">{say("judge.failed")}</p>;
  const { type, detail, title, current = null } = error.problem;
  if (type !== "/problems/conflict") {
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
