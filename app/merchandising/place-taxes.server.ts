import { createHash } from "node:crypto";
import type { NumbersFrom } from "#machines/deal/deal-worksheet";
import { canonicalText } from "#machines/desking/quote-record";
import { regionOfPostcode } from "#machines/rule-packs/region-of-postcode";
import { garagedTaxes } from "#app/taxes/garaged-taxes.server";
import { now } from "#app/platform/clock.server";
import type { StockBoard } from "./stock-board.server";

/** Whose taxes a payment counts: the store's own place until the shopper names another. */
export interface PaymentPlace {
  /** Changes with anything that moves a tax. */
  key: string;
  /** What a deal there starts with; null where the store's own rule stands. */
  taxes: NumbersFrom["taxes"] | null;
  /** The region that the postcode lies in; null without one. */
  region: string | null;
  /** Why the taxes are not yet those of the place. */
  gap: NumbersFrom["taxes"]["gap"] | "nowhere";
}

export const storesPlace: PaymentPlace = { key: "", taxes: null, region: null, gap: null };

/** How long a page may lag behind a rule that the store's controller has just confirmed. */
const LOOK_AGAIN_MS = 2_000;
/** Postcodes of a whole state, asked for by turns. */
const MOST_PLACES = 2_000;

const places = new WeakMap<StockBoard, Map<string, { at: number; place: Promise<PaymentPlace> }>>();

/** The taxes where a shopper will keep the car, by their postcode: the same look-up that a deal makes by its address. */
export function placeOf(board: StockBoard, postcode: string): Promise<PaymentPlace> {
  if (postcode === "") return Promise.resolve(storesPlace);
  let known = places.get(board);
  if (!known) places.set(board, (known = new Map()));
  const found = known.get(postcode);
  const at = now().getTime();
  if (found && at - found.at < LOOK_AGAIN_MS) return found.place;
  const place = lookUp(board, postcode);
  known.delete(postcode);
  known.set(postcode, { at, place });
  place.catch(() => known.delete(postcode));
  if (known.size > MOST_PLACES) known.delete(known.keys().next().value!);
  return place;
}

async function lookUp({ rooftopId, policy, today }: StockBoard, postcode: string): Promise<PaymentPlace> {
  const region = regionOfPostcode(postcode);
  const nowhere: PaymentPlace = { key: "nowhere", taxes: null, region: null, gap: "nowhere" };
  if (region === null) return nowhere;
  const asked = { rooftopId, policy, region, postcode, registrant: false, today, deliveryDay: null };
  const applied = await garagedTaxes(asked);
  if (!applied) return nowhere;
  const garaging = { sameAsHome: false, street: "", city: "", region, postcode, registrant: false };
  const taxes = { garaging, overrides: [], ...applied };
  const key = createHash("sha256").update(canonicalText(applied)).digest("base64url").slice(0, 16);
  return { key, taxes, region, gap: applied.gap };
}
