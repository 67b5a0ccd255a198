import { assert } from "#machines/assert";
import { wordsIn } from "../words-in";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import {
  cells,
  drawCar,
  drawParties,
  drawSignatures,
  formats,
  sheetOf,
  startForm,
  table,
  tick,
} from "./form-sheet.server";
import { receiptWords } from "./receipt-words";

const wordsOf = ({ locale }: FormInput) => wordsIn(receiptWords, locale);

/** What the store still owes, or that it owes nothing: signed either way, so that nobody remembers it differently. */
export async function drawDueBill(input: FormInput): Promise<Paper> {
  const t = wordsOf(input);
  const paper = await startForm(input, t("due.title"), t("due.subtitle"));
  drawParties(paper, input);
  drawCar(paper, input);
  paper.space(10);
  const owed = input.owed.map(({ what, by, due }) => [what, by, formats(input).date(due)]);
  if (owed.length === 0) paper.paragraph(t("due.nothing"), { size: 10, soft: false, bold: true });
  else table(paper, [3, 1.4, 1.2], [[t("due.what"), t("due.who"), t("due.by")], ...owed]);
  paper.paragraph(t("due.all"), { size: 9, soft: false });
  drawSignatures(paper, input, ["buyer", "store"], { buyer: t("due.buyer"), store: t("due.store"), coBuyer: "" });
  return paper;
}

const handedOver = ["keys", "manual", "plates", "controls", "looked", "copies"] as const;

/** The car changes hands: what was handed over, where, and when. */
export async function drawDeliveryReceipt(input: FormInput): Promise<Paper> {
  const { delivery, store } = input.view.card;
  const t = wordsOf(input);
  const paper = await startForm(input, t("delivery.title"), t("delivery.subtitle"));
  drawParties(paper, input);
  drawCar(paper, input);
  const { slot, method, address } = delivery;
  const where =
    method === "home" && address
      ? `${address.street}, ${address.city}, ${address.region} ${address.postcode}`
      : t("delivery.atStore");
  const when = slot ? formats(input).time(slot.startsAt, store.timeZone) : t("delivery.toAgree");
  cells(paper, [
    { label: t("delivery.where"), value: where, share: 2 },
    { label: t("delivery.when"), value: when, share: 1.4 },
    { label: t("delivery.odometer"), value: "", share: 1.2 },
  ]);
  paper.heading(t("delivery.heading"), 110);
  for (const thing of handedOver) tick(paper, false, t(`delivery.${thing}`));
  paper.space(6);
  paper.paragraph(t("delivery.amiss"), { size: 9, soft: false });
  for (let line = 0; line < 3; line++) {
    paper.need(20);
    paper.space(16);
    paper.rule();
  }
  paper.space(10);
  paper.paragraph(t("delivery.received"), { size: 9, soft: false });
  const intents = { buyer: t("delivery.buyer"), store: t("delivery.store"), coBuyer: "" };
  drawSignatures(paper, input, ["buyer", "store"], intents);
  return paper;
}

/** Prescribed where the store sells in Virginia (Code of Virginia 46.2-1530), bold and of ten points. */
const VIRGINIA =
  "IF YOU ARE FINANCING THIS VEHICLE, PLEASE READ THIS NOTICE: YOU ARE PROPOSING TO ENTER INTO A RETAIL INSTALLMENT SALES CONTRACT WITH THE DEALER. PART OF YOUR CONTRACT INVOLVES FINANCING THE PURCHASE OF YOUR VEHICLE. IF YOU ARE FINANCING THIS VEHICLE AND THE DEALER INTENDS TO TRANSFER YOUR FINANCING TO A FINANCE PROVIDER SUCH AS A BANK, CREDIT UNION OR OTHER LENDER, YOUR VEHICLE PURCHASE DEPENDS ON THE FINANCE PROVIDER’S APPROVAL OF YOUR PROPOSED RETAIL INSTALLMENT SALES CONTRACT. IF YOUR RETAIL INSTALLMENT SALES CONTRACT IS APPROVED WITHOUT A CHANGE THAT INCREASES THE COST OR RISK TO YOU OR THE DEALER, YOUR PURCHASE CANNOT BE CANCELLED. IF YOUR RETAIL INSTALLMENT SALES CONTRACT IS NOT APPROVED, THE DEALER WILL NOTIFY YOU VERBALLY OR IN WRITING. YOU CAN THEN DECIDE TO PAY FOR THE VEHICLE IN SOME OTHER WAY OR YOU OR THE DEALER CAN CANCEL YOUR PURCHASE.";

/** The car leaves before a lender has bought the contract: what happens if none does. */
export async function drawConditionalDelivery(input: FormInput): Promise<Paper> {
  const { conditional } = input;
  assert(conditional, "a conditional delivery has its terms");
  const { chosen } = sheetOf(input);
  const { store } = input.view.card;
  const t = wordsOf(input);
  const { money, date, rate } = formats(input);
  const deadline = date(conditional.deadline);
  const paper = await startForm(input, t("conditional.title"), t("conditional.subtitle"));
  drawParties(paper, input);
  drawCar(paper, input);
  if (chosen.ok && chosen.method === "finance")
    cells(paper, [
      { label: t("conditional.amountFinanced"), value: money(chosen.amountFinanced), align: "right" },
      { label: t("conditional.apr"), value: rate(chosen.aprDisclosed), align: "right" },
      { label: t("conditional.payment"), value: money(chosen.payment), align: "right" },
      { label: t("conditional.lender"), value: conditional.lender ?? t("conditional.notNamed") },
      { label: t("conditional.answerBy"), value: deadline, bold: true },
    ]);
  paper.space(10);
  if (store.address.region === "VA") paper.paragraph(VIRGINIA, { size: 10, soft: false, bold: true });
  for (const words of [
    t("conditional.takes", { deadline }),
    t("conditional.none", { store: store.name }),
    t("conditional.returns"),
    t("conditional.noCharge"),
  ])
    paper.paragraph(words, { size: 9, soft: false });
  drawSignatures(paper, input, ["buyer", "coBuyer", "store"], t("conditional.intent"));
  return paper;
}
