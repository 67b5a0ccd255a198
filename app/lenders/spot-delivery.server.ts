import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { chosenAnswer } from "#machines/deal/credit-slice";
import { spotDeliveryRule } from "#machines/jacket/spot-delivery-rules";
import type { DealLife } from "#machines/stages/stage";
import { writeAudit } from "#app/audit/audit-trail.server";
import { readDealState } from "#app/deals/read-deal.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { Submitter } from "./submit-application.server";

export type SpotAnswer =
  { ok: true; deadline: Date } | { ok: false; reason: "carLeft" | "notAllowed" | "approved" | "already" | "gone" };

/** The paper of it is signed with the contract: it is agreed beforehand, or at the latest before the keys are handed over. */
const mayLeaveEarly = new Set<DealLife>(["open", "contracting", "contracted"]);

/** Lets a car go before its lender has agreed, where the law of the store's place lets it. */
export async function agreeSpotDelivery(dealId: string, odometerOut: number, by: Submitter): Promise<SpotAnswer> {
  const state = await readDealState(dealId);
  if (!state) return { ok: false, reason: "gone" };
  if (!mayLeaveEarly.has(lifeOf(state))) return { ok: false, reason: "carLeft" };
  const { store, credit } = contextOf(state);
  const rule = spotDeliveryRule(store.address.region);
  if (!rule.allowed) return { ok: false, reason: "notAllowed" };
  // An approval whose papers are in is no condition any more.
  if (chosenAnswer(credit)?.status === "approved") return { ok: false, reason: "approved" };
  const at = now();
  const deadline = new Date(at.getTime() + rule.deadlineDays * 86_400_000);
  const { rooftopId, staffId } = by;
  const { count } = await database().prisma.spotDelivery.createMany({
    data: [
      {
        dealId,
        rooftopId,
        region: store.address.region,
        state: "conditional",
        deadline,
        odometerOut,
        attempts: [],
        agreedBy: staffId,
        agreedAt: at,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return { ok: false, reason: "already" };
  await told(by, "spot.agreed", dealId, String(odometerOut));
  return { ok: true, deadline };
}

const told = (by: Submitter, act: string, dealId: string, detail: string) =>
  writeAudit({
    rooftopId: by.rooftopId,
    actorId: by.staffId,
    actorName: `${by.firstName} ${by.lastName}`,
    act,
    dealId,
    detail,
  });

/** What was tried to place the contract; kept in order, for whoever asks later whether the store tried. */
export async function logSpotAttempt(dealId: string, lender: string, outcome: string, by: Submitter): Promise<boolean> {
  return database().prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "SpotDelivery" WHERE "dealId" = ${dealId} FOR UPDATE`;
    const known = await tx.spotDelivery.findFirst({ where: { dealId, rooftopId: by.rooftopId, state: "conditional" } });
    if (!known) return false;
    const attempts = [...(known.attempts as object[]), { at: now().toISOString(), by: by.firstName, lender, outcome }];
    await tx.spotDelivery.update({ where: { dealId }, data: { attempts: JSON.parse(JSON.stringify(attempts)) } });
    return true;
  });
}

export interface SpotDeliveryView {
  state: "conditional" | "placed" | "unwound";
  agreedAt: string;
  /** By when the store says that it could not place the contract. */
  deadline: string;
  /** Still conditional after its deadline. */
  late: boolean;
  milesOut: number;
  milesBack: number | null;
  settledAt: string | null;
  attempts: { at: string; by: string; lender: string; outcome: string }[];
}

/** A car that left before its lender agreed, and what became of it; null where none did. */
export async function readSpotDelivery(dealId: string, at: Date): Promise<SpotDeliveryView | null> {
  const known = await database().prisma.spotDelivery.findUnique({ where: { dealId } });
  return (
    known && {
      state: known.state as SpotDeliveryView["state"],
      agreedAt: known.agreedAt.toISOString(),
      deadline: known.deadline.toISOString(),
      late: known.state === "conditional" && known.deadline < at,
      milesOut: known.odometerOut,
      milesBack: known.odometerBack,
      settledAt: known.settledAt?.toISOString() ?? null,
      attempts: known.attempts as unknown as SpotDeliveryView["attempts"],
    }
  );
}

export interface Unwinding {
  milesDriven: number;
  /** What goes back to the customer, and what the store still has to do. */
  returns: ("trade" | "deposit")[];
  owesNotice: boolean;
}

/** Takes the car back: trade and deposit go back as they came, and the applicants are told why. */
export async function unwindSpotDelivery(
  dealId: string,
  odometerBack: number,
  by: Submitter,
): Promise<Unwinding | null> {
  const { prisma } = database();
  const known = await prisma.spotDelivery.findFirst({
    where: { dealId, rooftopId: by.rooftopId, state: "conditional" },
  });
  const state = known && (await readDealState(dealId));
  if (!known || !state || odometerBack < known.odometerOut) return null;
  const { count } = await prisma.spotDelivery.updateMany({
    where: { dealId, state: "conditional" },
    data: { state: "unwound", odometerBack, settledAt: now() },
  });
  if (count === 0) return null;
  await told(by, "spot.unwound", dealId, `${odometerBack - known.odometerOut}`);
  const { trade, deposit } = contextOf(state);
  const owesNotice = (await prisma.adverseActionTask.count({ where: { dealId, state: "open" } })) > 0;
  return {
    milesDriven: odometerBack - known.odometerOut,
    returns: [
      ...(trade.description ? (["trade"] as const) : []),
      ...(deposit.status === "held" ? (["deposit"] as const) : []),
    ],
    owesNotice,
  };
}

/** The lender agreed in time. */
export async function settleSpotDelivery(dealId: string, by: Submitter): Promise<boolean> {
  const { count } = await database().prisma.spotDelivery.updateMany({
    where: { dealId, rooftopId: by.rooftopId, state: "conditional" },
    data: { state: "placed", settledAt: now() },
  });
  if (count === 1) await told(by, "spot.placed", dealId, "");
  return count === 1;
}
