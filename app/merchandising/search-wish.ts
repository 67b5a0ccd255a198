import { paymentParams, type PaymentParam } from "./payment-wish";
import type { bodyStyles, fuels, vehicleConditions } from "#machines/store/vehicle-snapshot";

export const sortOrders = [
  "newest",
  "priceUp",
  "priceDown",
  "paymentUp",
  "paymentDown",
  "yearDown",
  "milesUp",
] as const;
export type SortOrder = (typeof sortOrders)[number];

export const drivetrains = ["fwd", "rwd", "awd", "4wd"] as const;

export type PaymentTerms = Partial<Record<PaymentParam, string>>;

/** What a shopper looks for. Prices are all-in but for government charges, as the pages show them. Amounts in cents. */
export interface SearchWish {
  q: string;
  make: string[];
  body: (typeof bodyStyles)[number][];
  fuel: (typeof fuels)[number][];
  condition: (typeof vehicleConditions)[number][];
  drivetrain: (typeof drivetrains)[number][];
  minPrice: number | null;
  maxPrice: number | null;
  /** The upper end of the payment at these terms, which must lie between. */
  minPayment: number | null;
  maxPayment: number | null;
  /** The shopper's own terms as the address says them; what is as usual is not among them. */
  terms: PaymentTerms;
  minYear: number | null;
  maxYear: number | null;
  maxMiles: number | null;
  /** Stock numbers the shopper marked on this device. */
  stock: string[];
  sort: SortOrder;
  page: number;
}

export const listNames = ["condition", "body", "make", "fuel", "drivetrain"] as const;
export type ListName = (typeof listNames)[number];

export const emptyWish: SearchWish = {
  q: "",
  make: [],
  body: [],
  fuel: [],
  condition: [],
  drivetrain: [],
  minPrice: null,
  maxPrice: null,
  minPayment: null,
  maxPayment: null,
  terms: {},
  minYear: null,
  maxYear: null,
  maxMiles: null,
  stock: [],
  sort: "newest",
  page: 1,
};

const dollarsOf = (amount: number | null) => (amount === null ? null : String(amount / 100));

/** The address of a search, always in the same order, so that one search has one address. */
export function searchAddress(wish: SearchWish): string {
  const params = new URLSearchParams();
  if (wish.q) params.set("q", wish.q);
  for (const name of listNames) for (const value of wish[name]) params.append(name, value);
  const single = {
    minPrice: dollarsOf(wish.minPrice),
    maxPrice: dollarsOf(wish.maxPrice),
    minPayment: dollarsOf(wish.minPayment),
    maxPayment: dollarsOf(wish.maxPayment),
    minYear: wish.minYear,
    maxYear: wish.maxYear,
    maxMiles: wish.maxMiles,
  };
  for (const [name, value] of Object.entries(single)) if (value !== null) params.set(name, String(value));
  for (const name of paymentParams) if (wish.terms[name]) params.set(name, wish.terms[name]);
  if (wish.stock.length > 0) params.set("stock", wish.stock.join("."));
  if (wish.sort !== "newest") params.set("sort", wish.sort);
  if (wish.page > 1) params.set("page", String(wish.page));
  const query = params.toString();
  return query ? `/inventory?${query}` : "/inventory";
}

const amountNames = ["minPrice", "maxPrice", "minPayment", "maxPayment", "minYear", "maxYear", "maxMiles"] as const;

/** Each thing that was asked for, and the search without it. */
export function withoutEach(
  wish: SearchWish,
): { name: keyof SearchWish | PaymentParam; value: string; without: SearchWish }[] {
  const first = { ...wish, page: 1 };
  const lists = listNames.flatMap((name) =>
    wish[name].map((value: string) => ({
      name,
      value,
      without: { ...first, [name]: wish[name].filter((other: string) => other !== value) },
    })),
  );
  const amounts = amountNames.flatMap((name) =>
    wish[name] === null ? [] : [{ name, value: String(wish[name]), without: { ...first, [name]: null } }],
  );
  const words = wish.q ? [{ name: "q" as const, value: wish.q, without: { ...first, q: "" } }] : [];
  const saved =
    wish.stock.length > 0
      ? [{ name: "stock" as const, value: String(wish.stock.length), without: { ...first, stock: [] } }]
      : [];
  const stated = paymentParams.flatMap((name) => {
    const { [name]: value, ...terms } = first.terms;
    return value ? [{ name, value, without: { ...first, terms } }] : [];
  });
  return [...words, ...lists, ...amounts, ...stated, ...saved];
}

/** A part of the address that was left out, as it was written. */
export interface LeftOut {
  name: string;
  value: string;
}
