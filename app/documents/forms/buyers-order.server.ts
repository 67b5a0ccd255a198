import { describedTrades, payoffDay } from "#machines/deal/deal-trades";
import type { DealView } from "#machines/deal/deal-view";
import { isLeftOut } from "#machines/deal/deal-worksheet";
import { taxRuleOf } from "#machines/deal/tax-inputs";
import type { MoneyLine, Worksheet } from "#machines/desking/worksheet";
import { payoffOn } from "#machines/stages/trade-payoff";
import { wordsIn } from "../words-in";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import {
  cells,
  drawCar,
  drawParties,
  drawSignatures,
  formats,
  keepWithSignatures,
  sheetOf,
  startForm,
} from "./form-sheet.server";
import { lineName } from "./line-name";
import { orderWords } from "./order-words";
import { drawTaxBasis } from "./tax-basis.server";

/** The rule that the taxes were worked by, as a footer names it. */
function ruleName(card: DealView["card"]): string {
  const { id, jurisdiction, name, version } = taxRuleOf(card);
  return id === card.store.tax.id ? `${name} ${version}` : `${jurisdiction}, ${name} ${version}`;
}

const wordsOf = ({ locale }: Pick<FormInput, "locale">) => wordsIn(orderWords, locale);

/**
 * The buyer's order: the agreement on price and terms, drawn from the customer's own card and the one worksheet.
 * Not a figure is computed here. A deal that is not frozen is drawn as a draft.
 */
export async function drawBuyersOrder(input: FormInput): Promise<Paper> {
  const { view } = input;
  const sheet = sheetOf(input);
  const t = wordsOf(input);
  const numbers = t("numbers", { core: sheet.coreVersion, rule: ruleName(view.card) });
  const paper = await startForm(input, t("title"), t("subtitle"), numbers);
  drawParties(paper, input);
  drawPeople(paper, input);
  drawCar(paper, input);
  drawTrades(paper, input);
  paper.heading(t("costs"), 60);
  drawLines(paper, input, sheet.summaryLines);
  drawTerms(paper, input, sheet);
  drawTaxBasis(paper, input, sheet);
  drawClosing(paper, input, sheet);
  drawSignatures(paper, input, ["buyer", "coBuyer", "store"], t("intent"));
  return paper;
}

function drawPeople(paper: Paper, input: FormInput): void {
  const { customer, salesperson, fniManager } = input.view.card.people;
  const { vehicle } = input.view.card.vehicle;
  const t = wordsOf(input);
  cells(paper, [
    { label: t("contact"), value: [customer.email, customer.phone].filter(Boolean).join(" · "), share: 2.6 },
    { label: t("salesperson"), value: salesperson?.firstName ?? "" },
    { label: t("fniManager"), value: fniManager?.firstName ?? "", share: 1.2 },
    { label: t("stock"), value: vehicle?.stockNumber ?? "" },
  ]);
}

/** Each car that comes in, with what closes its old loan on the day it is paid off. */
function drawTrades(paper: Paper, input: FormInput): void {
  const { card, kept } = input.view;
  const t = wordsOf(input);
  const { money, date, count } = formats(input);
  const cars = kept.trade === "complete" ? describedTrades(card) : [];
  const day = payoffDay(card, !isLeftOut(kept.delivery));
  for (const { trade } of cars) {
    const { description, ownership, lien } = trade;
    if (!description) continue;
    const { year, make, model, trim, vin } = description;
    const miles = trade.verification?.odometer ?? description.mileage;
    cells(paper, [
      { label: t("trade"), value: `${year} ${make} ${model} ${trim}`.trim(), share: 2.2, bold: true },
      { label: "VIN", value: vin ?? t("tradeVin"), share: 1.6 },
      { label: t("ownership"), value: ownership ? t(ownership) : "", share: 0.8 },
      { label: t("tradeOdometer"), value: count(miles), align: "right" },
    ]);
    if (!lien) continue;
    const { amount, daysOver } = payoffOn(lien, day);
    cells(paper, [
      { label: t("owedTo"), value: lien.lender, share: 3 },
      { label: t("payoff"), value: money(amount), align: "right" },
      { label: t("goodThrough"), value: date(daysOver > 0 ? day : lien.payoffGoodThrough), share: 1.2 },
    ]);
  }
}

function drawLines(paper: Paper, input: FormInput, lines: readonly MoneyLine[], depth = 0): void {
  const { money } = formats(input);
  for (const line of lines) {
    const stated = line.basis !== undefined && line.basis.workedOut !== null;
    const bold = depth === 0 && isResult(line.code);
    // A sum is not parted from the first of what it is made of.
    if (line.lines && line.code !== "amountFinanced") paper.need(14 * (1 + Math.min(3, line.lines.length)));
    paper.row(lineName(line, input.locale), money(line.amount), { indent: depth * 14, bold, stated });
    if (line.lines && line.code !== "amountFinanced") drawLines(paper, input, line.lines, depth + 1);
  }
}

const results = new Set(["outTheDoor", "amountFinanced", "adjustedCapCost", "dueAtDelivery", "cashDueAtSigning"]);
const isResult = (code: string) => results.has(code);

/** Terms are read together: they never part over a page. */
const TERMS_HEIGHT = 8 * 14;

function drawTerms(paper: Paper, input: FormInput, { chosen }: Worksheet): void {
  if (!chosen.ok || chosen.method === "cash") return;
  const t = wordsOf(input);
  const { money, date, count, rate } = formats(input);
  paper.heading(t(chosen.method === "finance" ? "paymentTerms" : "leaseTerms"), TERMS_HEIGHT);
  if (chosen.method === "finance") {
    paper.row(t("apr"), rate(chosen.aprDisclosed));
    paper.row(t("financeCharge"), money(chosen.financeCharge));
    paper.row(t("amountFinanced"), money(chosen.amountFinanced));
    paper.row(t("totalOfPayments"), money(chosen.totalOfPayments));
    paper.row(t("totalSale"), money(chosen.totalSalePrice));
    const differs = chosen.finalPayment !== chosen.payment;
    const alike = differs ? chosen.numberOfPayments - 1 : chosen.numberOfPayments;
    paper.row(t("payments", { count: alike }), money(chosen.payment), { bold: true });
    if (differs) paper.row(t("lastPayment"), money(chosen.finalPayment), { bold: true });
    paper.row(t("firstDue"), date(chosen.firstPaymentDate));
    return;
  }
  paper.row(t("payments", { count: chosen.numberOfPayments }), money(chosen.payment), { bold: true });
  paper.row(t("basePayment"), money(chosen.basePayment), { indent: 14 });
  paper.row(t("monthlyTax"), money(chosen.monthlyTax), { indent: 14 });
  paper.row(t("residual"), money(chosen.residual));
  paper.row(t("rentCharge"), money(chosen.rentCharge));
  paper.row(t("milesPerYear"), count(chosen.milesPerYear));
  paper.row(t("dueAtSigning"), money(chosen.dueAtSigning));
  paper.row(t("totalOfPayments"), money(chosen.totalOfPayments));
  paper.row(t("disposition"), money(input.view.card.store.leaseFees.disposition));
}

function drawClosing(paper: Paper, input: FormInput, { productLines }: Worksheet): void {
  const { deposit, delivery } = input.view.card;
  const t = wordsOf(input);
  const isOptional = productLines.some(({ code }) => code !== "product.homeDelivery");
  const sentences = [...(isOptional ? [t("optional")] : []), t("binding")];
  paper.heading(t("closing"), 28);
  const held = deposit.status === "held" && deposit.amount !== null;
  paper.row(t("deposit"), held ? formats(input).money(deposit.amount ?? 0) : t("none"));
  paper.row(t("delivery"), t(`method.${delivery.method ?? "open"}`));
  paper.space(6);
  keepWithSignatures(paper, sentences);
  for (const words of sentences) paper.paragraph(words);
}
