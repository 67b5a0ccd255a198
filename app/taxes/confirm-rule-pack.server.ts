import { randomUUID } from "node:crypto";
import type { Cents } from "#machines/money/cents";
import { jurisdictionById } from "#machines/rule-packs/jurisdictions";
import { rulePackOf } from "#machines/rule-packs/rule-pack-table";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { enqueueReview } from "./review-open-deals.server";

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
  const id = `confirmation-${randomUUID()}`;
  const { prisma, prismaExecutor } = database();
  try {
    await prisma.$transaction(async (tx) => {
      await tx.rulePackConfirmation.create({
        data: {
          ...confirmation,
          id,
          // A JSON column says "nothing" by being left out.
          governmentFees: governmentFees === null ? undefined : governmentFees.map((fee) => ({ ...fee })),
          confirmedAt: now(),
        },
      });
      const { rooftopId } = confirmation;
      await enqueueReview(prismaExecutor(tx), { rooftopId, place: packId, because: "confirmed", word: id });
    });
    return "confirmed";
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    return "there";
  }
}

/** Takes the word back: from now on the version is off again, for open deals too; frozen ones keep their figures. */
export async function withdrawConfirmation(
  rooftopId: string,
  id: string,
  by: { name: string; note: string },
): Promise<boolean> {
  const { prisma, prismaExecutor } = database();
  return prisma.$transaction(async (tx) => {
    const [ended] = await tx.rulePackConfirmation.updateManyAndReturn({
      where: { id, rooftopId, withdrawnAt: null },
      data: { withdrawnAt: now(), withdrawnBy: by.name, withdrawnNote: by.note },
    });
    if (!ended) return false;
    const review = { rooftopId, place: ended.packId, because: "withdrawn", word: id } as const;
    await enqueueReview(prismaExecutor(tx), review);
    return true;
  });
}
