import type { bodyStyles, fuels, vehicleConditions } from "#machines/store/vehicle-snapshot";

export const sortOrders = ["newest", "priceUp", "priceDown", "yearDown", "milesUp"] as const;
export type SortOrder = (typeof sortOrders)[number];

export const drivetrains = ["fwd", "rwd", "awd", "4wd"] as const;

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
  /** The upper end of the usual payment range must fit under it. */
  maxPayment: number | null;
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
  maxPayment: null,
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
    maxPayment: dollarsOf(wish.maxPayment),
    minYear: wish.minYear,
    maxYear: wish.maxYear,
    maxMiles: wish.maxMiles,
  };
  for (const [name, value] of Object.entries(single)) if (value !== null) params.set(name, String(value));
  if (wish.stock.length > 0) params.set("stock", wish.stock.join("."));
  if (wish.sort !== "newest") params.set("sort", wish.sort);
  if (wish.page > 1) params.set("page", String(wish.page));
  const query = params.toString();
  return query ? `/inventory?${query}` : "/inventory";
}

/** Each thing that was asked for, and the search without it. */
export function withoutEach(wish: SearchWish): { name: keyof SearchWish; value: string; without: SearchWish }[] {
  const first = { ...wish, page: 1 };
  const lists = listNames.flatMap((name) =>
    wish[name].map((value: string) => ({
      name,
      value,
      without: { ...first, [name]: wish[name].filter((other: string) => other !== value) },
    })),
  );
  const amounts = (["minPrice", "maxPrice", "maxPayment", "minYear", "maxYear", "maxMiles"] as const).flatMap((name) =>
    wish[name] === null ? [] : [{ name, value: String(wish[name]), without: { ...first, [name]: null } }],
  );
  const words = wish.q ? [{ name: "q" as const, value: wish.q, without: { ...first, q: "" } }] : [];
  const saved =
    wish.stock.length > 0
      ? [{ name: "stock" as const, value: String(wish.stock.length), without: { ...first, stock: [] } }]
      : [];
  return [...words, ...lists, ...amounts, ...saved];
}

/** A part of the address that was left out, as it was written. */
export interface LeftOut {
  name: string;
  value: string;
}
