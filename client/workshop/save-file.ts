/** A file for the person's disk, under a name that every system takes. */

const LONGEST_NAME = 80;

/** Umlauts and emoji stay; what some system forbids in a name goes. */
export function fileName(title: string, ending: string): string {
  const kept = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\p{Surrogate}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[. ]+|[. ]+$/g, "");
  const name = [...kept].slice(0, LONGEST_NAME).join("").trim();
  return `${name === "" ? "Querblick" : name}.${ending}`;
}

export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
