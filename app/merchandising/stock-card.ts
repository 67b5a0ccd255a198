import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { CarColour, CarInterior } from "#prisma/seed/car-art/car-art-catalog";
import type { VehicleEconomy } from "./vehicle-facts";
import type { VehicleStatus } from "./vehicle-status";

/** A vehicle in a list: what a card or a row says about it. Nothing here is not on its own page. */
export interface StockCard {
  stockNumber: string;
  condition: VehicleSnapshot["condition"];
  year: number;
  make: string;
  model: string;
  trim: string;
  body: VehicleSnapshot["body"];
  fuel: VehicleSnapshot["fuel"];
  drivetrain: VehicleSnapshot["drivetrain"];
  colour: CarColour;
  interior: CarInterior;
  mileage: number;
  status: VehicleStatus;
  economy: VehicleEconomy;
  /** Cents; only taxes and government fees come on top. */
  totalPrice: number;
  /** Cents that the price has come down since the car went live. */
  priceDrop: number;
}

/** A card on a public page, its few words in the reader's language. */
export interface PageCard extends Pick<StockCard, "stockNumber"> {
  /** Its first photo, or a drawing: sets of widths, and one for browsers that know none. */
  picture: { avif: string; webp: string; src: string };
  name: string;
  /** "Gas, AWD, 8 mi", "Electric, 264 mi range". */
  line: string;
  /** The total, whole dollars. */
  price: string;
  /** "$643 – $683 /mo"; where nothing is financed, that it is paid in cash. */
  monthly: string;
  /** "60 mo, 5.49 % APR, $3,000 down", beside a payment at the shopper's own terms. */
  terms: string | null;
  /** Those terms, for the address of the vehicle's page; empty at the usual ones. */
  query: string;
  /** That another shopper's deposit holds it; null while it is free. */
  held: string | null;
  /** Under the price: how it differs from the car on the page, or how its price came down. */
  note: { text: string; kind: "difference" | "drop" } | null;
}
