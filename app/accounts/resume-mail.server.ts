import { database } from "#app/platform/database.server";
import { sendMail } from "#app/platform/mail.server";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { mailMessages } from "./mail-messages";
import { RESUME_LINK_MINUTES, createResumeLink, newResumeCode } from "./resume-link.server";

/** One mail carries so many deals, the newest; a household rarely has two. */
export const MOST_DEALS_PER_MAIL = 5;

export interface MailedDeal {
  store: string;
  number: string;
  /** "2026 Norden Vista Hybrid XL", or null before a vehicle is chosen. */
  vehicle: string | null;
  url: string;
}

const htmlEntities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => htmlEntities[sign] ?? sign);

const shownCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The mail as plain text and as HTML of the plainest kind: tables of deals, a button, no picture, nothing to track. */
export function composeResumeMail(locale: Locale, code: string, deals: readonly [MailedDeal, ...MailedDeal[]]) {
  const t = translator(mailMessages, locale);
  const greeting = deals.length > 1 ? t("several") : t("greeting");
  const minutes = t("minutes", { minutes: RESUME_LINK_MINUTES });
  const nameOf = (deal: MailedDeal) =>
    [deal.vehicle, t("dealLine", { number: deal.number })].filter(Boolean).join(", ");
  const text = [
    greeting,
    ...deals.map((deal) => `${nameOf(deal)}\n${deal.url}`),
    t("code", { code: shownCode(code) }),
    minutes,
    t("notYou"),
    deals[0].store,
  ].join("\n\n");
  const rows = deals.map(
    (deal) => `<p style="margin:24px 0 8px;font-weight:600">${escapeHtml(nameOf(deal))}</p>
<p style="margin:0"><a href="${escapeHtml(deal.url)}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#0c6482;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(t("open"))}</a></p>`,
  );
  const html = `<!doctype html>
<html lang="${locale}"><body style="margin:0;padding:24px;background:#f5f7f7;font:16px/24px Inter,system-ui,sans-serif;color:#12191d">
<div style="max-width:480px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e1e6e8;border-radius:14px">
<p style="margin:0;font-weight:600">${escapeHtml(deals[0].store)}</p>
<p style="margin:16px 0 0">${escapeHtml(greeting)}</p>
${rows.join("\n")}
<p style="margin:24px 0 4px;color:#44505a;font-size:14px;line-height:20px">${escapeHtml(t("codeLabel"))}</p>
<p style="margin:0;font-size:24px;line-height:30px;font-weight:600;letter-spacing:2px">${shownCode(code)}</p>
<p style="margin:24px 0 0;color:#5f6b73;font-size:13px;line-height:18px">${escapeHtml(minutes)} ${escapeHtml(t("notYou"))}</p>
</div></body></html>`;
  return { subject: t("subject", { store: deals[0].store }), text, html };
}

async function vehicleNames(stockNumbers: (string | null)[]): Promise<Map<string, string>> {
  const known = stockNumbers.filter((stockNumber) => stockNumber !== null);
  const vehicles = await database().prisma.vehicle.findMany({ where: { stockNumber: { in: known } } });
  return new Map(vehicles.map(({ stockNumber, ...v }) => [stockNumber, `${v.year} ${v.make} ${v.model} ${v.trim}`]));
}

export interface ResumeMail {
  /** The same key is the same mail; a job uses its own id. */
  key: string;
  email: string;
  dealIds: readonly string[];
  askedBySessionId: string | null;
  locale: Locale;
}

/**
 * Makes a link for each deal and mails them; called from jobs. A second call with the same key sends what was composed
 * the first time: making links anew would kill the ones already on their way.
 */
export async function sendResumeMail({ key, email, dealIds, askedBySessionId, locale }: ResumeMail): Promise<void> {
  const { prisma } = database();
  const composed = await prisma.outboxMessage.findUnique({ where: { key } });
  if (composed) {
    const { to, subject, text, html } = composed;
    await sendMail({ key, to, subject, text, ...(html ? { html } : {}) });
    return;
  }
  const deals = await prisma.deal.findMany({
    where: { id: { in: [...dealIds] } },
    include: { rooftop: { select: { name: true } } },
    orderBy: { createdAt: "desc" },
    take: MOST_DEALS_PER_MAIL,
  });
  const vehicles = await vehicleNames(deals.map((deal) => deal.stockNumber));
  const code = newResumeCode();
  const mailed: MailedDeal[] = [];
  for (const deal of deals) {
    const { url } = await createResumeLink({ dealId: deal.id, email, askedBySessionId, code });
    const vehicle = vehicles.get(deal.stockNumber ?? "") ?? null;
    mailed.push({ store: deal.rooftop.name, number: deal.number, vehicle, url });
  }
  const [first, ...others] = mailed;
  if (!first) return;
  await sendMail({ key, to: email.trim(), ...composeResumeMail(locale, code, [first, ...others]) });
}
