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
  /** Cents a month at the usual terms. */
  monthly: { low: number; high: number } | null;
  /** Cents that the price has come down since the car went live. */
  priceDrop: number;
}

/** A difference from the vehicle the shopper looks at, as a code and a figure that the page puts into words. */
export type Difference =
  | { code: "less" | "more"; amount: number }
  | { code: "samePrice" | "noFuel" | "sameEngine" | "allWheels" | "twoWheels" }
  | { code: "thirstier" | "thriftier" | "older" | "newer" | "moreRange" | "lessRange" | "moreSeats" | "fewerSeats"; count: number }
  | { code: "fewerMiles" | "moreMiles"; count: number };

export interface SimilarCard extends StockCard {
  differences: Difference[];
}
