import { assert } from "#machines/assert";
import { sum } from "#machines/money/cents";
import type { LeaseColumn, Worksheet } from "#machines/desking/worksheet";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import { count, drawCar, drawParties, drawSignatures, money, sheetOf, startForm } from "./form-sheet.server";
import { lineName } from "./line-name";
import { drawCopyNotice, drawDisclosureBoxes } from "./retail-contract.server";

/**
 * A motor vehicle lease in the layout of the federal model form for closed-end leases (12 CFR 1013, appendix A-2): what is
 * due at signing and how it is paid, how the payment is determined, then the other notices. Not a figure is computed here.
 */
export async function drawLeaseAgreement(input: FormInput): Promise<Paper> {
  const sheet = sheetOf(input);
  const { lease } = sheet;
  assert(sheet.chosen.ok && lease.ok, "a lease is drawn of terms that work out");
  const paper = await startForm(input, "Motor vehicle lease", "Federal consumer leasing act disclosures");
  if (input.copyOnly) drawCopyNotice(paper);
  drawParties(paper, input, { buyer: "Lessee", seller: "Lessor" });
  drawCar(paper, input);
  drawFederalBoxes(paper, lease, input);
  drawDueAtSigning(paper, lease, sheet);
  drawPayment(paper, lease);
  drawNotices(paper, lease, input);
  drawSignatures(
    paper,
    input,
    ["buyer", "coBuyer", "store"],
    "I sign the motor vehicle lease, having read the disclosures and received a filled-in copy.",
  );
  return paper;
}

function drawFederalBoxes(paper: Paper, lease: LeaseColumn, { view }: FormInput): void {
  const { disposition } = view.card.store.leaseFees;
  paper.heading("Federal Consumer Leasing Act disclosures", 90);
  drawDisclosureBoxes(paper, [
    {
      title: "Amount due at lease signing or delivery",
      gloss: "Itemized below.",
      value: money(lease.dueAtSigning),
      strong: true,
    },
    {
      title: "Monthly payments",
      gloss: `${lease.numberOfPayments} payments, the first due at signing, then one each month.`,
      value: money(lease.payment),
      strong: true,
    },
    {
      title: "Other charges, not part of the payment",
      gloss: "Disposition fee, if you do not buy the vehicle.",
      value: money(disposition),
      strong: false,
    },
    {
      title: "Total of payments",
      gloss: "The amount you will have paid by the end of the lease.",
      value: money(lease.totalOfPayments),
      strong: true,
    },
  ]);
}

/** Everything that is credited at signing, and by what it is paid: two columns with one total. */
function drawDueAtSigning(paper: Paper, lease: LeaseColumn, sheet: Worksheet): void {
  const paidOnOldLoan = lease.signingLines.filter(({ code }) => code.startsWith("paidNow") || code === "tradeBalance");
  const items = [
    ...lease.signingLines
      .filter((line) => !paidOnOldLoan.includes(line))
      .map((line) => ({ label: lineName(line), amount: line.amount })),
    { label: "Rebates and noncash credits", amount: sheet.rebates },
    ...(sheet.tradeEquity > 0 ? [{ label: "Net trade-in allowance", amount: sheet.tradeEquity }] : []),
  ].filter(({ amount }) => amount !== 0);
  const oldLoan = sum(paidOnOldLoan.map(({ amount }) => amount));
  const paid = [
    { label: "Net trade-in allowance", amount: sheet.tradeEquity > 0 ? sheet.tradeEquity : 0 },
    { label: "Rebates and noncash credits", amount: sheet.rebates },
    { label: "Amount to be paid in cash", amount: lease.cashDueAtSigning - oldLoan },
  ];
  paper.heading("Itemization of the amount due at lease signing or delivery", 70);
  const top = paper.y;
  const half = paper.left + paper.width / 2;
  paper.text("Amount due at signing", paper.left, { size: 8, bold: true });
  paper.text("How it will be paid", half + 12, { size: 8, bold: true });
  paper.space(14);
  for (const { label, amount } of items) paper.row(label, money(amount), { right: half - 12 });
  paper.row("Total", money(lease.dueAtSigning), { right: half - 12, bold: true });
  const end = paper.y;
  paper.y = top + 14;
  for (const { label, amount } of paid) paper.row(label, money(amount), { left: half + 12 });
  paper.y = end - 14;
  paper.row("Total", money(lease.dueAtSigning), { left: half + 12, bold: true });
  paper.space(4);
  for (const line of paidOnOldLoan) paper.row(`Beside the lease: ${lineName(line)}`, money(line.amount));
}

function drawPayment(paper: Paper, lease: LeaseColumn): void {
  paper.heading("Your monthly payment is determined as shown below", 160);
  const rows: [string, number, boolean?][] = [
    [
      "Gross capitalized cost: the agreed value of the vehicle and what you pay over the term for fees, products and any prior balance",
      lease.grossCapCost,
    ],
    [
      "Capitalized cost reduction: trade-in allowance, rebate, noncash credit or cash that you pay that reduces it",
      -lease.capCostReduction,
    ],
    [
      "Adjusted capitalized cost: the amount used in calculating your base monthly payment",
      lease.adjustedCapCost,
      true,
    ],
    [
      "Residual value: the value of the vehicle at the end of the lease used in calculating your base monthly payment",
      -lease.residual,
    ],
    [
      "Depreciation and any amortized amounts: charged for the vehicle’s decline in value through normal use",
      lease.depreciation,
      true,
    ],
    ["Rent charge: charged in addition to the depreciation and any amortized amounts", lease.rentCharge],
  ];
  for (const [label, amount, bold = false] of rows) {
    const lines = paper.letters.wrap(label, paper.width - 110, 8.5, bold);
    paper.need(lines.length * 11 + 4);
    lines.forEach((line, at) => paper.text(line, paper.left, { size: 8.5, bold, at: paper.y + at * 11 }));
    paper.text(money(amount), paper.right, { bold, align: "right" });
    paper.space(lines.length * 11 + 4);
  }
  paper.row("Lease payments: the number of payments in your lease", String(lease.numberOfPayments));
  paper.row("Base monthly payment", money(lease.basePayment), { bold: true });
  if (lease.monthlyTax !== 0) paper.row("Monthly sales or use tax", money(lease.monthlyTax));
  paper.row("Total monthly payment", money(lease.payment), { bold: true });
}

function drawNotices(paper: Paper, lease: LeaseColumn, { view }: FormInput): void {
  paper.heading("Other important terms", 40);
  for (const words of [
    "Early termination: you may have to pay a substantial charge if you end this lease early. The charge may be up to several thousand dollars. The actual charge will depend on when the lease is terminated. The earlier you end the lease, the greater this charge is likely to be.",
    `Excessive wear and use: you may be charged for excessive wear based on our standards for normal use, and for mileage in excess of ${count(lease.milesPerYear)} miles a year at the rate of the lessor’s schedule.`,
    `Purchase option at the end of the lease term: you have an option to buy the vehicle as it is at its end for ${money(lease.residual)}, taxes and official fees apart.`,
    `Term: ${lease.termMonths} months. Refundable security deposit: ${money(lease.refundableDeposit)}. Disposition fee at its end, if you do not buy the vehicle: ${money(view.card.store.leaseFees.disposition)}.`,
    "Other terms: see your lease documents for early termination, purchase options and maintenance responsibilities, warranties, late and default charges, insurance, and any security interest, if applicable.",
  ])
    paper.paragraph(words);
}
