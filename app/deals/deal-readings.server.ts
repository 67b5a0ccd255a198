import type { Actor } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";

/** How far somebody has followed a deal: what they saw, and what a notice told them since. */
export interface DealReading {
  seenRevision: number;
  toldRevision: number;
}

/** Who reads, whatever device they read on. The system reads nothing. */
export function readerIdOf(actor: Actor): string | null {
  switch (actor.kind) {
    case "customer":
      return shopperReader(actor.shopperId);
    case "staff":
      return staffReader(actor.staffId);
    case "system":
      return null;
  }
}

export const shopperReader = (shopperId: string) => `shopper:${shopperId}`;
export const staffReader = (staffId: string) => `staff:${staffId}`;

export async function readReading(dealId: string, readerId: string): Promise<DealReading | null> {
  return database().prisma.dealReading.findUnique({
    where: { dealId_readerId: { dealId, readerId } },
    select: { seenRevision: true, toldRevision: true },
  });
}

/** Somebody leaves the card having seen it up to here. Older news of theirs never takes it back. */
export async function noteSeen(dealId: string, readerId: string, revision: number): Promise<void> {
  await database().query(
    `insert into "DealReading" ("dealId","readerId","seenRevision","toldRevision","seenAt") values ($1,$2,$3,$3,$4)
     on conflict ("dealId","readerId") do update set
       "seenRevision" = greatest("DealReading"."seenRevision", excluded."seenRevision"),
       "toldRevision" = greatest("DealReading"."toldRevision", excluded."toldRevision"),
       "seenAt" = excluded."seenAt"`,
    [dealId, readerId, revision, now()],
  );
}

/** A notice told them what happened up to here; they have not looked yet. */
export async function noteTold(dealId: string, readerId: string, revision: number): Promise<void> {
  await database().prisma.dealReading.updateMany({
    where: { dealId, readerId, toldRevision: { lt: revision } },
    data: { toldRevision: revision },
  });
}
