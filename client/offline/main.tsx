/**
 * The start of a page that is one file: opens the package that lies in it, answers every question from it, and then
 * shows the same program as the service does. The loader in `index.html` has unpacked both before.
 */
import { answerLocally } from "../api.ts";
import { toLanguage } from "../i18n/language.ts";
import { start } from "../start.tsx";
import { addressOf, keepAddressInHash, type Place, pathOf } from "../state/address.ts";
import { openEngine } from "./engine.ts";
import { keepFacts, packageFacts, readPackage } from "./package.ts";

const PACKAGE_ID = "package";

void open();

async function open(): Promise<void> {
  const language = toLanguage(document.documentElement.lang) ?? undefined;
  const holder = document.getElementById(PACKAGE_ID);
  const pack = readPackage(JSON.parse(holder?.textContent ?? "null"));
  holder?.remove();
  answerLocally(await openEngine(pack), true);
  keepFacts(pack);
  keepAddressInHash();
  if (window.location.hash === "") {
    const address = addressOf({ path: pathOf(firstPlace()), search: "" });
    window.history.replaceState(window.history.state, "", address);
  }
  start(language);
}

/** Where the file opens, at its story; an address behind its name leads elsewhere. */
function firstPlace(): Place {
  const token = packageFacts()?.story ?? null;
  return token === null ? { kind: "app" } : { kind: "shared", token, isEmbedded: false };
}
