import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { contextOf } from "#machines/deal/apply-deal-event";
import { openSeats } from "#machines/deal/seat";
import { partyLocale } from "#app/deals/party-locale.server";
import { readDealState } from "#app/deals/read-deal.server";
import type { EnvelopeSigner } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { decryptField, keyedHash } from "#app/platform/field-encryption.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { sendMail } from "#app/platform/mail.server";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { emailPlace } from "./envelope-fields";
import { signingMailMessages } from "./signing-mail-messages";
import { lockEnvelope, logStep, type Origin } from "./signing-log.server";
import { refused, type SigningAnswer } from "./signing-refusal";

const TOKEN_BYTES = 32;
const tokenPattern = /^[\w-]{43}$/;
const CODE_MINUTES = 15;
/** Five tries at one of a million codes, and only for somebody who holds the link. */
const MOST_CODE_TRIES = 5;
const MOST_CODES = 12;
const MAIL_RETRIES = 8;
/** Copies stay behind the link for so long after everybody has signed. */
export const COPY_DAYS = 30;

const tokenHashOf = (token: string) => createHash("sha256").update(token).digest("base64url");
const codeHashOf = (signerId: string, code: string) => keyedHash(`${signerId}:${code}`, "EnvelopeSigner:codeHash");

const mailSchema = z.object({
  signerId: z.string(),
  key: z.string(),
  token: z.string().nullable(),
  code: z.string().nullable(),
});

/** The signer's own language, as their page of the deal speaks it. */
async function readsIn(role: string, dealId: string): Promise<Locale> {
  const state = role === "coBuyer" ? await readDealState(dealId) : null;
  const seat = state && openSeats(contextOf(state).seats).find(({ kind }) => kind === "coBuyer");
  return partyLocale(dealId, seat?.seatId ?? null);
}

/** The words of a mail are made when it is sent, and never stand in the queue with an address beside them. */
const signingMail = defineJob({
  name: "signing-mail",
  schema: mailSchema,
  retryLimit: MAIL_RETRIES,
  handle: async ({ signerId, key, token, code }) => {
    const signer = await database().prisma.envelopeSigner.findUnique({
      where: { id: signerId },
      include: { envelope: true },
    });
    const to = signer && decryptField(signer.emailSealed, emailPlace(signerId));
    if (!signer || !to) return;
    const { name: store } = await database().prisma.rooftop.findUniqueOrThrow({
      where: { id: signer.envelope.rooftopId },
    });
    const t = translator(signingMailMessages, await readsIn(signer.role, signer.envelope.dealId));
    const values = { store, name: signer.name, number: signer.envelope.number };
    const text =
      code === null
        ? [t("linkLead", values), `${env.PUBLIC_URL}/sign/${token ?? ""}`, t("linkNote")]
        : [t("codeLead", values), code, t("codeNote", { minutes: CODE_MINUTES })];
    const subject = code === null ? t("linkSubject", values) : t("codeSubject", values);
    await sendMail({ key, to, subject, text: [...text, store].join("\n\n") });
  },
});

/**
 * Sends the link to whoever signs next, when they sign elsewhere. A new link ends the one before it; an address is built
 * from the settings, never from a request.
 */
export async function sendSigningLink(envelopeId: string, origin: Origin, again = false): Promise<void> {
  const { prisma } = database();
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const sent = await prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, envelopeId);
    const envelope = await tx.signingEnvelope.findUniqueOrThrow({
      where: { id: envelopeId },
      include: { signers: { orderBy: { place: "asc" } } },
    });
    const next = envelope.signers.find(({ signedAt }) => signedAt === null);
    if (envelope.status !== "open" || next?.channel !== "remote" || (next.tokenHash !== null && !again)) return null;
    await tx.envelopeSigner.update({
      where: { id: next.id },
      data: { tokenHash: tokenHashOf(token), linkExpiresAt: envelope.expiresAt, codeHash: null, wrongCodes: 0 },
    });
    await logStep(tx, envelopeId, { type: "linkSent", payload: { role: next.role }, byName: next.name, origin });
    return next;
  });
  if (!sent) return;
  const key = `signing-link:${tokenHashOf(token)}`;
  await enqueue(signingMail, { signerId: sent.id, key, token, code: null }, { key });
}

/** The signer of a link that is still good. Reading never uses it up. */
export async function findSigner(token: string): Promise<EnvelopeSigner | null> {
  if (!tokenPattern.test(token)) return null;
  const signer = await database().prisma.envelopeSigner.findUnique({ where: { tokenHash: tokenHashOf(token) } });
  return signer?.linkExpiresAt && signer.linkExpiresAt > now() ? signer : null;
}

/** A code by mail for whoever holds the link: the second factor. Each code ends the one before it. */
export async function sendSigningCode(signer: EnvelopeSigner, origin: Origin): Promise<SigningAnswer> {
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const codeExpiresAt = new Date(now().getTime() + CODE_MINUTES * 60_000);
  const { prisma } = database();
  const taken = await prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, signer.envelopeId);
    const { count } = await tx.envelopeSigner.updateMany({
      where: { id: signer.id, codesSent: { lt: MOST_CODES } },
      data: { codeHash: codeHashOf(signer.id, code), codeExpiresAt, wrongCodes: 0, codesSent: { increment: 1 } },
    });
    if (count === 1)
      await logStep(tx, signer.envelopeId, {
        type: "codeSent",
        payload: { role: signer.role },
        byName: signer.name,
        origin,
      });
    return count === 1;
  });
  if (!taken) return refused("slowDown");
  const key = `signing-code:${codeHashOf(signer.id, code)}:${codeExpiresAt.getTime()}`;
  await enqueue(signingMail, { signerId: signer.id, key, token: null, code }, { key });
  return { ok: true };
}

/** Counts a try before looking at it, so that a hundred at once are still five. A code is good once. */
export async function signingCodeIsRight(signer: EnvelopeSigner, given: string): Promise<SigningAnswer> {
  const code = given.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return refused("wrongCode");
  const { prisma } = database();
  const { count } = await prisma.envelopeSigner.updateMany({
    where: { id: signer.id, wrongCodes: { lt: MOST_CODE_TRIES }, codeExpiresAt: { gt: now() } },
    data: { wrongCodes: { increment: 1 } },
  });
  if (count === 0) return refused("tooManyTries");
  const row = await prisma.envelopeSigner.findUnique({ where: { id: signer.id } });
  const [ours, theirs] = [Buffer.from(codeHashOf(signer.id, code)), Buffer.from(row?.codeHash ?? "")];
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return refused("wrongCode");
  const used = await prisma.envelopeSigner.updateMany({
    where: { id: signer.id, codeHash: row?.codeHash ?? "" },
    data: { codeHash: null, wrongCodes: 0 },
  });
  return used.count === 1 ? { ok: true } : refused("wrongCode");
}
