import { randomUUID } from "node:crypto";
import type { QrDrawing } from "#app/accounts/qr-code";
import { drawQrCode } from "#app/accounts/qr-code.server";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import {
  newPairingCode,
  PAIRING_CODE_MINUTES,
  type PairingCode,
  pairingCodeHash,
  writtenCode,
} from "./pairing-code.server";

/** Each code ends the one before it; a person needs a few, a script wants many. */
const perDeal = rateLimit("pairing.start.deal", { points: 20, perSeconds: 600 });
/** Screens of one deal at a time: a tablet for each of them and one to spare. */
export const MOST_SCREENS = 4;
/** Places are few beside codes: another one is drawn when it is taken. */
const MAX_DRAWS = 8;

export interface ShownCode {
  pairingId: string;
  code: string;
  /** Holds the code behind `#`, which a browser sends to nobody. */
  url: string;
  qr: QrDrawing;
  expiresAt: string;
}

export type StartedPairing =
  | { ok: true; shown: ShownCode }
  | { ok: false; reason: "tooMany" }
  | { ok: false; reason: "slowDown"; retryAfterSeconds: number };

/** A code for a tablet, shown on the card of whoever starts it. Codes of this deal that nobody typed yet die with it. */
export async function startPairing(person: StaffPerson, dealId: string): Promise<StartedPairing> {
  const turn = await perDeal.take(dealId);
  if (!turn.ok) return { ok: false, reason: "slowDown", retryAfterSeconds: turn.retryAfterSeconds };
  const { prisma } = database();
  const open = await prisma.showroomPairing.count({ where: { dealId, endedAt: null, openedAt: { not: null } } });
  if (open >= MOST_SCREENS) return { ok: false, reason: "tooMany" };
  await prisma.showroomPairing.deleteMany({ where: { dealId, openedAt: null } });
  await prisma.showroomPairing.deleteMany({ where: { openedAt: null, codeExpiresAt: { lt: now() } } });
  for (let draw = 1; ; draw++) {
    try {
      return { ok: true, shown: await storeCode(person, dealId, newPairingCode()) };
    } catch (error) {
      if (draw === MAX_DRAWS || !uniqueViolation(error)) throw error;
    }
  }
}

async function storeCode({ staffId, rooftopId }: StaffPerson, dealId: string, drawn: PairingCode): Promise<ShownCode> {
  const id = `screen-${randomUUID()}`;
  const createdAt = now();
  const codeExpiresAt = new Date(createdAt.getTime() + PAIRING_CODE_MINUTES * 60_000);
  const codeHash = pairingCodeHash(id, drawn.secret);
  await database().prisma.showroomPairing.create({
    data: {
      id,
      dealId,
      rooftopId,
      staffId,
      kind: "tablet",
      codePlace: drawn.place,
      codeHash,
      codeExpiresAt,
      createdAt,
    },
  });
  const code = writtenCode(drawn);
  const url = `${env.PUBLIC_URL}/pair#${code}`;
  return { pairingId: id, code, url, qr: drawQrCode(url), expiresAt: codeExpiresAt.toISOString() };
}
