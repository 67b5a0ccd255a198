import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, it } from "vitest";
import { maskCardNumbers } from "#machines/money/mask-card-numbers";
import { longText } from "#machines/money/stored-value";

/** Test numbers that card networks and providers publish; none is anybody's. */
const published = {
  visa: "4242424242424242",
  visa13: "4222222222222",
  mastercard: "5555555555554444",
  mastercard2: "2223003122003222",
  amex: "378282246310005",
  diners: "30569309025904",
  discover: "6011111111111117",
  unionPay19: "6205500000000000004",
};

const grouped = (digits: string, separator: string) => digits.match(/.{1,4}/g)!.join(separator);
const inScript = (digits: string, zero: number) =>
  Array.from(digits, (digit) => String.fromCodePoint(zero + Number(digit))).join("");
const digitsLeft = (text: string) => Array.from(text).filter((character) => /\p{N}/u.test(character)).length;

describe("[PAY-17] card numbers in what people write", () => {
  it.each(Object.entries(published))("%s keeps its last four digits", (_network, digits) => {
    const masked = maskCardNumbers(`my card is ${digits}, thanks`);
    expect(masked).toBe(`my card is ${"•".repeat(digits.length - 4)}${digits.slice(-4)}, thanks`);
  });

  const { visa } = published;
  const fullwidth = 0xff10;
  const arabic = 0x0660;
  const bengali = 0x09e6;
  const mathematical = 0x1d7ce;
  it.each([
    ["spaces", grouped(visa, " ")],
    ["dashes", grouped(visa, "-")],
    ["long dashes with spaces", grouped(visa, " – ")],
    ["a no-break space", grouped(visa, "\u00a0")],
    ["a narrow no-break space", grouped(visa, "\u202f")],
    ["nothing that can be seen", grouped(visa, "\u200b")],
    ["lines", grouped(visa, "\n")],
    ["dots", grouped(visa, ".")],
    ["a space after every digit", Array.from(visa).join(" ")],
    ["fullwidth digits", inScript(visa, fullwidth)],
    ["Arabic-Indic digits", inScript(visa, arabic)],
    ["Bengali digits in groups", grouped(inScript(visa, bengali), " ")],
    ["mathematical digits", inScript(visa, mathematical)],
    ["superscripts", Array.from(visa, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")],
    ["two scripts", `${inScript(visa.slice(0, 8), arabic)}${visa.slice(8)}`],
  ])("written with %s", (_how, text) => {
    expect(digitsLeft(maskCardNumbers(text))).toBe(4);
  });

  it.each([
    ["after a number of its own", `order 12 ${grouped(visa, " ")}`],
    ["before its expiry and code", `${grouped(visa, " ")} 04 29 123`],
    ["inside a longer run", `0007${visa}33`],
    ["twice", `${visa} or ${published.mastercard}`],
  ])("%s", (_where, text) => {
    expect(maskCardNumbers(text)).not.toMatch(/4242.?4242.?4242|5555.?5555.?5555/);
  });

  it.each([
    ["a stock number", "stock 1HGCM82633A004352 is here"],
    ["prices", "36,995.00 or 39,336.25 or 33,016.25 or 14,500.00"],
    ["a phone number", "call 555-0142 or +1 618 555 0199"],
    ["dates and times", "2026-11-28 14:05, 2026-11-29 09:30"],
    ["a number that fails the check digit", "4242424242424243"],
    ["too few digits", "424242424242"],
    ["nothing", ""],
  ])("%s is left as it is", (_what, text) => {
    expect(maskCardNumbers(text)).toBe(text);
  });

  it("leaves no card whole, wherever it stands, and masks once", () => {
    const card = fc.constantFrom(...Object.values(published));
    const words = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", "\n", "😀") });
    const separator = fc.constantFrom("", " ", "-", "\u00a0");
    fc.assert(
      fc.property(words, card, separator, words, (before, digits, gap, after) => {
        const masked = maskCardNumbers(`${before}${grouped(digits, gap)}${after}`);
        expect(digitsLeft(masked)).toBe(4);
        expect(maskCardNumbers(masked)).toBe(masked);
      }),
    );
  });

  it("is part of reading a note or a reason", () => {
    expect(longText.parse(`he read it out: ${visa}`)).toBe("he read it out: ••••••••••••4242");
  });
});
