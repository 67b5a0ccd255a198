import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { cents } from "#machines/money/cents";
import type { TenderMethod } from "#machines/stages/tender";
import type { DeskDepositRequest } from "#app/deals/deal-resolvers.server";
import { readDealState } from "#app/deals/read-deal.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { postMovement } from "./ledger.server";
import { payments } from "./payment-connection.server";
import { settleAttempt } from "./settle-attempt.server";
import { claimVehicle, releaseVehicle } from "./vehicle-hold.server";

export const DESK = "desk";

export const deskKinds = {
  cash: "deskCash",
  check: "deskCheck",
  bankDraft: "deskBankDraft",
  card: "deskCard",
  transfer: "deskTransfer",
} as const satisfies Record<TenderMethod, string>;

const underWay = (dealId: string) =>
  database().prisma.depositAttempt.findFirst({ where: { dealId, status: { in: ["opening", "open"] } } });

/**
 * Holds the car for a deposit that lies on the desk. Needs no provider. Nothing is in the ledger yet: the deal is told
 * first, and its journal then has the money written down; a deal that says no gets the hold taken back.
 */
export async function takeDeskDeposit(
  request: DeskDepositRequest,
): Promise<{ attempt: number; holdUntil: string } | "taken" | "inProgress"> {
  const { dealId, stockNumber, amount, method, holdHours } = request;
  const open = await underWay(dealId);
  if (open && open.provider !== DESK && !(await isClosed(open))) return "inProgress";
  const holdUntil = new Date(now().getTime() + holdHours * 3_600_000);
  const { prisma } = database();
  const attempt =
    open?.provider === DESK ? open.attempt : 1 + (await prisma.depositAttempt.count({ where: { dealId } }));
  const id = `deposit:${dealId}:${attempt}`;
  try {
    const isOurs = await database().transaction(async (tx) => {
      await tx.query(
        `insert into "DepositAttempt"
           ("id","dealId","attempt","amount","idempotencyKey","provider","status","mode","method","stockNumber","holdUntil","createdAt")
         values ($1,$2,$3,$4,$1,$5,'opening','capture',$6,$7,$8,$9)
         on conflict ("id") do update set "method" = $6, "holdUntil" = $8, "amount" = $4, "stockNumber" = $7`,
        [id, dealId, attempt, amount, DESK, method, stockNumber, holdUntil.toISOString(), now().toISOString()],
      );
      const claimed = await claimVehicle(tx, { stockNumber, dealId, attemptId: id, until: holdUntil });
      if (!claimed) await tx.query(`delete from "DepositAttempt" where "id" = $1`, [id]);
      return claimed;
    });
    return isOurs ? { attempt, holdUntil: holdUntil.toISOString() } : "taken";
  } catch (error) {
    if (uniqueViolation(error)) return "inProgress";
    throw error;
  }
}

/** A page that a declined card was left on could still be paid: it is closed first, and may turn out to be paid. */
async function isClosed(open: DepositAttempt): Promise<boolean> {
  const provider = payments()?.provider;
  if (!provider || !open.reference) return false;
  await provider.closeCheckout(open.reference);
  await settleAttempt(open.id);
  return (await underWay(open.dealId)) === null;
}

/** The deal did not take it: the car is free again, and nothing was ever in the ledger. */
export async function cancelDeskDeposit(dealId: string, attempt: number): Promise<void> {
  const id = `deposit:${dealId}:${attempt}`;
  await database().transaction(async (tx) => {
    const { rows } = await tx.query(
      `update "DepositAttempt" set "status" = 'failed', "settledAt" = $2
        where "id" = $1 and "status" = 'opening' and "provider" = $3 returning "id"`,
      [id, now().toISOString(), DESK],
    );
    if (rows.length > 0) await releaseVehicle(tx, id, "notTaken");
  });
}

/** Writes the money down once the deal's journal says that it is there. */
export async function postDeskDeposit(dealId: string, attempt: number): Promise<void> {
  const id = `deposit:${dealId}:${attempt}`;
  const found = await database().prisma.depositAttempt.findUnique({ where: { id } });
  assert(found?.method, "a deposit at the desk has its attempt and its method");
  const kind = deskKinds[found.method as TenderMethod];
  await database().transaction(async (tx) => {
    await postMovement(tx, {
      key: `payment:${id}`,
      kind,
      amount: cents(found.amount),
      dealId,
      attemptId: id,
      by: { kind: "system", id: "till" },
    });
    await tx.query(
      `update "DepositAttempt" set "status" = 'held', "settledAt" = $2 where "id" = $1 and "status" = 'opening'`,
      [id, now().toISOString()],
    );
  });
}

/** An attempt at the desk that was left between its hold and the deal: the journal says which way it goes. */
export async function settleDeskAttempt({ id, dealId, attempt }: DepositAttempt): Promise<string> {
  const state = await readDealState(dealId);
  const { deposit } = state ? contextOf(state) : { deposit: null };
  if (deposit?.attempt === attempt && deposit.status === "held") {
    await postDeskDeposit(dealId, attempt);
    return "held";
  }
  await cancelDeskDeposit(dealId, attempt);
  return `let go: ${id}`;
}
