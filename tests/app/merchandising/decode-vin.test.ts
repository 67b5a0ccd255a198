import { expect, test } from "vitest";
import { decodeVin, vinCheckDigit, vinYearCode } from "#app/merchandising/decode-vin";

test("the check digit of published numbers", () => {
  // 49 CFR 565's own worked example, and two that anyone can check by hand.
  expect(vinCheckDigit("1M8GDM9AXKP042788")).toBe("X");
  expect(vinCheckDigit("11111111111111111")).toBe("1");
  expect(vinCheckDigit("5J8YE1H93TL802186")).toBe("3");
});

test("a number of no maker of ours is refused, ones and noughts included", () => {
  expect(decodeVin("11111111111111111")).toEqual({ ok: false, reason: "unknownMaker" });
  expect(decodeVin("00000000000000000")).toEqual({ ok: false, reason: "unknownMaker" });
  expect(decodeVin("GNR")).toEqual({ ok: false, reason: "length" });
  expect(decodeVin("GNRUHAA30TK2O4419")).toEqual({ ok: false, reason: "characters" });
});

test("a wrong check digit is a warning with the digit that would be right", () => {
  const right = decodeVin("gnruhaa35tk204419 ");
  expect(right).toMatchObject({
    ok: true,
    make: "Norden",
    year: 2026,
    plant: "Kestrel Falls",
    serial: "204419",
    checkDigitIsRight: true,
  });
  expect(decodeVin("GNRUHAA3XTK204419")).toMatchObject({ ok: true, checkDigitIsRight: false, expectedCheckDigit: "5" });
});

test("year codes come round after thirty years", () => {
  expect([2009, 2010, 2026, 2027, 2030, 2031].map(vinYearCode)).toEqual(["9", "A", "T", "V", "Y", "1"]);
  expect(vinYearCode(1979)).toBeNull();
  expect(decodeVin("GNRUHA03XTK204419")).toMatchObject({ year: 1996 });
});
