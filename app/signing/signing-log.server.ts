import { createHash } from "node:crypto";
import type { Prisma, SigningEvent } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";

/** Where something came from, as it is kept with every step. */
export interface Origin {
  address: string;
  agent: string;
}

export const originOf = (request: Request, address: string): Origin => ({
  address: address.slice(0, 64),
  agent: (request.headers.get("User-Agent") ?? "").slice(0, 300),
});

export const signingEventTypes = [
  "started",
  "linkSent",
  "codeSent",
  "authenticated",
  "consentShown",
  "consentGiven",
  "consentWithdrawn",
  "paperAsked",
  "documentRead",
  "differencesAcknowledged",
  "signatureAdopted",
  "fieldSigned",
  "signerFinished",
  "contactChanged",
  "declined",
  "voided",
  "expired",
  "completed",
] as const;
export type SigningEventType = (typeof signingEventTypes)[number];

export interface SigningStep {
  type: SigningEventType;
  /** Ids, hashes and codes of what happened; nothing that a signature or a credit file holds. */
  payload: Record<string, string | number>;
  byName: string;
  origin: Origin;
}

type Transaction = Prisma.TransactionClient;

/** The envelope's row, held until the transaction ends: everything about one ceremony happens one after the other. */
export async function lockEnvelope(tx: Transaction, envelopeId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "SigningEnvelope" WHERE "id" = ${envelopeId} FOR UPDATE`;
}

type Hashed = Omit<SigningEvent, "hash">;

const hashOf = ({ envelopeId, seq, type, payload, byName, address, agent, at, previousHash }: Hashed): string => {
  const told = Object.entries(payload as Record<string, unknown>).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([envelopeId, seq, type, told, byName, address, agent, at.toISOString(), previousHash]);
  return createHash("sha256").update(text).digest("hex");
};

/** Adds a step to the log; the caller holds the envelope's lock. */
export async function logStep(tx: Transaction, envelopeId: string, step: SigningStep): Promise<void> {
  const last = await tx.signingEvent.findFirst({ where: { envelopeId }, orderBy: { seq: "desc" } });
  const row: Hashed = {
    envelopeId,
    seq: (last?.seq ?? 0) + 1,
    type: step.type,
    payload: step.payload,
    byName: step.byName,
    address: step.origin.address,
    agent: step.origin.agent,
    at: now(),
    previousHash: last?.hash ?? "",
  };
  await tx.signingEvent.create({ data: { ...row, payload: step.payload, hash: hashOf(row) } });
}

export const signingLog = (envelopeId: string): Promise<SigningEvent[]> =>
  database().prisma.signingEvent.findMany({ where: { envelopeId }, orderBy: { seq: "asc" } });

/** The first step of a log that is not as it was written; null when all of it is. */
export function brokenStep(log: readonly SigningEvent[]): number | null {
  let previousHash = "";
  for (const [index, { hash, ...row }] of log.entries()) {
    if (row.seq !== index + 1 || row.previousHash !== previousHash || hashOf(row) !== hash) return index + 1;
    previousHash = hash;
  }
  return null;
}
