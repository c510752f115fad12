/** Both languages say the same things: same keys, no empty text, same values to fill in. */
import { describe, expect, test } from "vitest";
import { allTexts, type TextTree } from "../../../../client/i18n/setup.ts";
import { vocabularyTexts } from "../../../../client/i18n/vocabulary-texts.ts";
import { workshopTexts } from "../../../../client/workshop/texts.ts";
import { ACTOR_KINDS, CONFIDENCES, LINK_TYPES } from "../../../../server/contract/vocabulary.ts";

function flatten(tree: TextTree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

// The texts of stories come with their part of the program.
const namespaces = Object.entries({ ...allTexts(), workshop: workshopTexts });

describe("texts", () => {
  test("every feature with texts is there", () => {
    const names = namespaces.map(([name]) => name);
    for (const name of ["common", "ui", "vocabulary", "frame", "filters", "search", "legend"]) {
      expect(names).toContain(name);
    }
  });

  test.each(namespaces)("%s has the same keys in both languages", (_name, { de, en }) => {
    const german = flatten(de).map(([key]) => key);
    const english = flatten(en).map(([key]) => key);
    expect(english.toSorted()).toEqual(german.toSorted());
  });

  test.each(namespaces)("%s has no empty text and no straight quotes", (_name, { de, en }) => {
    for (const [key, text] of [...flatten(de), ...flatten(en)]) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toMatch(/["']| - |\.\.\./);
    }
  });

  test.each(namespaces)("%s fills in the same values in both languages", (_name, { de, en }) => {
    const values = (text: string) =>
      [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).toSorted();
    const english = new Map(flatten(en));
    for (const [key, text] of flatten(de)) {
      expect(values(english.get(key) ?? ""), key).toEqual(values(text));
    }
  });

  test.each(namespaces)("%s has both forms of each plural", (_name, { de }) => {
    const keys = new Set(flatten(de).map(([key]) => key));
    for (const key of keys) {
      if (key.endsWith("_one")) expect(keys).toContain(`${key.slice(0, -4)}_other`);
      if (key.endsWith("_other")) expect(keys).toContain(`${key.slice(0, -6)}_one`);
    }
  });

  test("every kind, type and confidence has its words", () => {
    for (const language of ["de", "en"] as const) {
      const keys = new Set(flatten(vocabularyTexts[language]).map(([key]) => key));
      for (const kind of ACTOR_KINDS) {
        expect(keys).toContain(`kind.${kind}_one`);
      }
      for (const type of LINK_TYPES) {
        for (const part of ["out", "in", "noun_one", "noun_other"]) {
          expect(keys).toContain(`type.${type}.${part}`);
        }
      }
      for (const confidence of CONFIDENCES) {
        expect(keys).toContain(`confidence.${confidence}`);
        expect(keys).toContain(`confidenceMeaning.${confidence}`);
      }
    }
  });
});
