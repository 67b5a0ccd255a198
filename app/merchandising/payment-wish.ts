import type { StorePolicy } from "#machines/store/store-policy";

export const payMethods = ["cash", "finance", "lease"] as const;
export type PayMethod = (typeof payMethods)[number];

/** How a shopper would pay, as the page's address says it. Never kept: it names nobody. */
export interface PaymentWish {
  method: PayMethod;
  /** Cents. */
  cashDown: number;
  termMonths: number;
  leaseTermMonths: number;
  milesPerYear: number;
  /** A band of the store, or several: nobody has asked for a score. */
  credit: string;
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

/** The address's wishes where the store offers them, the usual where it does not: an odd address is no error. */
export function paymentWish(params: URLSearchParams, choices: PaymentChoices): PaymentWish {
  const number = (name: string, offered: readonly number[], otherwise: number, scale = 1) => {
    const text = params.get(name);
    const value = text === null || text === "" ? Number.NaN : Number(text) * scale;
    return offered.includes(value) ? value : otherwise;
  };
  const method = payMethods.find((known) => known === params.get("pay")) ?? "finance";
  const credit = choices.credit.find(({ value }) => value === params.get("credit"))?.value ?? BETTER_CREDIT;
  return {
    method,
    cashDown: number("down", choices.cashDown, usual(choices.cashDown.slice(2), 300_000), 100),
    termMonths: number("term", choices.terms, usual(choices.terms, 60)),
    leaseTermMonths: number("months", choices.leaseTerms, usual(choices.leaseTerms, 36)),
    milesPerYear: number("miles", choices.miles, usual(choices.miles, 10_000)),
    credit,
  };
}
