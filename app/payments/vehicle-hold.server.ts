import { randomUUID } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { enqueue } from "#app/platform/jobs.server";
import { byPayments, moveVehicle } from "./move-vehicle.server";
import { tellAboutVehicle } from "./vehicle-news.server";

interface Claim {
  stockNumber: string;
  dealId: string;
  attemptId: string;
  until: Date;
}

/**
 * Takes a vehicle off sale for one deal. The database lets one hold be active per vehicle: of two deposits that arrive
 * together one wins, and the other learns it here. A repeat of the winner's own claim is the winner's.
 */
export async function claimVehicle(tx: SqlExecutor, claim: Claim): Promise<boolean> {
  const { stockNumber, dealId, attemptId, until } = claim;
  const { rows: made } = await tx.query(
    `insert into "VehicleHold" ("id","stockNumber","dealId","attemptId","heldAt","until")
     values ($1,$2,$3,$4,$5,$6) on conflict do nothing returning "id"`,
    [randomUUID(), stockNumber, dealId, attemptId, now().toISOString(), until.toISOString()],
  );
  const { rows } = await tx.query<{ dealId: string }>(
    `select "dealId" from "VehicleHold" where "stockNumber" = $1 and "releasedAt" is null`,
    [stockNumber],
  );
  const isOurs = rows[0]?.dealId === dealId;
  if (made.length > 0)
    await spread(tx, { stockNumber, from: ["live"], to: "held", dealId, reason: "deposit", by: byPayments });
  return isOurs;
}

/** Ends a hold: the car is for sale again in the same commit, and whoever waits for it is told. */
export async function releaseVehicle(tx: SqlExecutor, attemptId: string, reason: string): Promise<void> {
  const { rows } = await tx.query<{ stockNumber: string; dealId: string }>(
    `update "VehicleHold" set "releasedAt" = $2, "releaseReason" = $3 where "attemptId" = $1 and "releasedAt" is null
     returning "stockNumber", "dealId"`,
    [attemptId, now().toISOString(), reason],
  );
  for (const { stockNumber, dealId } of rows)
    await spread(tx, { stockNumber, from: ["held"], to: "live", dealId, reason, by: byPayments });
}

/** A step of the car, and the job that tells everybody who has it in a deal or waits for it. */
async function spread(tx: SqlExecutor, move: Parameters<typeof moveVehicle>[1]): Promise<void> {
  const step = await moveVehicle(tx, move);
  if (step) await enqueue(tellAboutVehicle, { stockNumber: move.stockNumber, step }, { tx, key: step });
}

/** The deal a vehicle is held for now; null when it is for sale. */
export async function holderOf(stockNumber: string): Promise<{ dealId: string; until: Date } | null> {
  const hold = await database().prisma.vehicleHold.findFirst({
    where: { stockNumber, releasedAt: null },
    select: { dealId: true, until: true },
  });
  return hold;
}
