import type { LifecycleState } from "../vehicle-lifecycle";

/** Where a vehicle is told of outside its own page, and its page itself. */
export const channels = ["page", "googleAds", "googleListings", "meta", "thirdParty", "social", "email"] as const;
export type Channel = (typeof channels)[number];

export interface FeedStore {
  name: string;
  street: string;
  city: string;
  region: string;
  postcode: string;
  country: string;
  phone: string;
  url: string;
  storeCode: string;
  dealerId: string;
  place: { latitude: number; longitude: number } | null;
  /** What the price leaves out, in a sentence that stands beside every price. */
  priceBasis: string;
}

/** A vehicle as feeds take it: flat, public, and said once. */
export interface FeedVehicle {
  stockNumber: string;
  vin: string;
  condition: "new" | "certified" | "used";
  year: number;
  make: string;
  model: string;
  trim: string;
  body: string;
  fuel: string;
  drivetrain: string;
  colour: string;
  interior: string;
  mileage: number;
  engine: string;
  cylinders: string;
  transmission: string;
  doors: string;
  seats: number;
  cityMpg: string;
  highwayMpg: string;
  features: readonly string[];
  title: string;
  description: string;
  thirdPartyText: string;
  socialText: string;
  emailSubject: string;
  emailText: string;
  /** Cents: the page's own total, which only government's charges exceed. */
  price: number;
  msrp: number;
  url: string;
  pictures: readonly string[];
  /** 1200 by 630, for social networks; null where there is no photo of it. */
  widePicture: string | null;
  inStockSince: string;
  changedAt: string;
  /** The store has said where it stands. */
  isPlaced: boolean;
  status: "live" | "held" | "sold";
  lifecycle: LifecycleState;
  /** Channels from which a person took it down. */
  takenDown: readonly Channel[];
}

export const leftOutReasons = [
  "notForSale",
  "held",
  "notApproved",
  "noPrice",
  "noPhoto",
  "badVin",
  "noText",
  "noPlace",
  "takenDown",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface FeedReport {
  included: string[];
  leftOut: { stockNumber: string; reason: LeftOutReason }[];
}

/** Why a vehicle is not in a channel; null when it is. One rule for all of them, so that none tells of a car that is gone. */
export function leftOutOf(channel: Channel, vehicle: FeedVehicle): LeftOutReason | null {
  if (vehicle.status === "sold" || ["sold", "delivered", "wholesaled", "archived"].includes(vehicle.lifecycle))
    return "notForSale";
  if (vehicle.takenDown.includes(channel)) return "takenDown";
  if (channel === "page") return null;
  if (vehicle.status === "held") return "held";
  if (vehicle.lifecycle !== "live") return "notApproved";
  if (vehicle.price <= 0) return "noPrice";
  if (vehicle.pictures.length === 0) return "noPhoto";
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vehicle.vin)) return "badVin";
  if (vehicle.description.trim() === "") return "noText";
  if (channel === "meta" && !vehicle.isPlaced) return "noPlace";
  return null;
}

/** Those that go in, in an order that never changes, and the report of the rest. One VIN is one row: two rows are refused whole. */
export function sift(channel: Channel, vehicles: readonly FeedVehicle[]): FeedReport & { rows: FeedVehicle[] } {
  const rows: FeedVehicle[] = [];
  const leftOut: FeedReport["leftOut"] = [];
  const seen = new Set<string>();
  for (const vehicle of vehicles.toSorted((a, b) => (a.stockNumber < b.stockNumber ? -1 : 1))) {
    const reason = leftOutOf(channel, vehicle) ?? (seen.has(vehicle.vin) ? "badVin" : null);
    seen.add(vehicle.vin);
    if (reason) leftOut.push({ stockNumber: vehicle.stockNumber, reason });
    else rows.push(vehicle);
  }
  return { rows, leftOut, included: rows.map(({ stockNumber }) => stockNumber) };
}

export const dollars = (cents: number) => (cents / 100).toFixed(2);
/** No markup, no line ends and no control characters in a cell: a feed is read by machines that forgive nothing. */
export const plainText = (text: string, most: number) =>
  text
    .replace(/<[^>]*>/g, " ")
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, most);
