import type { DeskDepositRequest } from "#app/deals/deal-resolvers.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { DESK } from "./desk-deposit.server";
import { paymentsOf } from "./payment-connection.server";
import { settleAttempt } from "./settle-attempt.server";
import { claimVehicle } from "./vehicle-hold.server";

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
  const provider = (await paymentsOf(open.dealId))?.provider;
  if (!provider || !open.reference) return false;
  await provider.closeCheckout(open.reference);
  await settleAttempt(open.id);
  return (await underWay(open.dealId)) === null;
}
