import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { MOST_CODE_TRIES, newResumeCode } from "#app/accounts/resume-link.server";
import type { CreditApplication, CreditLink } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { keyedHash } from "#app/platform/field-encryption.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { sendMail } from "#app/platform/mail.server";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { creditMessages } from "./credit-messages";

const TOKEN_BYTES = 32;
const tokenPattern = /^[\w-]{43}$/;
/** An application is often left for a pay slip and taken up the next evening. */
export const CREDIT_LINK_HOURS = 48;
/** As a bank does: whoever leaves the screen for half an hour gives the code again. */
export const CREDIT_IDLE_MS = 30 * 60_000;

const tokenHashOf = (token: string) => createHash("sha256").update(token).digest("base64url");
const codeHashOf = (id: string, code: string) => keyedHash(`${id}:${code}`, "CreditLink:codeHash");

/** A new link to an application, which ends the older ones. The link is mailed, the code is said: no one of them opens it. */
export async function mailCreditLink(
  application: Pick<CreditApplication, "id" | "dealId">,
  { email, locale, store }: { email: string; locale: Locale; store: string },
): Promise<{ code: string }> {
  const { prisma } = database();
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const id = randomUUID();
  const code = newResumeCode();
  const at = now();
  const expiresAt = new Date(at.getTime() + CREDIT_LINK_HOURS * 3_600_000);
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "CreditApplication" WHERE "id" = ${application.id} FOR UPDATE`;
    await tx.creditLink.updateMany({
      where: { applicationId: application.id, usedAt: null, replacedAt: null },
      data: { replacedAt: at },
    });
    await tx.creditLink.create({
      data: {
        id,
        applicationId: application.id,
        tokenHash: tokenHashOf(token),
        codeHash: codeHashOf(id, code),
        createdAt: at,
        expiresAt,
      },
    });
  });
  const t = translator(creditMessages, locale);
  const url = `${env.PUBLIC_URL}/credit/${token}`;
  const text = [t("mail.text", { store }), url, t("mail.code")].join("\n\n");
  await sendMail({ key: `credit-link:${id}`, to: email, subject: t("mail.subject", { store }), text });
  return { code };
}

const perAddress = rateLimit("credit.open.address", { points: 30, perSeconds: 15 * 60 });

/** Addresses that guess are slowed, whatever link they hold. */
export const mayTryCode = async (address: string): Promise<boolean> => (await perAddress.take(address)).ok;

/** The link of a token while it can be used. Reading never uses it up. */
export async function findCreditLink(token: string): Promise<CreditLink | null> {
  if (!tokenPattern.test(token)) return null;
  const link = await database().prisma.creditLink.findUnique({ where: { tokenHash: tokenHashOf(token) } });
  return link && !link.replacedAt && link.expiresAt > now() && link.wrongCodes < MOST_CODE_TRIES ? link : null;
}

/** Counts a try before looking at it. The right code opens the application in this browser and in no other. */
export async function openByCode(link: CreditLink, given: string, sessionId: string): Promise<boolean> {
  const code = given.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return false;
  const { prisma } = database();
  const { count } = await prisma.creditLink.updateMany({
    where: { id: link.id, wrongCodes: { lt: MOST_CODE_TRIES } },
    data: { wrongCodes: { increment: 1 } },
  });
  if (count === 0 || !timingSafeEqual(Buffer.from(codeHashOf(link.id, code)), Buffer.from(link.codeHash))) return false;
  const at = now();
  // A right code is no try: its owner comes back with it after a pause.
  await prisma.creditLink.update({ where: { id: link.id }, data: { usedAt: at, wrongCodes: { decrement: 1 } } });
  const whose = { applicationId: link.applicationId, sessionId };
  await prisma.creditAccess.upsert({
    where: { applicationId_sessionId: whose },
    create: { ...whose, openedAt: at, lastSeenAt: at },
    update: { openedAt: at, lastSeenAt: at },
  });
  return true;
}

/** The application this browser has opened, while somebody is at it; one's own alone, never the other applicant's. */
export async function openedApplication(
  applicationId: string,
  sessionId: string | null,
): Promise<CreditApplication | null> {
  if (!sessionId) return null;
  const { prisma } = database();
  const at = now();
  const { count } = await prisma.creditAccess.updateMany({
    where: { applicationId, sessionId, lastSeenAt: { gt: new Date(at.getTime() - CREDIT_IDLE_MS) } },
    data: { lastSeenAt: at },
  });
  if (count === 0) return null;
  return prisma.creditApplication.findFirst({ where: { id: applicationId, disposedAt: null } });
}
