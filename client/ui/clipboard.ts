/** Writing to the clipboard, with a notice that says what happened. */
import { showNotice } from "./notice.tsx";

export function copyWithNotice(text: string, done: string, failed: string): void {
  copyText(text).then(
    () => showNotice(done),
    () => showNotice(failed),
  );
}

/** Rejects where the browser does not let the page write (not a secure address, not permitted). */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // A page on plain http in the local network has no clipboard API; the older way works there.
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (!isDone) throw new Error("The browser did not copy.");
}
