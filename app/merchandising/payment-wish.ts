import type { StorePolicy } from "#machines/store/store-policy";

export const payMethods = ["cash", "finance", "lease"] as const;
export type PayMethod = (typeof payMethods)[number];

/** How a shopper would pay, as the page's address says it. Never kept: it names nobody. Amounts in cents. */
export interface PaymentWish {
  method: PayMethod;
  cashDown: number;
  termMonths: number;
  leaseTermMonths: number;
  milesPerYear: number;
  /** A band of the store, or several: nobody has asked for a score. */
  credit: string;
  /** What the shopper thinks their car is worth, and what they owe on it; zero without one. */
  tradeValue: number;
  tradeOwed: number;
  /** Where the car will be kept; empty while nobody has said, and the store's place stands for it. */
  postcode: string;
}

/** Both of the better bands: said on the page as "Credit 660+", and why it shows a range. */
export const BETTER_CREDIT = "better";
export const ANY_CREDIT = "any";

type Bands = StorePolicy["creditBands"];

/** The bands an answer covers, best first. */
export function bandsOf(credit: string, bands: Bands): Bands {
  if (credit === ANY_CREDIT) return bands;
  const stated = bands.filter(({ code }) => code === credit);
  return stated.length > 0 ? stated : bands.slice(0, 2);
}

/** What may be chosen on the page, first the usual. */
export interface PaymentChoices {
  cashDown: number[];
  terms: number[];
  leaseTerms: number[];
  miles: number[];
  credit: { value: string; minScore: number; maxScore: number | null }[];
}

const distinct = (values: readonly number[]) => [...new Set(values)].toSorted((a, b) => a - b);

export function paymentChoices(
  policy: Pick<StorePolicy, "gridCashDown" | "retailTerms" | "leaseTerms" | "creditBands">,
): PaymentChoices {
  const bands = policy.creditBands;
  return {
    cashDown: [0, ...policy.gridCashDown],
    terms: policy.retailTerms.map(({ termMonths }) => termMonths),
    leaseTerms: distinct(policy.leaseTerms.map(({ termMonths }) => termMonths)),
    miles: distinct(policy.leaseTerms.map(({ milesPerYear }) => milesPerYear)),
    credit: [
      {
        value: BETTER_CREDIT,
        minScore: Math.min(...bandsOf(BETTER_CREDIT, bands).map((band) => band.minScore)),
        maxScore: null,
      },
      ...bands.map(({ code, minScore, maxScore }) => ({ value: code, minScore, maxScore })),
      { value: ANY_CREDIT, minScore: 0, maxScore: null },
    ],
  };
}

const usual = (values: readonly number[], wanted: number) => (values.includes(wanted) ? wanted : (values[0] ?? wanted));

/** What the store's pages suppose while nobody has said otherwise. */
export function usualPaymentWish(choices: PaymentChoices): PaymentWish {
  return {
    method: "finance",
    cashDown: usual(choices.cashDown.slice(2), 300_000),
    termMonths: usual(choices.terms, 60),
    leaseTermMonths: usual(choices.leaseTerms, 36),
    milesPerYear: usual(choices.miles, 10_000),
    credit: BETTER_CREDIT,
    tradeValue: 0,
    tradeOwed: 0,
    postcode: "",
  };
}

/** The names of the address, in the order in which they are written. */
export const paymentParams = ["pay", "down", "term", "months", "miles", "credit", "trade", "owed", "zip"] as const;
export type PaymentParam = (typeof paymentParams)[number];
export const isPaymentParam = (name: string): name is PaymentParam =>
  (paymentParams as readonly string[]).includes(name);

/** A wish that was not understood: what was written, and the most that it may be where it is an amount. */
export interface OddPayment {
  name: PaymentParam;
  value: string;
  limit: number | null;
}

const dollars = (cents: number) => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));

/** Every part of a wish as the address says it. */
export const wishEntries = (wish: PaymentWish): Record<PaymentParam, string> => ({
  pay: wish.method,
  down: dollars(wish.cashDown),
  term: String(wish.termMonths),
  months: String(wish.leaseTermMonths),
  miles: String(wish.milesPerYear),
  credit: wish.credit,
  trade: wish.tradeValue === 0 ? "" : dollars(wish.tradeValue),
  owed: wish.tradeOwed === 0 ? "" : dollars(wish.tradeOwed),
  zip: wish.postcode,
});

/** What of a wish differs from the usual, as an address says it: the usual one has none. */
export function statedParams(wish: PaymentWish, otherwise: PaymentWish): URLSearchParams {
  const [mine, others] = [wishEntries(wish), wishEntries(otherwise)];
  const stated = paymentParams.filter((name) => mine[name] !== others[name]);
  return new URLSearchParams(stated.map((name) => [name, mine[name]]));
}
