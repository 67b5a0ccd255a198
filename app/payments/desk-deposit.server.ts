import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { cents } from "#machines/money/cents";
import type { TenderMethod } from "#machines/stages/tender";
import { readDealState } from "#app/deals/read-deal.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { postMovement } from "./ledger.server";
import { releaseVehicle } from "./vehicle-hold.server";

/** The name of the provider that is no provider: the store's own desk. */
export const DESK = "desk";

export const deskKinds = {
  cash: "deskCash",
  check: "deskCheck",
  bankDraft: "deskBankDraft",
  card: "deskCard",
  transfer: "deskTransfer",
} as const satisfies Record<TenderMethod, string>;

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
