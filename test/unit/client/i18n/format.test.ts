/** Numbers, dates, periods, lists and names as the reader writes them. */
import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatList,
  formatNumber,
  formatPeriod,
  nameOrder,
} from "../../../../client/i18n/format.ts";
import { toLanguage } from "../../../../client/i18n/language.ts";
import { actorName, pickText } from "../../../../client/i18n/localised.ts";

describe("format", () => {
  test("numbers", () => {
    expect(formatNumber(1234, "de")).toBe("1.234");
    expect(formatNumber(1234, "en")).toBe("1,234");
  });

  test("dates of any precision, in their own day whatever the time zone", () => {
    expect(formatDate("2026-11-22", "de")).toBe("22.11.2026");
    expect(formatDate("2026-11-22", "en")).toBe("22 Nov 2026");
    expect(formatDate("2016-11", "de")).toBe("November 2016");
    expect(formatDate("2016-11", "en")).toBe("Nov 2016");
    expect(formatDate("2017", "de")).toBe("2017");
    expect(formatDate("2019-01-01", "de")).toBe("01.01.2019");
    expect(formatDate("Frühling", "de")).toBe("Frühling");
  });

  test("periods", () => {
    expect(formatPeriod("2016", "2020", "de")).toBe("2016–2020");
    expect(formatPeriod("2016-11", "2020", "de")).toBe("November 2016 – 2020");
    expect(formatPeriod("2016", null, "de")).toBe("seit 2016");
    expect(formatPeriod("2016", null, "en")).toBe("since 2016");
    expect(formatPeriod(null, "2020-05-01", "en")).toBe("until 1 May 2020");
    expect(formatPeriod("2020", "2020", "de")).toBe("2020");
    expect(formatPeriod(null, null, "de")).toBeNull();
  });

  test("lists and the order of names", () => {
    expect(formatList(["Hubs", "Cluster", "Houses of"], "de")).toBe("Hubs, Cluster und Houses of");
    expect(["Zebra", "Ärzte", "Anna", "Hub 10", "Hub 9"].toSorted(nameOrder("de"))).toEqual([
      "Anna",
      "Ärzte",
      "Hub 9",
      "Hub 10",
      "Zebra",
    ]);
  });
});

describe("content in two languages", () => {
  test("the reader's language first, the other one with its mark, else null", () => {
    const both = { de: "Hallo", en: "Hello" };
    expect(pickText(both, "en")).toEqual({ text: "Hello", lang: "en", isOther: false });
    expect(pickText({ de: "Hallo", en: null }, "en")).toEqual({
      text: "Hallo",
      lang: "de",
      isOther: true,
    });
    expect(pickText({ de: null, en: null }, "de")).toBeNull();
    expect(pickText({ de: "", en: "Hello" }, "de")).toEqual({
      text: "Hello",
      lang: "en",
      isOther: true,
    });
  });

  test("an English name only where there is one", () => {
    expect(actorName({ name: "TU München", nameEn: "TU Munich" }, "en")).toBe("TU Munich");
    expect(actorName({ name: "SAP", nameEn: null }, "en")).toBe("SAP");
    expect(actorName({ name: "TU München", nameEn: "TU Munich" }, "de")).toBe("TU München");
  });

  test("languages as browsers name them", () => {
    expect(toLanguage("de-AT")).toBe("de");
    expect(toLanguage("EN")).toBe("en");
    expect(toLanguage("fr")).toBeNull();
    expect(toLanguage(null)).toBeNull();
  });
});
