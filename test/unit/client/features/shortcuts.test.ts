/** Names of pressed keys, as the table of shortcuts has them. */
import { describe, expect, test } from "vitest";
import { shortcutName } from "../../../../client/features/keys/shortcuts.ts";

const none = { altKey: false, ctrlKey: false, metaKey: false };

describe("shortcuts", () => {
  test("letters in lower case, other keys by their name", () => {
    expect(shortcutName({ ...none, key: "F" })).toBe("f");
    expect(shortcutName({ ...none, key: "?" })).toBe("?");
    expect(shortcutName({ ...none, key: "Escape" })).toBe("Escape");
  });

  test("⌘ and Ctrl are the same, Alt belongs to the system", () => {
    expect(shortcutName({ ...none, key: "k", metaKey: true })).toBe("command+k");
    expect(shortcutName({ ...none, key: "K", ctrlKey: true })).toBe("command+k");
    expect(shortcutName({ ...none, key: "k", altKey: true })).toBeNull();
  });
});
