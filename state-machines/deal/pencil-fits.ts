import { carCounts, figuresOfTerms } from "./deal-terms";
import type { NumbersFrom } from "./deal-worksheet";
import type { Pencil } from "./pencil";
import { sameValue } from "./same-value";
import { misfitOf } from "./scenario";

/** Does the deal, as it stands, still come to what the pencil says? */
export function pencilFits(
  card: NumbersFrom,
  { stockNumber, terms, figures }: Pick<Pencil, "stockNumber" | "terms" | "figures">,
): boolean {
  if (card.vehicle.vehicle?.stockNumber !== stockNumber || misfitOf(card, terms)) return false;
  if (!terms.allowances.every(({ car }) => carCounts(card, car))) return false;
  return sameValue(figuresOfTerms(card, terms), figures);
}
