import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { sendMail } from "#app/platform/mail.server";
import { defaultLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { staffMailMessages } from "./staff-mail-messages";

/** Somebody else has the deal now: whoever had it reads who, and where to look. As it was said, whatever happened since. */
export async function mailReplacedStaff(dealId: string, revision: number, staffId: string): Promise<void> {
  const staff = await database().prisma.staffMember.findUnique({ where: { id: staffId } });
  const before = await readDealStateAt(dealId, revision - 1);
  const after = await readDealStateAt(dealId, revision);
  if (!staff?.active || !before || !after) return;
  const { identity, people, store } = contextOf(after);
  const had = contextOf(before).people;
  const seat = (["salesperson", "salesManager", "fniManager"] as const).find((name) => had[name]?.staffId === staffId);
  const newcomer = seat && people[seat];
  if (!newcomer || newcomer.staffId === staffId) return;
  const t = translator(staffMailMessages, defaultLocale);
  const values = {
    name: newcomer.firstName,
    number: identity.dealNumber,
    customer: [people.customer.firstName, people.customer.lastName].filter(Boolean).join(" ") || t("customer"),
    url: `${env.PUBLIC_URL}/deals/${dealId}`,
  };
  const text = [t("tookOver", values), t("kept"), values.url, store.name].join("\n\n");
  await sendMail({ key: `replaced:${dealId}:${revision}`, to: staff.email, subject: t("subject", values), text });
}
