import type { PaymentWish } from "./payment-wish";
import type { PaymentPlace } from "./place-taxes.server";
import type { Writer } from "./writer.server";

/** Whose taxes the payments count; null while they are the store's own and nobody has said otherwise. */
export function placeText({ postcode }: PaymentWish, { gap, region }: PaymentPlace, { p }: Writer): string | null {
  if (postcode === "") return null;
  if (gap === "nowhere" || region === null) return p("place.nowhere", { postcode });
  return gap === null ? p("place.counted", { region, postcode }) : p(`place.${gap}`, { region, postcode });
}
