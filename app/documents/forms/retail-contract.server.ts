import { assert } from "#machines/assert";
import type { FinanceColumn, MoneyLine } from "#machines/desking/worksheet";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import { date, drawCar, drawParties, drawSignatures, money, sheetOf, startForm, table } from "./form-sheet.server";
import { lineName } from "./line-name";

/**
 * A retail instalment contract in the federal layout: the disclosures of 12 CFR 1026.18 apart from everything else, the
 * itemisation, then the words. Not a figure is computed here. A store's licensed form takes its place as an overlay.
 */
export async function drawRetailContract(input: FormInput): Promise<Paper> {
  const sheet = sheetOf(input);
  const { finance } = sheet;
  assert(sheet.chosen.ok && finance.ok, "an instalment contract is drawn of terms that work out");
  const paper = await startForm(input, "Retail installment contract", "Simple finance charge, with security interest");
  if (input.copyOnly) drawCopyNotice(paper);
  drawParties(paper, input, { buyer: "Buyer", seller: "Creditor-seller" });
  drawCar(paper, input);
  paper.space(8);
  paper.paragraph(
    "You, the buyer, and the co-buyer if there is one, may buy the vehicle above for cash or on credit. By signing this contract you choose to buy it on credit under the terms on all its pages. You agree to pay the creditor-seller the amount financed and the finance charge in the payments below.",
  );
  drawFederalBox(paper, finance, input);
  drawItemisation(paper, finance);
  drawWords(paper, input);
  drawSignatures(
    paper,
    input,
    ["buyer", "coBuyer", "store"],
    "I sign the retail installment contract, having read the disclosures and received a filled-in copy.",
  );
  return paper;
}

/** There is one contract: the copy says that it is none. */
export function drawCopyNotice(paper: Paper): void {
  paper.box(paper.left, paper.y, paper.width, 20, { shade: true });
  paper.text(
    "The contract itself is the copy signed in ink. A print or file of this page is a copy and transfers nothing.",
    paper.left + 8,
    { size: 8, bold: true, at: paper.y + 6, width: paper.width - 16 },
  );
  paper.space(28);
}

function drawFederalBox(paper: Paper, column: FinanceColumn, input: FormInput): void {
  paper.need(190);
  paper.heading("Federal Truth-in-Lending disclosures");
  const boxes = [
    {
      title: "ANNUAL PERCENTAGE RATE",
      gloss: "The cost of your credit as a yearly rate.",
      value: `${column.aprDisclosed} %`,
      strong: true,
    },
    {
      title: "FINANCE CHARGE",
      gloss: "The dollar amount the credit will cost you.",
      value: money(column.financeCharge),
      strong: true,
    },
    {
      title: "Amount financed",
      gloss: "The amount of credit provided to you or on your behalf.",
      value: money(column.amountFinanced),
      strong: false,
    },
    {
      title: "Total of payments",
      gloss: "The amount you will have paid after all payments as scheduled.",
      value: money(column.totalOfPayments),
      strong: false,
    },
    {
      title: "Total sale price",
      gloss: `The total cost on credit, including your down payment of ${money(column.downPayment)}.`,
      value: money(column.totalSalePrice),
      strong: false,
    },
  ];
  drawDisclosureBoxes(paper, boxes);
  const alike = column.finalPayment === column.payment ? column.numberOfPayments : column.numberOfPayments - 1;
  table(
    paper,
    [1, 1.2, 2.4],
    [
      ["Number of payments", "Amount of each payment", "When payments are due"],
      [String(alike), money(column.payment), `Monthly, beginning ${date(column.firstPaymentDate)}`],
      ...(alike < column.numberOfPayments
        ? [["1", money(column.finalPayment), "The month after, as the last payment"]]
        : []),
    ],
  );
  const { vehicle } = input.view.card.vehicle;
  paper.paragraph(
    `Security: you give a security interest in the vehicle bought, VIN ${vehicle?.vin ?? ""}. Late charge: if a payment is more than ten days late you may be charged what the law of the state allows, and no more. Prepayment: if you pay off early you will not have to pay a penalty. See the rest of this contract for non-payment, default, any required repayment in full before the scheduled date, and security interests.`,
  );
}

interface DisclosureBox {
  title: string;
  gloss: string;
  value: string;
  /** The two that the law wants more conspicuous than the rest. */
  strong: boolean;
}

/** The federal boxes side by side, the figures on one line whatever stands above them. */
export function drawDisclosureBoxes(paper: Paper, boxes: readonly DisclosureBox[]): void {
  const width = paper.width / boxes.length;
  const glosses = boxes.map(({ gloss }) => paper.letters.wrap(gloss, width - 10, 7));
  const titles = boxes.map(({ title }) => paper.letters.wrap(title, width - 10, 8, true));
  const titleLines = Math.max(...titles.map((lines) => lines.length));
  const height = 12 + titleLines * 10 + Math.max(...glosses.map((lines) => lines.length)) * 9 + 20;
  paper.need(height);
  boxes.forEach(({ value, strong }, index) => {
    const x = paper.left + index * width;
    paper.box(x, paper.y, width, height, { strong });
    titles[index]?.forEach((line, at) => paper.text(line, x + 5, { size: 8, bold: true, at: paper.y + 5 + at * 10 }));
    glosses[index]?.forEach((line, at) =>
      paper.text(line, x + 5, { size: 7, soft: true, at: paper.y + 8 + titleLines * 10 + at * 9 }),
    );
    paper.text(value, x + 5, { size: strong ? 12.5 : 11, bold: true, at: paper.y + height - 19 });
  });
  paper.space(height + 8);
}

function drawItemisation(paper: Paper, { lines, amountFinanced }: FinanceColumn): void {
  paper.heading("Itemization of the amount financed", 60);
  drawLines(paper, lines);
  paper.row("Amount financed", money(amountFinanced), { bold: true });
}

/** Lines as the worksheet has them, with what each is made of. */
export function drawLines(paper: Paper, lines: readonly MoneyLine[], depth = 0): void {
  for (const line of lines) {
    const stated = line.basis !== undefined && line.basis.workedOut !== null;
    paper.row(lineName(line), money(line.amount), { indent: depth * 14, stated });
    if (line.lines) drawLines(paper, line.lines, depth + 1);
  }
}

function drawWords(paper: Paper, input: FormInput): void {
  paper.heading("Terms", 40);
  const insurance = input.view.card.store.address.region;
  for (const words of [
    "How interest is counted: the finance charge is figured on the unpaid amount financed for each day it is unpaid. Paying early lowers it, paying late raises it. The figures above assume that every payment is made on its day.",
    "Prepayment: you may pay all or part of what you owe at any time and get back no less than the law requires of the unearned part.",
    `Insurance: you keep the vehicle insured against loss and damage for as long as you owe on it. You choose the insurer, licensed in ${insurance}. Physical damage insurance may be bought from anybody acceptable to the creditor.`,
    "Optional products: no service contract, debt cancellation or other product in the itemization is required to obtain credit, and each may be cancelled as its own contract says.",
    "Default: if you do not pay on time or break a promise of this contract, the creditor may, after the notices the law requires, demand all that you owe and take the vehicle back by lawful and peaceful means.",
    "Assignment: the creditor-seller may assign this contract. NOTICE: ANY HOLDER OF THIS CONSUMER CREDIT CONTRACT IS SUBJECT TO ALL CLAIMS AND DEFENSES WHICH THE DEBTOR COULD ASSERT AGAINST THE SELLER OF GOODS OR SERVICES OBTAINED PURSUANT HERETO OR WITH THE PROCEEDS HEREOF. RECOVERY HEREUNDER BY THE DEBTOR SHALL NOT EXCEED AMOUNTS PAID BY THE DEBTOR HEREUNDER.",
  ])
    paper.paragraph(words);
  paper.need(150);
  paper.paragraph(
    "NOTICE TO THE BUYER: Do not sign this contract before you read it or if it contains blank spaces. You are entitled to an exact copy of the contract you sign. Keep it to protect your legal rights.",
    { bold: true, soft: false },
  );
}
