import * as fc from "#tests/support/seeded-fast-check";
import { expect, test } from "vitest";
import { figureLines, type OpenedFigure } from "#machines/desking/figure-lines";
import { totalOfLines } from "#machines/desking/money-line";
import { worksheet } from "#machines/desking/worksheet";
import { anyDeal } from "./any-deal";

test("[W1] every figure that opens comes to its lines, on any deal and however it is paid", () => {
  fc.assert(
    fc.property(anyDeal, (inputs) => {
      const { cash, finance, lease } = worksheet(inputs);
      const figures: [Parameters<typeof figureLines>[0], Partial<Record<OpenedFigure, number>>][] = [];
      if (cash.ok) figures.push([cash, { cashDue: cash.dueAtDelivery }]);
      if (finance.ok) {
        const { financeCharge, totalOfPayments, amountFinanced, cashDueAtSigning: cashDue } = finance;
        figures.push([finance, { financeCharge, totalOfPayments, amountFinanced, cashDue }]);
      }
      if (lease.ok) {
        const { payment, rentCharge, depreciation, totalOfPayments, cashDueAtSigning: cashDue } = lease;
        figures.push([lease, { payment, rentCharge, depreciation, totalOfPayments, cashDue }]);
      }
      for (const [column, wanted] of figures) {
        for (const [name, amount] of Object.entries(wanted))
          expect(totalOfLines(figureLines(column, name as OpenedFigure)), `${column.method} ${name}`).toBe(amount);
      }
    }),
    { numRuns: 30 },
  );
});
