import fc from "fast-check";
import { expect, it } from "vitest";
import { attachment } from "../../../server/http/file-name.ts";

it.each([
  ["Von Hub zu Hub", "Von-Hub-zu-Hub.html", "Von%20Hub%20zu%20Hub.html"],
  ["Größe & Ähre: ß", "Groesse-Aehre-ss.html", "Gr%C3%B6%C3%9Fe%20%26%20%C3%84hre%20%C3%9F.html"],
  ['a"b\\c/d*?<e>|', "a-b-c-d-e.html", "a%20b%20c%20d%20e.html"],
  ["🚀", "querblick.html", "%F0%9F%9A%80.html"],
  ["(it's) …", "it-s.html", "%28it%27s%29%20%E2%80%A6.html"],
  ["..", "querblick.html", "Querblick.html"],
  ["", "querblick.html", "Querblick.html"],
  ["Crème brûlée", "Creme-brulee.html", "Cr%C3%A8me%20br%C3%BBl%C3%A9e.html"],
])("names the file of %j", (title, plain, encoded) => {
  expect(attachment(title, "html")).toBe(
    `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  );
});

it("makes a header of any title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
      expect(attachment(title, "html")).toMatch(
        /^attachment; filename="[\w-]{1,80}\.html"; filename\*=UTF-8''[\w.%!~-]+\.html$/,
      );
    }),
    { seed: 6 },
  );
});
