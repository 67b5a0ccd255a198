import { describe, expect, test } from "vitest";
import { neighbourTerm } from "#machines/desking/neighbour-term";
import { paymentGrid } from "#machines/desking/payment-grid";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { theosDeal } from "./sample-deal";

const { firstPaymentDate } = theosDeal.finance;
const term = (termMonths: number, contractRate: number) => ({
  termMonths,
  contractRate: ppm(contractRate),
  firstPaymentDate,
});
const terms = [term(48, 49_900), term(60, 54_900), term(72, 59_900), term(84, 67_900)];
const cashDowns = [150_000, 300_000, 450_000, 600_000].map(cents);

describe("the sample card's grid", () => {
  const grid = paymentGrid(theosDeal, terms, cashDowns);

  test("shows the sixteen payments of the sample", () => {
    expect(grid.rows.map((row) => row.map((cell) => cell.ok && cell.payment / 100))).toEqual([
      [725.65, 691.12, 656.58, 622.04],
      [601.85, 573.21, 544.56, 515.92],
      [522.17, 497.31, 472.46, 447.61],
      [472.44, 449.95, 427.47, 404.98],
    ]);
  });

  test("shows their interest", () => {
    const dollars = grid.rows.map((row) => row.map((cell) => cell.ok && Math.round(cell.financeCharge / 100)));
    expect(dollars).toEqual([
      [3_315, 3_158, 3_000, 2_842],
      [4_595, 4_376, 4_157, 3_939],
      [6_080, 5_790, 5_501, 5_212],
      [8_169, 7_780, 7_391, 7_002],
    ]);
  });

  test("a cell that cannot be worked is refused and the others stand", () => {
    const [row] = paymentGrid(theosDeal, terms, [cents(300_000), cents(4_000_000)]).rows;
    expect(row?.map((cell) => cell.ok)).toEqual([true, false]);
    expect(row?.[1]).toMatchObject({ code: "cashDownAboveBalance", termMonths: 48, cashDown: 4_000_000 });
    const refused = paymentGrid({ ...theosDeal, cashDown: cents(-1) }, terms, [cents(-1)]).rows[0]?.[0];
    expect(refused).toMatchObject({ ok: false, code: "amountBelowZero" });
  });

  test("has a limit", () => {
    const many = Array.from({ length: 37 }, () => terms).flat();
    expect(() => paymentGrid(theosDeal, many, cashDowns)).toThrow(RangeError);
  });
});

describe("the neighbouring term", () => {
  test("72 months would be 75.90 less a month and 1,413.72 more in total", () => {
    expect(neighbourTerm(theosDeal, term(72, 59_900))).toMatchObject({
      ok: true,
      payment: 49_731,
      paymentDifference: -7_590,
      totalDifference: 141_372,
    });
  });

  test("is refused where either term is", () => {
    expect(neighbourTerm(theosDeal, term(0, 59_900))).toMatchObject({ code: "termOutOfRange" });
    expect(neighbourTerm({ ...theosDeal, cashDown: cents(-1) }, term(72, 1))).toMatchObject({
      code: "amountBelowZero",
    });
    const nothing = { ...theosDeal, cashDown: cents(3_300_000) };
    expect(neighbourTerm(nothing, term(72, 1))).toMatchObject({ code: "cashDownAboveBalance" });
  });
});
