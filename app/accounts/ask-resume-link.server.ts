import { z } from "zod";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { requestLocale } from "#app/ui/locale.server";
import { locales } from "#app/ui/locale";
import { MOST_DEALS_PER_MAIL, sendResumeMail } from "./resume-mail.server";
import { browserSession, startAskingSession } from "./session.server";
import { shopperEmailHash } from "./shopper.server";

/** Nobody's mailbox is flooded, and nobody tries addresses by the thousand. Counted whether or not we know the address. */
const perMail = [
  rateLimit("resume.mail.minutes", { points: 3, perSeconds: 15 * 60 }),
  rateLimit("resume.mail.day", { points: 10, perSeconds: 24 * 60 * 60 }),
];
const perAddress = rateLimit("resume.ask.address", { points: 15, perSeconds: 15 * 60 });

const EMAIL_PLACE = "job:resumeMail:email";

/**
 * Looks the address up and writes to it, in the background: the page answers as fast for an address we do not know.
 * The address travels encrypted, since jobs lie in a table.
 */
export const resumeMailJob = defineJob({
  name: "accounts.resumeMail",
  schema: z.strictObject({ sealedEmail: z.string(), askedBySessionId: z.string(), locale: z.enum(locales) }),
  retryLimit: 4,
  async handle({ sealedEmail, askedBySessionId, locale }, { jobId }) {
    const email = decryptField(sealedEmail, EMAIL_PLACE);
    const deals = await database().prisma.$queryRaw<{ id: string }[]>`
      SELECT d."id" FROM "Deal" d
       WHERE d."life" <> 'lost'
         AND EXISTS (SELECT 1 FROM "DealAccess" a JOIN "Shopper" s ON s."id" = a."shopperId"
                      WHERE a."dealId" = d."id" AND s."emailHash" = ${shopperEmailHash(email)})
       ORDER BY d."createdAt" DESC LIMIT ${MOST_DEALS_PER_MAIL}`;
    const dealIds = deals.map((deal) => deal.id);
    await sendResumeMail({ key: `resume:${jobId}`, email, dealIds, askedBySessionId, locale });
  },
});

export type AskRefusal =
  { ok: false; reason: "notAnAddress" } | { ok: false; reason: "slowDown"; retryAfterSeconds: number };

export type AskAnswer = { ok: true; setCookie: string | null } | AskRefusal;

const emailSchema = z.string().trim().max(254).pipe(z.email());

/** Takes the wish for a link. Known and unknown addresses get the same answer, status, cookie and time. */
export async function askResumeLink(
  request: Request,
  { email, address }: { email: unknown; address: string },
): Promise<AskAnswer> {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) return { ok: false, reason: "notAnAddress" };
  const mailKey = shopperEmailHash(parsed.data);
  for (const [limit, key] of [[perAddress, address] as const, ...perMail.map((limit) => [limit, mailKey] as const)]) {
    const turn = await limit.take(key);
    if (!turn.ok) return { ok: false, reason: "slowDown", retryAfterSeconds: turn.retryAfterSeconds };
  }
  const session = await browserSession(request.headers.get("Cookie"));
  const { sessionId, setCookie } = session
    ? { sessionId: session.idHash, setCookie: null }
    : await startAskingSession(request);
  await enqueue(resumeMailJob, {
    sealedEmail: encryptField(parsed.data, EMAIL_PLACE),
    askedBySessionId: sessionId,
    locale: requestLocale(request),
  });
  return { ok: true, setCookie };
}
