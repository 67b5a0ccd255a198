import { describedTrades, payoffDay } from "#machines/deal/deal-trades";
import type { DealView } from "#machines/deal/deal-view";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet, isLeftOut } from "#machines/deal/deal-worksheet";
import type { MoneyLine, Worksheet } from "#machines/desking/worksheet";
import { taxRuleOf } from "#machines/deal/tax-inputs";
import { payoffOn } from "#machines/stages/trade-payoff";
import { assert } from "#machines/assert";
import { formatDate, formatMoney, formatNumber } from "#app/ui/format";
import { Paper } from "../paper.server";
import { lineName } from "./line-name";
import { drawTaxBasis } from "./tax-basis.server";

/** The rule that the taxes were worked by, as a footer names it. */
function ruleName(card: DealView["card"]): string {
  const { id, jurisdiction, name, version } = taxRuleOf(card);
  return id === card.store.tax.id ? `${name} ${version}` : `${jurisdiction}, ${name} ${version}`;
}

const money = (cents: number) => formatMoney(cents, "en").replaceAll("\u00a0", " ");
const date = (iso: string) => formatDate(iso, "en", "UTC", "long").replaceAll("\u00a0", " ");

/**
 * The buyer's order: the agreement on price and terms, drawn from the customer's own card and the one worksheet.
 * Not a figure is computed here. A deal that is not frozen is drawn as a draft.
 */
export async function drawBuyersOrderForm(view: DealView, drawnAt: Date): Promise<Uint8Array> {
  return (await drawBuyersOrderPaper(view, drawnAt, null)).finish();
}

export async function drawBuyersOrderPaper(view: DealView, drawnAt: Date, coBuyer: string | null): Promise<Paper> {
  const { card, life } = view;
  const sheet = dealWorksheet(numbersFrom(view));
  assert(sheet, "a buyer's order is about a vehicle");
  const frozen = life !== "open" && life !== "lost";
  const revision = card.life.contractingRevision;
  const paper = await Paper.create({
    title: `Buyer's order ${card.identity.dealNumber}`,
    author: card.store.name,
    date: drawnAt,
    footer: `${card.store.name} · ${card.identity.dealNumber} · ${frozen ? `contracting revision ${revision}` : "draft, not an offer"} · numbers by core ${sheet.coreVersion}, ${ruleName(card)}`,
    watermark: frozen ? null : "DRAFT",
  });
  drawHead(paper, view, frozen);
  drawParties(paper, view);
  drawVehicles(paper, view);
  drawFigures(paper, sheet);
  drawTerms(paper, sheet, view);
  drawTaxBasis(paper, view, sheet);
  drawClosing(paper, view, sheet);
  drawSigners(paper, view, coBuyer);
  return paper;
}

function drawHead(paper: Paper, { card }: DealView, frozen: boolean): void {
  const { store, identity, life } = card;
  paper.text("Buyer’s order", paper.left, { size: 18, bold: true });
  paper.text(store.name, paper.right, { size: 11, bold: true, align: "right" });
  paper.space(22);
  paper.text(`Deal ${identity.dealNumber}, dated ${date(identity.contractDate)}`, paper.left, { soft: true });
  paper.text(
    `${store.address.street}, ${store.address.city}, ${store.address.region} ${store.address.postcode}`,
    paper.right,
    {
      soft: true,
      align: "right",
    },
  );
  paper.space(13);
  paper.text(
    frozen ? `Contracting revision ${life.contractingRevision}` : "Draft: the deal is still open",
    paper.left,
    {
      soft: true,
      meta: true,
    },
  );
  paper.text(`${store.phone} · ${store.email}`, paper.right, { soft: true, align: "right" });
  paper.space(14);
}

function drawParties(paper: Paper, { card }: DealView): void {
  const { customer, salesperson, fniManager } = card.people;
  paper.heading("Buyer");
  const name = `${customer.firstName} ${customer.lastName}`.trim() || "Not named yet";
  paper.text(name, paper.left, { bold: true, width: 280 });
  paper.text(salesperson ? `Salesperson: ${salesperson.firstName}` : "", 340);
  paper.space(13);
  const place = [customer.street, customer.city, `${customer.region} ${customer.postcode}`.trim()].filter(Boolean);
  paper.text(place.join(", "), paper.left, { width: 280 });
  paper.text(fniManager ? `Finance manager: ${fniManager.firstName}` : "", 340);
  paper.space(13);
  paper.text([customer.email, customer.phone].filter(Boolean).join(" · "), paper.left, { width: 516 });
  paper.space(12);
}

function drawVehicles(paper: Paper, { card, kept }: DealView): void {
  const { vehicle } = card.vehicle;
  assert(vehicle, "a buyer's order is about a vehicle");
  paper.heading("Vehicle");
  paper.text(`${vehicle.year} ${vehicle.make} ${vehicle.model} ${vehicle.trim}`, paper.left, { bold: true });
  paper.text(`VIN ${vehicle.vin}`, 340);
  paper.space(13);
  const kind = { new: "New", certified: "Certified pre-owned", used: "Used" }[vehicle.condition];
  paper.text(`${kind}, ${formatNumber(vehicle.mileage, "en")} miles`, paper.left);
  paper.text(`Stock number ${vehicle.stockNumber}`, 340);
  paper.space(12);
  drawTrades(paper, { card, kept });
}

/** Each car that comes in, with what closes its old loan on the day it is paid off. */
function drawTrades(paper: Paper, { card, kept }: Pick<DealView, "card" | "kept">): void {
  const cars = kept.trade === "complete" ? describedTrades(card) : [];
  const day = payoffDay(card, !isLeftOut(kept.delivery));
  for (const { trade } of cars) {
    const { description, ownership, lien } = trade;
    if (!description) continue;
    paper.heading("Trade-in");
    paper.text(`${description.year} ${description.make} ${description.model} ${description.trim}`.trim(), paper.left, {
      bold: true,
    });
    paper.text(description.vin ? `VIN ${description.vin}` : "VIN to be recorded at inspection", 340);
    paper.space(13);
    const miles = trade.verification?.odometer ?? description.mileage;
    paper.text(`${formatNumber(miles, "en")} miles, ${ownership ?? ""}`, paper.left);
    if (lien) {
      const { amount, daysOver } = payoffOn(lien, day);
      const until = daysOver > 0 ? day : lien.payoffGoodThrough;
      paper.space(13);
      paper.text(`${lien.lender}: ${money(amount)}, good through ${date(until)}`, paper.left, { width: 516 });
    }
    paper.space(12);
  }
}

function drawLines(paper: Paper, lines: readonly MoneyLine[], depth = 0): void {
  for (const line of lines) {
    const stated = line.basis !== undefined && line.basis.workedOut !== null;
    const bold = depth === 0 && isResult(line.code);
    paper.row(lineName(line), money(line.amount), { indent: depth * 14, bold, stated });
    if (line.lines && line.code !== "amountFinanced") drawLines(paper, line.lines, depth + 1);
  }
}

const results = new Set(["outTheDoor", "amountFinanced", "adjustedCapCost", "dueAtDelivery", "cashDueAtSigning"]);
const isResult = (code: string) => results.has(code);

function drawFigures(paper: Paper, sheet: Worksheet): void {
  paper.heading("What it costs");
  drawLines(paper, sheet.summaryLines);
}

function drawTerms(paper: Paper, { chosen }: Worksheet, { card }: DealView): void {
  if (!chosen.ok || chosen.method === "cash") return;
  paper.heading(chosen.method === "finance" ? "Terms of payment" : "Terms of the lease");
  if (chosen.method === "finance") {
    paper.row("Annual percentage rate (the cost of credit as a yearly rate)", `${chosen.aprDisclosed} %`);
    paper.row("Finance charge (what the credit costs)", money(chosen.financeCharge));
    paper.row("Amount financed (what is borrowed)", money(chosen.amountFinanced));
    paper.row("Total of payments", money(chosen.totalOfPayments));
    paper.row("Total sale price", money(chosen.totalSalePrice));
    const differs = chosen.finalPayment !== chosen.payment;
    const alike = differs ? chosen.numberOfPayments - 1 : chosen.numberOfPayments;
    paper.row(`${alike} monthly payments of`, money(chosen.payment), { bold: true });
    if (differs) paper.row("and a last payment of", money(chosen.finalPayment), { bold: true });
    paper.row("First payment due", date(chosen.firstPaymentDate));
    return;
  }
  paper.row(`${chosen.numberOfPayments} monthly payments of`, money(chosen.payment), { bold: true });
  paper.row("Base payment", money(chosen.basePayment), { indent: 14 });
  paper.row("Monthly tax", money(chosen.monthlyTax), { indent: 14 });
  paper.row("Residual value", money(chosen.residual));
  paper.row("Rent charge", money(chosen.rentCharge));
  paper.row("Miles a year", formatNumber(chosen.milesPerYear, "en"));
  paper.row("Due at signing", money(chosen.dueAtSigning));
  paper.row("Total of payments", money(chosen.totalOfPayments));
  paper.row("Disposition fee at the end of the lease", money(card.store.leaseFees.disposition));
}

function drawClosing(paper: Paper, { card }: DealView, { productLines }: Worksheet): void {
  const { deposit, delivery } = card;
  paper.heading("Deposit and delivery");
  const held = deposit.status === "held" && deposit.amount !== null;
  paper.row("Deposit held, refundable, credited to the cash down", held ? money(deposit.amount ?? 0) : "none");
  const method = { pickup: "Pick-up at the store", home: "Home delivery" };
  paper.row("Delivery", delivery.method ? method[delivery.method] : "to be agreed");
  paper.space(6);
  if (productLines.some(({ code }) => code !== "product.homeDelivery"))
    paper.paragraph(
      "Optional products: the service contract, waiver and other products listed above are optional. They are not required to buy this vehicle or to obtain credit, and the vehicle can be bought without them.",
    );
  paper.paragraph(
    "This order becomes binding when the buyer and the store have signed it. Figures for taxes and registration are those of the rule named above on the date of this order. The store credits the trade-in as described; a difference found at inspection is told to the buyer before anything is signed.",
  );
}

const INTENT = "I sign the buyer’s order: I agree to the price and the terms on it.";

function drawSigners(paper: Paper, { card }: DealView, coBuyer: string | null): void {
  const place = (signer: "buyer" | "coBuyer" | "store") =>
    ({ id: `${signer}-1`, signer, kind: "signature", intent: INTENT }) as const;
  paper.need(coBuyer === null ? 56 : 104);
  paper.space(14);
  paper.signature("Buyer, date", paper.left, 230, place("buyer"));
  paper.signature(`For ${card.store.name}, date`, 334, 230, place("store"));
  if (coBuyer === null) return;
  paper.space(48);
  paper.signature(`${coBuyer}, co-buyer, date`, paper.left, 230, place("coBuyer"));
}
