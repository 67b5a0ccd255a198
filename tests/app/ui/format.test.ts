import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import {
  formatAgo,
  formatClock,
  formatDate,
  formatDateTime,
  formatMiles,
  formatMinutes,
  formatMoney,
  formatPercent,
  formatTime,
  moneyParts,
} from "#app/ui/format";
import { locales } from "#app/ui/locale";
import { parseMoney } from "#app/ui/parse-money";

const store = "America/Detroit";
/** Reads better than escapes in every line below. */
const nb = (text: string) => text.replaceAll("_", "\u00a0");

describe("amounts", () => {
  test("English and French write the same cents their own way", () => {
    expect(formatMoney(57321, "en")).toBe("$573.21");
    expect(formatMoney(57321, "fr")).toBe(nb("573,21_$"));
    expect(formatMoney(3699500, "fr")).toBe(nb("36_995,00_$"));
  });

  test("the minus is a minus and stands before the sign", () => {
    expect(formatMoney(-100000, "en")).toBe("−$1,000.00");
    expect(formatMoney(-100000, "fr")).toBe(nb("−1_000,00_$"));
    expect(formatMoney(0, "en", { sign: "always" })).toBe("$0.00");
    expect(formatMoney(60000, "en", { sign: "always", cents: "never" })).toBe("+$600");
  });

  test("cents can be left out where they are nought or do not matter", () => {
    expect(formatMoney(300000, "en", { cents: "whenAny" })).toBe("$3,000");
    expect(formatMoney(300050, "en", { cents: "whenAny" })).toBe("$3,000.50");
    expect(formatMoney(437635, "fr", { cents: "never" })).toBe(nb("4_376_$"));
  });

  test("the parts are the whole", () => {
    expect(moneyParts(-532000, "en")).toEqual({ dollars: "−$5,320", cents: ".00", trail: "" });
    expect(moneyParts(57321, "fr")).toEqual({ dollars: "573", cents: ",21", trail: nb("_$") });
  });

  test("what is shown can be typed back, in both languages", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom(...locales), (cents, locale) => {
        expect(parseMoney(formatMoney(cents, locale))).toBe(cents);
        expect(parseMoney(formatMoney(cents, locale, { cents: "whenAny" }))).toBe(cents);
      }),
    );
  });
});

describe("what people type as an amount", () => {
  test.each([
    ["3000", 300000],
    ["$3,000", 300000],
    ["3 000,5", 300050],
    ["3.000", 300000],
    ["1,234,567.89", 123456789],
    [".99", 99],
    ["-20", -2000],
    ["−20", -2000],
  ])("%s", (typed, cents) => expect(parseMoney(typed)).toBe(cents));

  test.each(["", "$", "abc", "12abc", "1e5", "--5", "99999999999999", "."])("%s is not one", (typed) =>
    expect(parseMoney(typed)).toBeNull(),
  );
});

describe("rates, miles, dates", () => {
  test("a rate has its no-break space in both languages", () => {
    expect(formatPercent(54_900, "en")).toBe(nb("5.49_%"));
    expect(formatPercent(54_900, "fr")).toBe(nb("5,49_%"));
    expect(formatPercent(1_150_000, "en", 1)).toBe(nb("115.0_%"));
  });

  test("miles", () => {
    expect(formatMiles(58240, "en")).toBe(nb("58,240_mi"));
    expect(formatMiles(58240, "fr")).toBe(nb("58_240_mi"));
  });

  test("a calendar day is the same day in every zone; a moment is the store's", () => {
    expect(formatDate("2026-11-28", "en", store)).toBe("Nov 28");
    expect(formatDate("2026-11-28", "en", store, "weekday")).toBe("Sat, Nov 28");
    expect(formatDate("2026-11-28T03:00:00Z", "en", store)).toBe("Nov 27");
    expect(formatDate("2026-11-28", "fr", store)).toBe("28 nov.");
    expect(formatDate("2026-11-28", "en", store, "numeric")).toBe("2026-11-28");
  });

  test("a full hour loses its minutes", () => {
    expect(formatTime("2026-11-28T23:00:00Z", "en", store)).toBe(nb("6_PM"));
    expect(formatTime("2026-11-28T19:06:00Z", "en", store)).toBe(nb("2:06_PM"));
    expect(formatTime("2026-11-28T19:06:00Z", "fr", store)).toBe(nb("14_h_06"));
    expect(formatTime("2026-11-29T05:00:00Z", "en", store)).toBe(nb("12_AM"));
    expect(formatDateTime("2026-11-28T23:00:00Z", "en", store, "weekday")).toBe(nb("Sat, Nov 28, 6_PM"));
  });

  test("clocks and lengths", () => {
    expect(formatClock(48_000)).toBe("0:48");
    expect(formatClock(24 * 60_000 + 18_000)).toBe("24:18");
    expect(formatClock(72 * 60_000)).toBe(nb("1_h_12"));
    expect(formatMinutes(140)).toBe(nb("2_h_20_min"));
    expect(formatMinutes(0)).toBe(nb("0_min"));
  });

  test("ago: just now for a minute, then minutes, hours, and from a day on the date", () => {
    const now = new Date("2026-11-28T20:00:00Z");
    const ago = (seconds: number, locale: "en" | "fr" = "en") =>
      formatAgo(new Date(now.getTime() - seconds * 1000), now, locale, store);
    expect(ago(3)).toBe("just now");
    expect(ago(3, "fr")).toBe("à l’instant");
    expect(ago(5 * 60)).toBe(nb("5_min ago"));
    expect(ago(2.9 * 3600)).toBe(nb("2_h ago"));
    expect(ago(49 * 3600)).toBe("Nov 26");
  });
});
