import { randomUUID } from "node:crypto";
import { chosenAnswer } from "#machines/deal/credit-slice";
import { numbersFrom } from "#machines/deal/deal-view";
import { contractAgainstApproval } from "#machines/jacket/contract-against-approval";
import { dealStructure } from "#machines/lending/deal-structure";
import { writeAudit } from "#app/audit/audit-trail.server";
import { tellCredit } from "#app/credit/tell-credit.server";
import { readDealView } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { settleSentStips } from "./stips.server";
import type { Submitter } from "./submit-application.server";

export const fundingStates = ["submitted", "held", "returned", "funded"] as const;
export type FundingState = (typeof fundingStates)[number];

export type PackageAnswer =
  | { ok: true; packageId: string }
  | { ok: false; reason: "notContracted" | "noApproval" | "contractDiffers" | "stipsOpen" | "already" };

/** Sends the signed contract to its lender: what it was frozen as, and only once for each freezing. */
export async function sendPackage(dealId: string, by: Submitter): Promise<PackageAnswer> {
  const view = await readDealView(dealId, "finance");
  if (!view || (view.life !== "contracted" && view.life !== "delivered")) return { ok: false, reason: "notContracted" };
  const answer = chosenAnswer(view.card.credit);
  const structure = dealStructure(numbersFrom(view));
  if (!answer || !structure) return { ok: false, reason: "noApproval" };
  // The lender's word may have changed since the freeze; what is sent is what it approves now.
  const today = storeDate(now(), view.card.store.timeZone);
  if (contractAgainstApproval(view, today)?.some(({ stops, code }) => stops && code !== "expired"))
    return { ok: false, reason: "contractDiffers" };
  const { prisma } = database();
  const open = await prisma.stip.count({
    where: { submissionId: answer.submissionId, state: { in: ["wanted", "refused"] } },
  });
  if (open > 0) return { ok: false, reason: "stipsOpen" };
  const at = now();
  const contractRevision = view.card.life.contractingRevision ?? view.revision;
  const returned = await prisma.fundingPackage.count({ where: { dealId, state: "returned" } });
  const id = randomUUID();
  const { count } = await prisma.fundingPackage.createMany({
    data: [
      {
        id,
        dealId,
        rooftopId: by.rooftopId,
        submissionId: answer.submissionId,
        lenderName: answer.lender,
        contractRevision,
        amount: structure.amountFinanced,
        state: "submitted",
        attempt: returned + 1,
        submittedAt: at,
        movedAt: at,
        movedBy: by.staffId,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? { ok: true, packageId: id } : { ok: false, reason: "already" };
}

const nextStates: Record<string, readonly FundingState[]> = {
  submitted: ["held", "returned", "funded"],
  held: ["submitted", "returned", "funded"],
  // A returned contract is written again: reopened, mended, frozen, signed, and sent as a new package.
  returned: [],
  funded: [],
};

/** What became of a package. Held and returned say why. */
export async function movePackage(
  packageId: string,
  state: FundingState,
  reason: string,
  by: Submitter,
): Promise<boolean> {
  const { prisma } = database();
  const known = await prisma.fundingPackage.findFirst({ where: { id: packageId, rooftopId: by.rooftopId } });
  if (!known || !nextStates[known.state]?.includes(state)) return false;
  if ((state === "held" || state === "returned") && reason.trim() === "") return false;
  const { count } = await prisma.fundingPackage.updateMany({
    where: { id: packageId, state: known.state },
    data: { state, reason: reason.trim() || null, movedAt: now(), movedBy: by.staffId },
  });
  if (count === 0) return false;
  const { dealId, submissionId } = known;
  const actorName = `${by.firstName} ${by.lastName}`;
  await writeAudit({
    rooftopId: by.rooftopId,
    actorId: by.staffId,
    actorName,
    act: `funding.${state}`,
    dealId,
    subject: packageId,
    detail: reason.trim(),
  });
  if (state === "funded") {
    await settleSentStips(submissionId, by.rooftopId);
    await tellBooked(dealId, submissionId);
  }
  return true;
}

async function tellBooked(dealId: string, submissionId: string): Promise<void> {
  const view = await readDealView(dealId, "finance");
  const answer = view?.card.credit?.answers.find((known) => known.submissionId === submissionId);
  if (!answer) return;
  const { amount, termMonths, payment } = answer;
  const { version } = await database().prisma.lenderSubmission.update({
    where: { id: submissionId },
    data: { status: "booked", version: { increment: 1 } },
  });
  await tellCredit(dealId, `booked:${submissionId}`, {
    type: "credit.answered",
    submissionId,
    version,
    status: "booked",
    amount,
    termMonths,
    payment,
    conditions: [],
    expiresAt: null,
    terms: null,
  });
}

export interface FundingRow {
  packageId: string;
  dealId: string;
  lender: string;
  amount: number;
  state: FundingState;
  reason: string | null;
  attempt: number;
  days: number;
}

/** Contracts in transit, the oldest first, and how much money waits with them. */
export async function fundingBoard(rooftopId: string): Promise<{ rows: FundingRow[]; atRisk: number }> {
  const packages = await database().prisma.fundingPackage.findMany({
    where: {
      rooftopId,
      OR: [{ state: { not: "funded" } }, { movedAt: { gt: new Date(now().getTime() - 7 * 86_400_000) } }],
    },
    orderBy: { submittedAt: "asc" },
    take: 200,
  });
  const at = now().getTime();
  const superseded = (row: (typeof packages)[number]) =>
    packages.some((other) => other.dealId === row.dealId && other.attempt > row.attempt);
  const rows = packages
    .filter((row) => row.state !== "returned" || !superseded(row))
    .map(({ id, dealId, lenderName, amount, state, reason, attempt, submittedAt }) => ({
      packageId: id,
      dealId,
      lender: lenderName,
      amount,
      state: state as FundingState,
      reason,
      attempt,
      days: Math.floor((at - submittedAt.getTime()) / 86_400_000),
    }));
  return { rows, atRisk: rows.filter(({ state }) => state !== "funded").reduce((sum, { amount }) => sum + amount, 0) };
}
