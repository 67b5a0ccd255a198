import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { env } from "#app/platform/env.server";
import { sendMail } from "#app/platform/mail.server";
import { formatDateTime, formatMoney } from "#app/ui/format";
import { translator } from "#app/ui/translator";
import { addressee } from "./deal-mail.server";
import { depositMailMessages } from "./deposit-mail-messages";

/** A day before the hold of the car runs out. */
export async function mailHoldEnding(dealId: string): Promise<void> {
  const to = await addressee(dealId);
  const state = to && (await readDealState(dealId));
  if (!to || !state) return;
  const { store, deposit, vehicle } = contextOf(state);
  if (deposit.status !== "held" || !deposit.holdUntil || !vehicle.vehicle) return;
  const { year, make, model } = vehicle.vehicle;
  const t = translator(depositMailMessages, to.locale);
  const values = {
    store: store.name,
    car: `${year} ${make} ${model}`,
    until: formatDateTime(deposit.holdUntil, to.locale, store.timeZone, "weekday"),
    url: `${env.PUBLIC_URL}/resume`,
  };
  const text = [t("endingText", values), t("endingNext", values), store.name].join("\n\n");
  const key = `hold-ending:${dealId}:${deposit.attempt}`;
  await sendMail({ key, to: to.email, subject: t("endingSubject", values), text });
}

/** The store let a deposit go without being asked: nobody should find that out by themselves. */
export async function mailDepositReleased(dealId: string, revision: number): Promise<void> {
  const to = await addressee(dealId);
  const state = to && (await readDealState(dealId));
  if (!to || !state) return;
  const { store, deposit } = contextOf(state);
  if (deposit.amount === null) return;
  const t = translator(depositMailMessages, to.locale);
  const values = {
    store: store.name,
    amount: formatMoney(deposit.amount, to.locale),
    reason: deposit.releaseReason ?? "dealClosed",
    url: `${env.PUBLIC_URL}/resume`,
  };
  const text = [t("releasedText", values), t("releasedNext", values), store.name].join("\n\n");
  const key = `deposit-released:${dealId}:${revision}`;
  await sendMail({ key, to: to.email, subject: t("releasedSubject", values), text });
}
