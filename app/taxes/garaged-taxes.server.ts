import { z } from "zod";
import type { DealEventOf } from "#machines/deal/deal-events";
import { centsSchema, codeSchema, shortText } from "#machines/money/stored-value";
import { appliedRule, hasLocalPart } from "#machines/rule-packs/applied-rule";
import { type Jurisdiction, jurisdictionOf } from "#machines/rule-packs/jurisdictions";
import { findRulePack } from "#machines/rule-packs/rule-pack-table";
import type { RulePackVersion } from "#machines/rule-packs/rule-pack-schema";
import type { GaragedPlace } from "#app/deals/deal-resolvers.server";
import { database } from "#app/platform/database.server";
import { localRateFor } from "./local-rates.server";

export type AppliedTaxes = Omit<DealEventOf<"taxes.ruleApplied">, "type" | "garaging">;

const feesSchema = z
  .array(z.strictObject({ code: codeSchema, name: shortText, amount: centsSchema }))
  .max(12)
  .nullable();

/**
 * Whose taxes are owed on a car that is kept there, as far as this store has confirmed them: the pack in force on the
 * day, with the local rate of the postcode. Where that is not enough, the gap is told and the store's own rule holds,
 * so that a figure is never worked by a law that nobody answers for. Null: the region is nowhere we know.
 */
export async function garagedTaxes(place: GaragedPlace): Promise<AppliedTaxes | null> {
  const jurisdiction = jurisdictionOf(place.region);
  if (!jurisdiction) return null;
  const version = versionOn(jurisdiction, place);
  const isOwn = jurisdictionOf(place.policy.address.region)?.id === jurisdiction.id;
  const nothing = { jurisdiction: jurisdiction.id, rule: null, governmentFees: null, dateBasis: "contract" } as const;
  // In its own state a store has a rule of its own; a pack it has confirmed there takes that one's place.
  if (!version) return { ...nothing, gap: isOwn ? null : "notInForce" };
  const confirmation = await standingConfirmation(place.rooftopId, jurisdiction.id, version.version);
  if (!confirmation && (isOwn || version.status !== "verified"))
    return { ...nothing, gap: isOwn ? null : "notConfirmed" };
  const localRate = hasLocalPart(version)
    ? await localRateFor(place.rooftopId, jurisdiction.id, place.postcode, place.today)
    : null;
  const rule = appliedRule(jurisdiction, version, {
    localRate,
    registrant: place.registrant,
    confirmed: confirmation !== null,
  });
  const governmentFees = confirmation ? feesSchema.parse(confirmation.governmentFees) : null;
  const { dateBasis } = version;
  if (!rule) return { ...nothing, governmentFees, dateBasis, gap: "byHand" };
  const gap = hasLocalPart(version) && localRate === null ? "localRateMissing" : null;
  return { jurisdiction: jurisdiction.id, rule, gap, dateBasis, governmentFees };
}

/** Some places count the day the car is handed over, not the day of the contract. */
function versionOn(
  { id }: Jurisdiction,
  { today, deliveryDay }: Pick<GaragedPlace, "today" | "deliveryDay">,
): RulePackVersion | null {
  const onContract = findRulePack(id, today);
  if (onContract?.dateBasis !== "delivery" || deliveryDay === null) return onContract;
  return findRulePack(id, deliveryDay);
}

/** The store's standing word on a version; null where nobody gave it or it was taken back. */
export function standingConfirmation(rooftopId: string, packId: string, version: string) {
  return database().prisma.rulePackConfirmation.findFirst({ where: { rooftopId, packId, version, withdrawnAt: null } });
}
