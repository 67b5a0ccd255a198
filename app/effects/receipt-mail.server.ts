import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { env } from "#app/platform/env.server";
import { sendMail } from "#app/platform/mail.server";
import { receiptNumber } from "#app/till/draw-receipt.server";
import { keepReceipts } from "#app/till/keep-receipts.server";
import { moneyPapers } from "#app/till/money-papers.server";
import { receiptMessages } from "#app/till/receipt-messages";
import { formatMoney } from "#app/ui/format";
import { translator } from "#app/ui/translator";
import { addressee } from "./deal-mail.server";

/** Money moved: its paper goes into the jacket, and a mail about each one to whoever gave an address. */
export async function tellReceipts(dealId: string): Promise<void> {
  await keepReceipts(dealId);
  const to = await addressee(dealId);
  const state = to && (await readDealState(dealId));
  if (!to || !state) return;
  const deal = contextOf(state);
  const t = translator(receiptMessages, to.locale);
  for (const paper of await moneyPapers(dealId)) {
    // What the store let go by itself has a mail of its own, which says why.
    if (paper.way === "letGo") continue;
    const values = {
      store: deal.store.name,
      number: receiptNumber(deal, paper),
      amount: formatMoney(paper.amount, to.locale),
      url: `${env.PUBLIC_URL}/resume`,
    };
    const said = t(paper.kind === "refundReceipt" ? "mail.went" : "mail.came", values);
    await sendMail({
      key: `receipt:${dealId}:${paper.kind}:${paper.about}`,
      to: to.email,
      subject: t("mail.subject", values),
      text: [said, t("mail.where", values), deal.store.name].join("\n\n"),
    });
  }
}
