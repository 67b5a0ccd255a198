import type { ActorRef } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import type { SqlExecutor } from "#app/platform/database.server";

/** Who moved a stock unit: a person of the journal, or one of our own workings by name. */
export type MovedBy = Pick<ActorRef, "kind" | "id"> & Partial<Pick<ActorRef, "role" | "firstName">>;

export const byPayments: MovedBy = { kind: "system", id: "payments" };

interface Move {
  stockNumber: string;
  /** States it may be moved from; in any other it is left as it is. */
  from: readonly string[];
  to: string;
  dealId: string | null;
  reason: string | null;
  by: MovedBy;
}

/**
 * Moves a stock unit and writes the step down with its time and its actor, both or neither. The row is locked, so that
 * two who move it stand in line. Answers the step's number, or null where there was nothing to move.
 */
export async function moveVehicle(tx: SqlExecutor, move: Move): Promise<string | null> {
  const { stockNumber, from, to, dealId, reason, by } = move;
  const { rows } = await tx.query<{ status: string }>(
    `select "status" from "Vehicle" where "stockNumber" = $1 for update`,
    [stockNumber],
  );
  const was = rows[0]?.status;
  if (was === undefined || was === to || !from.includes(was)) return null;
  await tx.query(`update "Vehicle" set "status" = $2 where "stockNumber" = $1`, [stockNumber, to]);
  return writeStep(tx, { ...move, was, reason, dealId, by });
}

/** A step that the public list does not tell apart: keys handed over, prepared, wholesaled. */
export async function writeStep(tx: SqlExecutor, step: Omit<Move, "from"> & { was: string }): Promise<string> {
  const { stockNumber, was, to, dealId, reason, by } = step;
  const { rows } = await tx.query<{ id: string | number | bigint }>(
    `insert into "VehicleTransition" ("stockNumber","from","to","dealId","reason","by","at")
     values ($1,$2,$3,$4,$5,$6::jsonb,$7) returning "id"`,
    [stockNumber, was, to, dealId, reason, JSON.stringify(by), now().toISOString()],
  );
  return String(rows[0]?.id);
}
