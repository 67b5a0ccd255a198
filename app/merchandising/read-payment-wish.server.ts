import { MAX_CENTS } from "#machines/money/value-limits";
import { parseMoney } from "#app/ui/parse-money";
import {
  type OddPayment,
  payMethods,
  type PaymentChoices,
  type PaymentParam,
  type PaymentWish,
  usualPaymentWish,
} from "./payment-wish";

/** How much of a value that was not understood is said back. */
const SHOWN_LENGTH = 40;
/** Five digits, nine, or a Canadian code. */
const postcodePattern = /^(\d{5}(-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/;

/**
 * The address's wishes where the store offers them, the usual where it does not. An amount is the shopper's own; what
 * cannot be read or lies outside the limits is named and the usual taken, for an odd address is no error.
 */
export function readPaymentWish(
  params: URLSearchParams,
  choices: PaymentChoices,
): { wish: PaymentWish; odd: OddPayment[] } {
  const odd: OddPayment[] = [];
  const otherwise = usualPaymentWish(choices);
  const stated = <T>(name: PaymentParam, understood: (text: string) => T | null, instead: T, limit: number | null) => {
    const text = params.get(name)?.trim();
    if (!text) return instead;
    const value = understood(text);
    if (value === null) odd.push({ name, value: text.slice(0, SHOWN_LENGTH), limit });
    return value ?? instead;
  };
  const amount = (name: PaymentParam, instead: number) =>
    stated(
      name,
      (text) => {
        const cents = parseMoney(text);
        return cents !== null && cents >= 0 && cents <= MAX_CENTS ? cents : null;
      },
      instead,
      MAX_CENTS,
    );
  const offered = (name: PaymentParam, values: readonly number[], instead: number) =>
    stated(name, (text) => values.find((value) => String(value) === text) ?? null, instead, null);
  const known = <T extends string>(name: PaymentParam, values: readonly T[], instead: T) =>
    stated(name, (text) => values.find((value) => value === text) ?? null, instead, null);
  const tradeValue = amount("trade", 0);
  const wish: PaymentWish = {
    method: known("pay", payMethods, otherwise.method),
    cashDown: amount("down", otherwise.cashDown),
    termMonths: offered("term", choices.terms, otherwise.termMonths),
    leaseTermMonths: offered("months", choices.leaseTerms, otherwise.leaseTermMonths),
    milesPerYear: offered("miles", choices.miles, otherwise.milesPerYear),
    credit: known(
      "credit",
      choices.credit.map(({ value }) => value),
      otherwise.credit,
    ),
    tradeValue,
    tradeOwed: amount("owed", 0),
    postcode: stated("zip", (text) => (postcodePattern.test(text.toUpperCase()) ? text.toUpperCase() : null), "", null),
  };
  // Owing on no car is not a trade.
  return { wish: tradeValue === 0 ? { ...wish, tradeOwed: 0 } : wish, odd };
}

/** The wish alone, for those who have no place to say what was odd. */
export const paymentWish = (params: URLSearchParams, choices: PaymentChoices): PaymentWish =>
  readPaymentWish(params, choices).wish;
