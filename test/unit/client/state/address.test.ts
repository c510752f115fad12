/** Which part of the program an address leads to, and back. */
import { describe, expect, it } from "vitest";
import { type Place, pathOf, placeOf } from "../../../../client/state/address.ts";

const PLACES: [string, Place][] = [
  ["/", { kind: "app" }],
  ["/present/a-story", { kind: "present", story: "a-story" }],
  ["/speaker/a-story", { kind: "speaker", story: "a-story" }],
  ["/show/T0-k_en", { kind: "shared", token: "T0-k_en", isEmbedded: false }],
  ["/embed/T0-k_en", { kind: "shared", token: "T0-k_en", isEmbedded: true }],
  ["/present/%C3%BC%2F%3F", { kind: "present", story: "ü/?" }],
];

describe("a place", () => {
  it.each(PLACES)("%s", (path, place) => {
    expect(placeOf(path)).toEqual(place);
    expect(pathOf(place)).toBe(path);
  });

  it("is the explorer where the address says nothing that is known", () => {
    for (const path of [
      "",
      "/present",
      "/present/",
      "/present/a/b",
      "/other/a",
      "/show/%E0%A4%A",
    ]) {
      const place = placeOf(path);
      expect(place.kind === "app" || (place.kind === "shared" && place.token === "%E0%A4%A")).toBe(
        true,
      );
    }
  });
});
