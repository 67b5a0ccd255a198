import { assert } from "#machines/assert";
import type { FinanceColumn, MoneyLine } from "#machines/desking/worksheet";
import { wordsIn } from "../words-in";
import type { Paper } from "../paper.server";
import { contractWords } from "./contract-words";
import type { FormInput } from "./form-input";
import { formWords } from "./form-words";
import {
  drawCar,
  drawParties,
  drawSignatures,
  formats,
  keepWithSignatures,
  sheetOf,
  startForm,
  table,
} from "./form-sheet.server";
import { lineName } from "./line-name";

const wordsOf = ({ locale }: FormInput) => wordsIn(contractWords, locale);
/** The notice of 16 CFR 433.2 is printed in at least ten points, bold. */
const HOLDER_NOTICE_SIZE = 10;

/**
 * A retail instalment contract in the federal layout: the disclosures of 12 CFR 1026.18 apart from everything else, the
 * itemisation, then the words. Not a figure is computed here. A store's licensed form takes its place as an overlay.
 */
export async function drawRetailContract(input: FormInput): Promise<Paper> {
  const sheet = sheetOf(input);
  const { finance } = sheet;
  assert(sheet.chosen.ok && finance.ok, "an instalment contract is drawn of terms that work out");
  const t = wordsOf(input);
  const party = wordsIn(formWords, input.locale);
  const paper = await startForm(input, t("title"), t("subtitle"));
  if (input.copyOnly) drawCopyNotice(paper, input);
  drawParties(paper, input, { buyer: party("buyer"), coBuyer: party("coBuyer"), seller: t("seller") });
  drawCar(paper, input);
  paper.space(8);
  paper.paragraph(t("lead"));
  drawFederalBox(paper, finance, input);
  paper.heading(t("itemization"), 60);
  drawLines(paper, input, finance.lines);
  paper.row(t("amountFinanced.title"), formats(input).money(finance.amountFinanced), { bold: true });
  drawWords(paper, input);
  drawSignatures(paper, input, ["buyer", "coBuyer", "store"], t("intent"));
  return paper;
}

/** There is one contract: the copy says that it is none. */
export function drawCopyNotice(paper: Paper, input: FormInput): void {
  const lines = paper.letters.wrap(wordsOf(input)("copy"), paper.width - 16, 8, true);
  const height = 10 + lines.length * 10.5;
  paper.box(paper.left, paper.y, paper.width, height, { shade: true });
  lines.forEach((line, index) =>
    paper.text(line, paper.left + 8, { size: 8, bold: true, at: paper.y + 5.5 + index * 10.5 }),
  );
  paper.space(height + 8);
}

function drawFederalBox(paper: Paper, column: FinanceColumn, input: FormInput): void {
  const t = wordsOf(input);
  const { money, date, rate } = formats(input);
  paper.need(190);
  paper.heading(t("disclosures"));
  const downPayment = { amount: money(column.downPayment) };
  drawDisclosureBoxes(paper, [
    { title: t("apr.title"), gloss: t("apr.gloss"), value: rate(column.aprDisclosed), strong: true },
    {
      title: t("financeCharge.title"),
      gloss: t("financeCharge.gloss"),
      value: money(column.financeCharge),
      strong: true,
    },
    {
      title: t("amountFinanced.title"),
      gloss: t("amountFinanced.gloss"),
      value: money(column.amountFinanced),
      strong: false,
    },
    {
      title: t("totalOfPayments.title"),
      gloss: t("totalOfPayments.gloss"),
      value: money(column.totalOfPayments),
      strong: false,
    },
    {
      title: t("totalSale.title"),
      gloss: t("totalSale.gloss", downPayment),
      value: money(column.totalSalePrice),
      strong: false,
    },
  ]);
  const alike = column.finalPayment === column.payment ? column.numberOfPayments : column.numberOfPayments - 1;
  table(
    paper,
    [1, 1.2, 2.4],
    [
      [t("schedule.number"), t("schedule.amount"), t("schedule.due")],
      [String(alike), money(column.payment), t("schedule.monthly", { date: date(column.firstPaymentDate) })],
      ...(alike < column.numberOfPayments ? [["1", money(column.finalPayment), t("schedule.last")]] : []),
    ],
  );
  paper.paragraph(t("security", { vin: input.view.card.vehicle.vehicle?.vin ?? "" }));
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
  // The plain ones first: a strong edge is not drawn over by its neighbour's.
  const inOrder = boxes.map((box, index) => ({ ...box, index }));
  for (const { strong, index } of inOrder.toSorted((one, other) => Number(one.strong) - Number(other.strong)))
    paper.box(paper.left + index * width, paper.y, width, height, { strong });
  boxes.forEach(({ value, strong }, index) => {
    const x = paper.left + index * width;
    titles[index]?.forEach((line, at) => paper.text(line, x + 5, { size: 8, bold: true, at: paper.y + 5 + at * 10 }));
    glosses[index]?.forEach((line, at) =>
      paper.text(line, x + 5, { size: 7, soft: true, at: paper.y + 8 + titleLines * 10 + at * 9 }),
    );
    // On one foot, whatever their size.
    const size = strong ? 12.5 : 11;
    paper.text(value, x + 5, { size, bold: true, at: paper.y + height - 6.5 - size });
  });
  paper.space(height + 8);
}

/** Lines as the worksheet has them, with what each is made of. */
function drawLines(paper: Paper, input: FormInput, lines: readonly MoneyLine[], depth = 0): void {
  for (const line of lines) {
    const stated = line.basis !== undefined && line.basis.workedOut !== null;
    const amount = formats(input).money(line.amount);
    if (line.lines) paper.need(14 * (1 + Math.min(3, line.lines.length)));
    paper.row(lineName(line, input.locale), amount, { indent: depth * 14, stated });
    if (line.lines) drawLines(paper, input, line.lines, depth + 1);
  }
}

function drawWords(paper: Paper, input: FormInput): void {
  const t = wordsOf(input);
  paper.heading(t("terms"), 40);
  const { region } = input.view.card.store.address;
  for (const words of [t("interest"), t("prepayment"), t("insurance", { region }), t("optional"), t("default")])
    paper.paragraph(words);
  paper.paragraph(t("assignment"));
  paper.paragraph(t("holder"), { bold: true, soft: false, size: HOLDER_NOTICE_SIZE });
  keepWithSignatures(paper, [t("notice")]);
  paper.paragraph(t("notice"), { bold: true, soft: false });
}
