import { randomUUID } from "node:crypto";
import { chosenAnswer } from "#machines/deal/credit-slice";
import { numbersFrom } from "#machines/deal/deal-view";
import { contractAgainstApproval } from "#machines/jacket/contract-against-approval";
import { dealStructure } from "#machines/lending/deal-structure";
import { writeAudit } from "#app/audit/audit-trail.server";
import { tellCredit } from "#app/credit/tell-credit.server";
import { readStoredSummaries } from "#app/deals/deal-summaries.server";
import { readDealView } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { type FundingState, nextFundingStates, wantsReason } from "./funding-states";
import { settleSentStips } from "./stips.server";
import type { Submitter } from "./submit-application.server";

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

/** What became of a package. Held and returned say why. */
export async function movePackage(
  packageId: string,
  state: FundingState,
  reason: string,
  by: Submitter,
): Promise<boolean> {
  const { prisma } = database();
  const known = await prisma.fundingPackage.findFirst({ where: { id: packageId, rooftopId: by.rooftopId } });
  if (!known || !nextFundingStates[known.state as FundingState].includes(state)) return false;
  if (wantsReason(state) && reason.trim() === "") return false;
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
  customer: string;
  vehicle: string | null;
  lender: string;
  amount: number;
  state: FundingState;
  reason: string | null;
  attempt: number;
  /** From the sending to the money; to today while it is still on its way. */
  days: number;
}

const DAY_MS = 86_400_000;
/** What was funded stays on the board this long. */
const FUNDED_DAYS = 7;
const MOST_PACKAGES = 200;

/** The newest package of a deal, for whoever asks where its money is; null before the first. */
export async function newestPackage(dealId: string): Promise<Pick<FundingRow, "state" | "reason" | "days"> | null> {
  const known = await database().prisma.fundingPackage.findFirst({ where: { dealId }, orderBy: { attempt: "desc" } });
  if (!known) return null;
  return { state: known.state as FundingState, reason: known.reason, days: daysOf(known, now().getTime()) };
}

const daysOf = ({ state, submittedAt, movedAt }: { state: string; submittedAt: Date; movedAt: Date }, today: number) =>
  Math.floor(((state === "funded" ? movedAt.getTime() : today) - submittedAt.getTime()) / DAY_MS);

/** Contracts in transit, the oldest first, and how much money waits with them. */
export async function fundingBoard(rooftopId: string): Promise<{ rows: FundingRow[]; atRisk: number }> {
  const today = now().getTime();
  const packages = await database().prisma.fundingPackage.findMany({
    where: {
      rooftopId,
      OR: [{ state: { not: "funded" } }, { movedAt: { gt: new Date(today - FUNDED_DAYS * DAY_MS) } }],
    },
    orderBy: { submittedAt: "asc" },
    take: MOST_PACKAGES,
  });
  const superseded = (row: (typeof packages)[number]) =>
    packages.some((other) => other.dealId === row.dealId && other.attempt > row.attempt);
  const shown = packages.filter((row) => row.state !== "returned" || !superseded(row));
  const deals = await readStoredSummaries(shown.map(({ dealId }) => dealId));
  const byId = new Map(deals.map(({ summary }) => [summary.dealId, summary]));
  const rows = shown.map(({ id, dealId, lenderName, amount, state, reason, attempt, ...times }) => ({
    packageId: id,
    dealId,
    customer: byId.get(dealId)?.customerName ?? "",
    vehicle: byId.get(dealId)?.vehicleName ?? null,
    lender: lenderName,
    amount,
    state: state as FundingState,
    reason,
    attempt,
    days: daysOf({ state, ...times }, today),
  }));
  return { rows, atRisk: rows.filter(({ state }) => state !== "funded").reduce((sum, { amount }) => sum + amount, 0) };
}
