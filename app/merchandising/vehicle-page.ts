import type { RooftopDress } from "#app/ui/root-data";
import type { Gallery } from "./gallery-picture";
import type { VehicleWords } from "./page-words";
import type { PaymentSheet } from "./payment-sheet";
import type { PriceStack } from "./price-stack";
import type { PageCard, StockCard } from "./stock-card";
import type { PageHead, StoreFront } from "./store-front";
import type { Fact, VehicleSheets } from "./vehicle-sheets";

export interface Similar {
  cards: PageCard[];
  /** "All 18", and where they are. */
  all: { name: string; to: string };
}

export interface PaymentNeighbours extends Similar {
  title: string;
  note: string;
}

interface InStore {
  store: StoreFront;
  rooftop: RooftopDress;
  head: PageHead;
  words: VehicleWords;
  similar: Similar;
}

/** A paper about the car that may be read. */
export interface PagePaper {
  name: string;
  note: string;
  to: string;
}

/** Everything the page of a live or held vehicle is drawn from, worded by the server. */
export interface VehiclePage extends InStore {
  kind: "vehicle";
  /** Changes with anything the page shows, whoever asks. */
  version: string;
  vehicle: Pick<StockCard, "stockNumber" | "body" | "colour" | "interior"> & {
    name: string;
    isHeld: boolean;
    /** Under the name: its colour and numbers at a desk, what moves it on a phone. */
    line: string;
    phoneLine: string;
  };
  gallery: Gallery;
  /** What a conversation shows beside a link; null where there is no photo. */
  wide: string | null;
  papers: PagePaper[];
  crumbs: { name: string; to: string }[];
  facts: Fact[];
  sheets: VehicleSheets;
  price: PriceStack;
  /** Open deals about this vehicle, as a sentence; null when there are none. */
  lookers: string | null;
  payment: PaymentSheet;
  /** Other cars at this payment; null where there is no payment, or nothing near it. */
  neighbours: PaymentNeighbours | null;
  /** Where a test drive is booked. */
  letter: string;
  jsonLd: string;
}

/** What is left of a vehicle that is gone: its name, and where to look instead. */
export interface SoldPage extends InStore {
  kind: "sold";
  note: string;
}
