import { randomUUID } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";

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
  await tx.query(
    `insert into "VehicleHold" ("id","stockNumber","dealId","attemptId","heldAt","until")
     values ($1,$2,$3,$4,$5,$6) on conflict do nothing`,
    [randomUUID(), stockNumber, dealId, attemptId, now().toISOString(), until.toISOString()],
  );
  const { rows } = await tx.query<{ dealId: string }>(
    `select "dealId" from "VehicleHold" where "stockNumber" = $1 and "releasedAt" is null`,
    [stockNumber],
  );
  return rows[0]?.dealId === dealId;
}

export async function releaseVehicle(tx: SqlExecutor, attemptId: string, reason: string): Promise<void> {
  await tx.query(
    `update "VehicleHold" set "releasedAt" = $2, "releaseReason" = $3 where "attemptId" = $1 and "releasedAt" is null`,
    [attemptId, now().toISOString(), reason],
  );
}

/** The deal a vehicle is held for now; null when it is for sale. */
export async function holderOf(stockNumber: string): Promise<{ dealId: string; until: Date } | null> {
  const hold = await database().prisma.vehicleHold.findFirst({
    where: { stockNumber, releasedAt: null },
    select: { dealId: true, until: true },
  });
  return hold;
}
