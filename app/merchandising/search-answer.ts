import type { LeftOut, ListName, SearchWish } from "./search-wish";
import type { PaymentOptions } from "./payment-options";
import type { PaymentParam } from "./payment-wish";
import type { PageCard } from "./stock-card";

export interface FacetOption {
  value: string;
  count: number;
}
/** For each list, how many vehicles each of its values would show with the rest of the search kept. */
export type Facets = Record<ListName, FacetOption[]>;

export interface SearchAnswer {
  wish: SearchWish;
  leftOut: LeftOut[];
  total: number;
  pages: number;
  cards: PageCard[];
  facets: Facets;
  payment: {
    /** The terms of the payments in the results, and what they are while nobody says otherwise; as an address says them. */
    now: Record<PaymentParam, string>;
    usual: Record<PaymentParam, string>;
    options: PaymentOptions;
    /** Each card shows its payment at the shopper's own terms, with them. */
    byPayment: boolean;
    /** Whose taxes are counted, where the shopper has named a place. */
    place: string | null;
  };
  /** What the payments suppose, with the APR where it is the same for all. */
  assumption: string | null;
  /** What the whole stock spans, for the choices of the fields. */
  bounds: { minPrice: number; maxPrice: number; minYear: number; maxYear: number };
}
