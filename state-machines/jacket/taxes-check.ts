import type { DealView } from "../deal/deal-view";
import { taxInputs, taxRuleOf } from "../deal/tax-inputs";
import { leaseTaxCodes, taxCode } from "../desking/charged-fees";
import { taxRuleInForce } from "../desking/taxes-and-fees";
import { plainDate } from "../money/plain-date";
import { isElsewhere } from "../rule-packs/jurisdictions";

/** Why the taxes are not yet what the contract may say. */
export type TaxTrouble = "notConfirmed" | "notInForce" | "byHand" | "localRateMissing" | "notLookedUp" | "addressMoved";

type Card = DealView["card"];

/**
 * The taxes of the place where the car is kept, on the day that counts there; null when nothing is wrong. A manager who
 * stated every tax of the deal by hand answers for them, so nothing the store has not confirmed is left in the figures.
 *
 * @param today the store's calendar date
 */
export function taxTrouble(card: Card, today: string): TaxTrouble | null {
  const moved = placeTrouble(card);
  if (moved) return moved;
  const trouble = card.taxes.gap ?? (inForceOnItsDay(card, today) ? null : "notInForce");
  return trouble && everyTaxIsStated(card) ? null : trouble;
}

/** The buyer's own address decides until somebody says otherwise, and it may have changed since. */
function placeTrouble({ taxes, people, store }: Card): TaxTrouble | null {
  const home = people.customer;
  const { garaging } = taxes;
  if (!garaging) return isElsewhere(home.region, store.address.region) ? "notLookedUp" : null;
  if (!garaging.sameAsHome) return null;
  const same =
    garaging.street === home.street &&
    garaging.city === home.city &&
    garaging.region === home.region &&
    garaging.postcode === home.postcode;
  return same ? null : "addressMoved";
}

function inForceOnItsDay(card: Card, today: string): boolean {
  const { slot } = card.delivery;
  const day = card.taxes.dateBasis === "delivery" && slot ? dayAt(slot.startsAt, card.store.timeZone) : today;
  return taxRuleInForce(taxRuleOf(card), plainDate(day));
}

/** The calendar day of an instant where the store is. */
export const dayAt = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  );

function everyTaxIsStated(card: Card): boolean {
  const { tax } = taxInputs(card);
  const stated = new Set(card.taxes.overrides.map(({ code }) => code));
  const lease = card.finance.method === "lease";
  const codes = lease
    ? [leaseTaxCodes.upfront, ...(tax.lease.method === "monthly" ? [leaseTaxCodes.monthly] : [])]
    : tax.components.map(({ name }) => taxCode(name));
  return codes.length > 0 && codes.every((code) => stated.has(code));
}
