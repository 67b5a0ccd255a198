import { assert } from "#machines/assert";
import { sum } from "#machines/money/cents";
import type { LeaseColumn, Worksheet } from "#machines/desking/worksheet";
import { wordsIn } from "../words-in";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import {
  drawCar,
  drawParties,
  drawSignatures,
  formats,
  keepWithSignatures,
  sheetOf,
  startForm,
} from "./form-sheet.server";
import { leaseWords } from "./lease-words";
import { lineName } from "./line-name";
import { drawCopyNotice, drawDisclosureBoxes } from "./retail-contract.server";

const wordsOf = ({ locale }: FormInput) => wordsIn(leaseWords, locale);

/**
 * A motor vehicle lease in the layout of the federal model form for closed-end leases (12 CFR 1013, appendix A-2): what is
 * due at signing and how it is paid, how the payment is determined, then the other notices. Not a figure is computed here.
 */
export async function drawLeaseAgreement(input: FormInput): Promise<Paper> {
  const sheet = sheetOf(input);
  const { lease } = sheet;
  assert(sheet.chosen.ok && lease.ok, "a lease is drawn of terms that work out");
  const t = wordsOf(input);
  const paper = await startForm(input, t("title"), t("subtitle"));
  if (input.copyOnly) drawCopyNotice(paper, input);
  drawParties(paper, input, { buyer: t("lessee"), coBuyer: t("coLessee"), seller: t("lessor") });
  drawCar(paper, input);
  drawFederalBoxes(paper, lease, input);
  drawDueAtSigning(paper, lease, sheet, input);
  drawPayment(paper, lease, input);
  drawNotices(paper, lease, input);
  drawSignatures(paper, input, ["buyer", "coBuyer", "store"], t("intent"));
  return paper;
}

function drawFederalBoxes(paper: Paper, lease: LeaseColumn, input: FormInput): void {
  const { disposition } = input.view.card.store.leaseFees;
  const t = wordsOf(input);
  const { money } = formats(input);
  paper.heading(t("disclosures"), 90);
  drawDisclosureBoxes(paper, [
    {
      title: t("dueAtSigning.title"),
      gloss: t("dueAtSigning.gloss"),
      value: money(lease.dueAtSigning),
      strong: true,
    },
    {
      title: t("monthly.title"),
      gloss: t("monthly.gloss", { count: lease.numberOfPayments }),
      value: money(lease.payment),
      strong: true,
    },
    { title: t("other.title"), gloss: t("other.gloss"), value: money(disposition), strong: false },
    { title: t("total.title"), gloss: t("total.gloss"), value: money(lease.totalOfPayments), strong: true },
  ]);
}

/** Everything that is credited at signing, and by what it is paid: two columns with one total. */
function drawDueAtSigning(paper: Paper, lease: LeaseColumn, sheet: Worksheet, input: FormInput): void {
  const t = wordsOf(input);
  const { money } = formats(input);
  const paidOnOldLoan = lease.signingLines.filter(({ code }) => code.startsWith("paidNow") || code === "tradeBalance");
  const items = [
    ...lease.signingLines
      .filter((line) => !paidOnOldLoan.includes(line))
      .map((line) => ({ label: lineName(line, input.locale), amount: line.amount })),
    { label: t("rebates"), amount: sheet.rebates },
    ...(sheet.tradeEquity > 0 ? [{ label: t("netTrade"), amount: sheet.tradeEquity }] : []),
  ].filter(({ amount }) => amount !== 0);
  const oldLoan = sum(paidOnOldLoan.map(({ amount }) => amount));
  const paid = [
    { label: t("netTrade"), amount: sheet.tradeEquity > 0 ? sheet.tradeEquity : 0 },
    { label: t("rebates"), amount: sheet.rebates },
    { label: t("inCash"), amount: lease.cashDueAtSigning - oldLoan },
  ];
  // Two columns side by side stand on one page.
  paper.heading(t("itemization"), 40 + Math.max(items.length, paid.length) * 14);
  const top = paper.y;
  const half = paper.left + paper.width / 2;
  paper.text(t("dueColumn"), paper.left, { size: 8, bold: true });
  paper.text(t("paidColumn"), half + 12, { size: 8, bold: true });
  paper.space(14);
  for (const { label, amount } of items) paper.row(label, money(amount), { right: half - 12 });
  paper.row(t("sum"), money(lease.dueAtSigning), { right: half - 12, bold: true });
  const end = paper.y;
  paper.y = top + 14;
  for (const { label, amount } of paid) paper.row(label, money(amount), { left: half + 12 });
  paper.y = end - 14;
  paper.row(t("sum"), money(lease.dueAtSigning), { left: half + 12, bold: true });
  paper.space(4);
  for (const line of paidOnOldLoan) paper.row(t("beside", { line: lineName(line, input.locale) }), money(line.amount));
}

function drawPayment(paper: Paper, lease: LeaseColumn, input: FormInput): void {
  const t = wordsOf(input);
  const { money } = formats(input);
  paper.heading(t("determined"), 160);
  const rows: [string, number, boolean?][] = [
    [t("gross"), lease.grossCapCost],
    [t("reduction"), -lease.capCostReduction],
    [t("adjusted"), lease.adjustedCapCost, true],
    [t("residual"), -lease.residual],
    [t("depreciation"), lease.depreciation, true],
    [t("rent"), lease.rentCharge],
  ];
  for (const [label, amount, bold = false] of rows) {
    const lines = paper.letters.wrap(label, paper.width - 110, 8.5, bold);
    paper.need(lines.length * 11 + 4);
    lines.forEach((line, at) => paper.text(line, paper.left, { size: 8.5, bold, at: paper.y + at * 11 }));
    paper.text(money(amount), paper.right, { bold, align: "right" });
    paper.space(lines.length * 11 + 4);
  }
  paper.row(t("count"), String(lease.numberOfPayments));
  paper.row(t("base"), money(lease.basePayment), { bold: true });
  if (lease.monthlyTax !== 0) paper.row(t("tax"), money(lease.monthlyTax));
  paper.row(t("totalMonthly"), money(lease.payment), { bold: true });
}

function drawNotices(paper: Paper, lease: LeaseColumn, input: FormInput): void {
  const t = wordsOf(input);
  const { money, count } = formats(input);
  const deposit = money(lease.refundableDeposit);
  const disposition = money(input.view.card.store.leaseFees.disposition);
  const sentences = [
    t("early"),
    t("wear", { miles: count(lease.milesPerYear) }),
    t("option", { amount: money(lease.residual) }),
    t("term", { months: lease.termMonths, deposit, disposition }),
    t("rest"),
  ];
  keepWithSignatures(paper, sentences, { heading: true });
  paper.heading(t("terms"));
  for (const words of sentences) paper.paragraph(words);
}
