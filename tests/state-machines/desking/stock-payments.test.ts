import * as fc from "#tests/support/seeded-fast-check";
import { expect, it } from "vitest";
import { dealFigures } from "#machines/desking/deal-figures";
import { financeColumn } from "#machines/desking/finance-column";
import { leaseColumn } from "#machines/desking/lease-column";
import {
  balanceBasis,
  balanceFrom,
  financeLadder,
  leaseBasis,
  leasePaymentFrom,
} from "#machines/desking/stock-payments";
import { tradePosition } from "#machines/desking/trade-equity";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { cents } from "#machines/money/cents";
import { roundToCents } from "#machines/money/exact-decimal";
import { ppm, rateOf, shareOf } from "#machines/money/rate";
import { anyDeal } from "./any-deal";

const trade = fc.record({
  allowance: fc.integer({ min: 0, max: 4_000_000 }),
  payoff: fc.integer({ min: 0, max: 5_000_000 }),
});
const trades = fc
  .array(trade, { maxLength: 2 })
  .map((list) => list.map(({ allowance, payoff }) => ({ allowance: cents(allowance), payoff: cents(payoff) })));
const payment = (column: ReturnType<typeof financeColumn> | ReturnType<typeof leaseColumn>) =>
  column.ok ? column.payment : null;

it("[Q5] a loan's payment read off the ladder is its worksheet's, to the cent", () => {
  fc.assert(
    fc.property(anyDeal, (made) => {
      const inputs: WorksheetInputs = { ...made, method: "finance" };
      const column = financeColumn(inputs, dealFigures(inputs));
      if (!column.ok || inputs.finance.prepaidFinanceCharge || inputs.finance.balloon) return;
      const ladder = financeLadder(inputs.finance, inputs.contractDate);
      expect(
        ladder.paymentOf(cents(balanceFrom(balanceBasis(inputs), tradePosition(inputs.trades)) - inputs.cashDown)),
      ).toBe(column.payment);
    }),
  );
});

it("[Q5] a balance from its basis is the deal's own, whatever is traded in", () => {
  fc.assert(
    fc.property(anyDeal, trades, (inputs, brought) => {
      expect(balanceFrom(balanceBasis(inputs), tradePosition(brought))).toBe(
        dealFigures({ ...inputs, trades: brought }).balanceBeforeCash,
      );
    }),
  );
});

it("[Q5] a share in whole numbers is the exact one, rounded half-up away from zero", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      (amount, rate) => {
        const [whole, share] = [cents(amount), ppm(rate)];
        expect(shareOf(whole, share)).toBe(roundToCents(rateOf(share).times(whole)));
      },
    ),
    {
      examples: [
        [50, 10_000],
        [-50, 10_000],
        [149, 5_000],
        [1_000_000_000_000, 999_999],
      ],
    },
  );
});

it("[Q5] the most that a payment borrows fits it, and a cent more does not", () => {
  fc.assert(
    fc.property(anyDeal, fc.integer({ min: 100, max: 300_000 }), (inputs, target) => {
      const ladder = financeLadder({ ...inputs.finance, balloon: null }, inputs.contractDate);
      const most = ladder.mostPrincipalWithin(cents(target));
      if (most === null) return;
      expect(ladder.paymentOf(most)).toBeLessThanOrEqual(target);
      expect(ladder.paymentOf(cents(most + 1))).toBeGreaterThan(target);
    }),
    { numRuns: 60 },
  );
});

it("[Q5] a lease's payment from its basis is its worksheet's, to the cent, whatever cash, trade, factor and tax", () => {
  fc.assert(
    fc.property(
      anyDeal,
      trades,
      fc.integer({ min: 0, max: 3_000_000 }),
      fc.integer({ min: 0, max: 6_000 }),
      (made, brought, cash, factor) => {
        if (!made.lease) return;
        const moneyFactor = ppm(factor);
        const inputs: WorksheetInputs = {
          ...made,
          method: "lease",
          trades: brought,
          cashDown: cents(cash),
          lease: { ...made.lease, moneyFactor },
        };
        const basis = leaseBasis({ ...inputs, trades: [], cashDown: cents(0), lease: made.lease });
        const shown = payment(leaseColumn(inputs, dealFigures(inputs)));
        if (!basis) expect(shown).toBeNull();
        else {
          const offers = { moneyFactor, cash: cents(cash), trades: brought, position: tradePosition(brought) };
          expect(leasePaymentFrom(basis, offers)).toBe(shown);
        }
      },
    ),
    { numRuns: 400 },
  );
});
