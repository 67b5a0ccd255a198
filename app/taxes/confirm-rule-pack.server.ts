import { randomUUID } from "node:crypto";
import type { Cents } from "#machines/money/cents";
import { jurisdictionById } from "#machines/rule-packs/jurisdictions";
import { rulePackOf } from "#machines/rule-packs/rule-pack-table";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";

export interface ConfirmedFee {
  code: "title" | "registration" | "plates";
  name: string;
  amount: Cents;
}

export interface Confirmation {
  rooftopId: string;
  packId: string;
  version: string;
  staffId: string;
  staffName: string;
  note: string;
  /** Null: the store's own table of title and registration fees. */
  governmentFees: ConfirmedFee[] | null;
}

/** The store's controller says that a version is right. Twice with one press is once. */
export async function confirmRulePack(confirmation: Confirmation): Promise<"confirmed" | "there" | "unknown"> {
  const { packId, version, governmentFees } = confirmation;
  const known = jurisdictionById(packId) && rulePackOf(packId)?.versions.some((one) => one.version === version);
  if (!known) return "unknown";
  try {
    await database().prisma.rulePackConfirmation.create({
      data: {
        ...confirmation,
        id: `confirmation-${randomUUID()}`,
        // A JSON column says "nothing" by being left out.
        governmentFees: governmentFees === null ? undefined : governmentFees.map((fee) => ({ ...fee })),
        confirmedAt: now(),
      },
    });
    return "confirmed";
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    return "there";
  }
}

/** Takes the word back: from now on the version is off again. Deals that were worked with it keep their figures. */
export async function withdrawConfirmation(
  rooftopId: string,
  id: string,
  by: { name: string; note: string },
): Promise<boolean> {
  const ended = await database().prisma.rulePackConfirmation.updateMany({
    where: { id, rooftopId, withdrawnAt: null },
    data: { withdrawnAt: now(), withdrawnBy: by.name, withdrawnNote: by.note },
  });
  return ended.count > 0;
}
