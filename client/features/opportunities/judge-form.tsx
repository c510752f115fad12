/** The form of a decision: why, and a note. Escape leaves the form alone, not the page. */
import { Label, TextArea, TextField } from "react-aria-components";
import {
  LONGEST_NOTE,
  LONGEST_REASON,
  type Verdict,
} from "../../../server/contract/judgement-words.ts";
import { useWords } from "../../records/words.ts";
import { Button } from "../../ui/button.tsx";

/** What is written in the form while it is open, and the state of things that it was written to. */
export interface Draft {
  verdict: Verdict | null;
  reason: string;
  note: string;
  replaces: string | null;
}

interface JudgeFormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  isPending: boolean;
  onSave: () => void;
  onCancel: () => void;
}

export function JudgeForm({ draft, onChange, isPending, onSave, onCancel }: JudgeFormProps) {
  const { say } = useWords("opportunities");
  return (
    <form
      className="judge__form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Leaves the form, not the page with what was written.
        event.preventDefault();
        onCancel();
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
          <TextArea
            className="judge__text"
            rows={2}
            placeholder={say(`judge.reasonHint.${draft.verdict}`)}
          />
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
