import { assert } from "#machines/assert";
import { describedTrades, payoffDay } from "#machines/deal/deal-trades";
import { isLeftOut } from "#machines/deal/deal-worksheet";
import { payoffOn } from "#machines/stages/trade-payoff";
import type { TradeSlice } from "#machines/stages/trade";
import { wordsIn } from "../words-in";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import { buyerName, cells, drawParties, drawSignatures, formats, startForm, tick } from "./form-sheet.server";
import { payoffWords } from "./payoff-words";

const LAW =
  "Federal law (and state law, if applicable) requires that you state the mileage upon transfer of ownership. Failure to complete this statement, or providing a false statement, may result in fines and/or imprisonment.";

interface Reading {
  car: { label: string; value: string; share?: number }[];
  miles: number;
  transferor: { name: string; address: string };
  transferee: { name: string; address: string };
}

/** The mileage of the car that is sold, stated by the store to the buyer (49 CFR 580.5). In ink. */
export async function drawOdometerStatement(input: FormInput): Promise<Paper> {
  const { vehicle } = input.view.card.vehicle;
  assert(vehicle, "a mileage is stated of a vehicle");
  const paper = await startForm(input, "Odometer disclosure statement", "Vehicle sold by the store");
  const { store, buyer } = partiesOf(input);
  drawReading(paper, input, {
    car: carCells(vehicle.year, vehicle.make, vehicle.model, vehicle.body, vehicle.vin),
    miles: vehicle.mileage,
    transferor: store,
    transferee: buyer,
  });
  drawSignatures(paper, input, ["store", "buyer"], {
    store: "The mileage I state is right to the best of my knowledge.",
    buyer: "I have read the odometer disclosure and received it.",
    coBuyer: "",
  });
  return paper;
}

/** The mileage of a car that comes in, stated by the buyer to the store. In ink. */
export async function drawTradeOdometerStatement(input: FormInput): Promise<Paper> {
  const { trade } = tradeOf(input);
  const { description } = trade;
  assert(description, "a mileage is stated of a described car");
  const paper = await startForm(input, "Odometer disclosure statement", "Vehicle traded in");
  const { store, buyer } = partiesOf(input);
  const { year, make, model, body, vin } = description;
  drawReading(paper, input, {
    car: carCells(year, make, model, body ?? "", vin ?? "To be recorded at inspection"),
    miles: trade.verification?.odometer ?? description.mileage,
    transferor: buyer,
    transferee: store,
  });
  drawSignatures(paper, input, ["buyer", "store"], {
    buyer: "The mileage I state is right to the best of my knowledge.",
    store: "I have read the odometer disclosure and received it.",
    coBuyer: "",
  });
  return paper;
}

const carCells = (year: number, make: string, model: string, body: string, vin: string) => [
  { label: "Year", value: String(year), share: 0.5 },
  { label: "Make", value: make },
  { label: "Model", value: model },
  { label: "Body type", value: body === "suv" ? "SUV" : body.charAt(0).toUpperCase() + body.slice(1), share: 0.8 },
  { label: "Vehicle identification number", value: vin, share: 1.8 },
];

function partiesOf(input: FormInput) {
  const { customer } = input.view.card.people;
  const { address, name } = input.view.card.store;
  const home = [customer.street, customer.city, `${customer.region} ${customer.postcode}`.trim()].filter(Boolean);
  return {
    store: { name, address: `${address.street}, ${address.city}, ${address.region} ${address.postcode}` },
    buyer: { name: buyerName(input), address: home.join(", ") || "Not stated yet" },
  };
}

function drawReading(paper: Paper, input: FormInput, { car, miles, transferor, transferee }: Reading): void {
  paper.paragraph(LAW, { size: 8.5, soft: false });
  paper.space(4);
  cells(paper, car);
  paper.heading("The reading", 110);
  paper.paragraph(
    `The transferor named below states that the odometer now reads, in miles and without tenths, and that to the best of the transferor’s knowledge it reflects the actual mileage of the vehicle, unless one of the statements is checked.`,
    { size: 8.5, soft: false },
  );
  cells(paper, [
    { label: "Odometer reading, miles, no tenths", value: formats(input).count(miles), bold: true },
    {
      label: "Date of statement",
      value: isStated(input) ? formats(input).date(input.view.card.identity.contractDate) : "",
    },
  ]);
  paper.space(8);
  tick(paper, false, "1. The mileage stated is in excess of its mechanical limits.");
  tick(paper, false, "2. The odometer reading is not the actual mileage. WARNING: ODOMETER DISCREPANCY.");
  paper.heading("Transferor and transferee", 70);
  cells(paper, [
    { label: "Transferor, printed name", value: transferor.name, bold: true },
    { label: "Address", value: transferor.address, share: 1.4 },
  ]);
  cells(paper, [
    { label: "Transferee, printed name", value: transferee.name, bold: true },
    { label: "Address", value: transferee.address, share: 1.4 },
  ]);
  paper.space(8);
}

const isStated = ({ view }: FormInput) => view.life !== "open" && view.life !== "lost";

function tradeOf({ view, about }: FormInput): { car: number; trade: TradeSlice } {
  const found = describedTrades(view.card).find(({ car }) => String(car) === about);
  assert(found, "the form is about a car of the deal");
  return found as { car: number; trade: TradeSlice };
}

/** The word to the old lender: what it is paid, and that the title goes to the store. */
export async function drawPayoffAuthorisation(input: FormInput): Promise<Paper> {
  const { trade } = tradeOf(input);
  const { description, lien, ownership } = trade;
  assert(description, "a payoff is of a described car");
  const { card, kept } = input.view;
  const { store } = card;
  const t = wordsIn(payoffWords, input.locale);
  const { money, date } = formats(input);
  const paper = await startForm(input, t("title"), t("subtitle"));
  drawParties(paper, input, { buyer: t("customer"), coBuyer: t("coCustomer"), seller: t("store") });
  const { year, make, model, trim, vin } = description;
  cells(paper, [
    { label: t("vehicle"), value: `${year} ${make} ${model} ${trim}`.trim(), share: 2 },
    { label: t("vin"), value: vin ?? t("noVin"), share: 1.6 },
    { label: t("ownership"), value: t(ownership === "leased" ? "leased" : "financed"), share: 0.7 },
  ]);
  paper.heading(t("owed"), 70);
  const day = payoffDay(card, !isLeftOut(kept.delivery));
  const paid = lien && payoffOn(lien, day);
  const perDay = lien && (lien.perDiem === null ? t("askLender") : money(lien.perDiem));
  cells(paper, [
    { label: t("lender"), value: lien?.lender ?? "", bold: true, share: 2.4 },
    { label: t("account"), value: lien?.accountLastFour ?? "" },
  ]);
  cells(paper, [
    { label: t(lien?.lease ? "buyout" : "payoff"), value: paid ? money(paid.amount) : "", bold: true, align: "right" },
    {
      label: t("goodThrough"),
      value: lien && paid ? date(paid.daysOver > 0 ? day : lien.payoffGoodThrough) : "",
      share: 1.1,
    },
    { label: t("perDay"), value: perDay ?? "", align: "right" },
  ]);
  paper.space(10);
  for (const words of [t("tell", { store: store.name }), t("release", { store: store.name }), t("difference")])
    paper.paragraph(words, { size: 9, soft: false });
  drawSignatures(paper, input, ["buyer"], t("intent"));
  return paper;
}
