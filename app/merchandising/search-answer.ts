import type { LeftOut, ListName, SearchWish } from "./search-wish";
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
  /** The terms of the payments in the results; cents, months. */
  usual: { cashDown: number; termMonths: number };
  /** The same as a sentence, with the APR. */
  assumption: string | null;
  /** What the whole stock spans, for the choices of the fields. */
  bounds: { minPrice: number; maxPrice: number; minYear: number; maxYear: number };
}
