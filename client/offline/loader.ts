/**
 * Unpacks what lies in the page and starts it; says in two languages what is wrong where that fails. It stands in the
 * page as a plain script before the packed parts, so that a file that was copied only in part says so too. Its text
 * is kept to what browsers of 2017 understand.
 */
(() => {
  type Trouble = "old" | "damaged";
  const WORDS: Record<Trouble, [de: string, en: string]> = {
    old: [
      "Dieser Browser ist zu alt für diese Datei. Bitte öffnen Sie sie mit einem aktuellen Firefox, Chrome, Edge oder Safari.",
      "This browser is too old for this file. Please open it with a current Firefox, Chrome, Edge or Safari.",
    ],
    damaged: [
      "Diese Datei lässt sich nicht öffnen; vermutlich wurde sie nicht vollständig kopiert. Bitte kopieren Sie sie noch einmal.",
      "This file cannot be opened; it was probably not copied completely. Please copy it once more.",
    ],
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (!isNewEnough()) say("old");
    else open().catch(() => say("damaged"));
  });
  window.addEventListener("error", () => say("damaged"));
  window.addEventListener("unhandledrejection", () => say("damaged"));

  function isNewEnough(): boolean {
    return (
      "DecompressionStream" in window && "toSpliced" in Array.prototype && "any" in AbortSignal
    );
  }

  async function open(): Promise<void> {
    const [style, program, pack] = await Promise.all(
      ["style", "program", "package"].map((id) => inflate(id)),
    );
    const rules = document.createElement("style");
    rules.textContent = style ?? "";
    document.head.append(rules);
    const holder = document.getElementById("package");
    if (holder) holder.textContent = pack ?? "";
    const script = document.createElement("script");
    script.textContent = program ?? "";
    document.body.append(script);
    script.remove();
  }

  async function inflate(id: string): Promise<string> {
    const packed = document.getElementById(id);
    const letters = window.atob(packed?.textContent ?? "");
    if (packed) packed.textContent = "";
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  }

  /** Only as long as the program does not show something of its own. */
  function say(trouble: Trouble): void {
    const place = document.getElementById("opening");
    if (!place) return;
    place.textContent = "";
    WORDS[trouble].forEach((words, index) => {
      const line = document.createElement("p");
      line.lang = index === 0 ? "de" : "en";
      line.textContent = words;
      place.appendChild(line);
    });
  }
})();
