import { assert } from "#machines/assert";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { Worksheet } from "#machines/desking/worksheet";
import { formatDate, formatMoney, formatNumber, formatTime } from "#app/ui/format";
import { Paper } from "../paper.server";
import type { Signer } from "../sign-place";
import { printable } from "../typeset.server";
import type { FormInput } from "./form-input";

export const money = (cents: number) => printable(formatMoney(cents, "en"));
export const date = (iso: string) => printable(formatDate(iso, "en", "UTC", "long"));
export const time = (iso: string, timeZone: string) =>
  printable(`${formatDate(iso, "en", timeZone, "long")}, ${formatTime(iso, "en", timeZone)}`);
export const count = (amount: number) => printable(formatNumber(amount, "en"));

/** The deal's one worksheet: every figure of every form. */
export function sheetOf({ view }: FormInput): Worksheet {
  const sheet = dealWorksheet(numbersFrom(view));
  assert(sheet, "a form with figures is about a vehicle");
  return sheet;
}

export const isFrozen = ({ view }: Pick<FormInput, "view">) => view.life !== "open" && view.life !== "lost";

/** A form of the store's: its head, its footer, and DRAFT across it while the deal can still change. */
export async function startForm(input: FormInput, title: string, subtitle: string): Promise<Paper> {
  const { card } = input.view;
  const { store, identity, life } = card;
  const frozen = input.isFinal === true || isFrozen(input);
  const state = input.isFinal
    ? date(input.drawnAt)
    : frozen
      ? `contracting revision ${life.contractingRevision}`
      : "draft, not an offer";
  const paper = await Paper.create({
    title: `${title} ${identity.dealNumber}`,
    author: store.name,
    date: new Date(input.drawnAt),
    footer: `${store.name} · ${identity.dealNumber} · ${state}`,
    watermark: frozen ? null : "DRAFT",
  });
  const { street, city, region, postcode } = store.address;
  const storeWidth = 190;
  paper.text(title, paper.left, { size: 16, bold: true, width: paper.width - storeWidth - 12 });
  paper.text(store.name, paper.right, { size: 10, bold: true, align: "right", width: storeWidth });
  paper.space(22);
  paper.text(`Deal ${identity.dealNumber}, dated ${date(identity.contractDate)}`, paper.left, { soft: true });
  paper.text(`${street}, ${city}, ${region} ${postcode}`, paper.right, { soft: true, align: "right", size: 8 });
  paper.space(12);
  paper.text(subtitle, paper.left, { soft: true, size: 8, width: paper.width - storeWidth - 12 });
  paper.text(`${store.phone} · ${store.email}`, paper.right, { soft: true, align: "right", size: 8 });
  paper.space(17);
  return paper;
}

export interface Cell {
  label: string;
  value: string;
  /** Of the row's width. */
  share?: number;
  bold?: boolean;
  align?: "left" | "right";
}

const CELL_SIZE = 8.5;
const CELL_LINE = 10.5;
const MOST_CELL_LINES = 3;

/** A row of ruled boxes, label above value. What three lines do not hold goes whole to the addendum. */
export function cells(paper: Paper, row: readonly Cell[]): void {
  const shares = row.reduce((all, { share = 1 }) => all + share, 0);
  const filled = row.map((cell) => {
    const width = (paper.width * (cell.share ?? 1)) / shares;
    const lines = paper.letters.wrap(cell.value, width - 10, CELL_SIZE, cell.bold);
    if (lines.length <= MOST_CELL_LINES) return { cell, width, lines };
    return { cell, width, lines: paper.letters.wrap(paper.onAddendum(cell.label, cell.value), width - 10, CELL_SIZE) };
  });
  const height = 17 + Math.max(1, ...filled.map(({ lines }) => lines.length)) * CELL_LINE;
  paper.need(height);
  let x = paper.left;
  for (const { cell, width, lines } of filled) {
    paper.box(x, paper.y, width, height);
    const right = cell.align === "right";
    const edge = { size: 6.5, soft: true, at: paper.y + 4, width: width - 10 };
    paper.text(cell.label, right ? x + width - 5 : x + 5, { ...edge, align: right ? "right" : "left" });
    lines.forEach((line, index) => {
      const at = paper.y + 13.5 + index * CELL_LINE;
      paper.text(line, right ? x + width - 5 : x + 5, {
        size: CELL_SIZE,
        bold: cell.bold === true,
        at,
        align: right ? "right" : "left",
      });
    });
    x += width;
  }
  paper.space(height);
}

export const buyerName = ({ view }: FormInput) => {
  const { firstName, lastName } = view.card.people.customer;
  return `${firstName} ${lastName}`.trim() || "Not named yet";
};

/** Who buys, with whom, from whom. */
export function drawParties(paper: Paper, input: FormInput, words = { buyer: "Buyer", seller: "Seller" }): void {
  const { customer } = input.view.card.people;
  const { store } = input.view.card;
  const home = [customer.street, customer.city, `${customer.region} ${customer.postcode}`.trim()].filter(Boolean);
  cells(paper, [
    { label: `${words.buyer}, name`, value: buyerName(input), bold: true },
    { label: "Address", value: home.join(", ") || "Not stated yet", share: 1.4 },
  ]);
  if (input.coBuyer !== null)
    cells(paper, [
      { label: `Co-${words.buyer.toLowerCase()}, name`, value: input.coBuyer, bold: true },
      { label: "Address", value: "On file with the store", share: 1.4 },
    ]);
  const { street, city, region, postcode } = store.address;
  cells(paper, [
    { label: `${words.seller}, name`, value: store.name, bold: true },
    { label: "Address", value: `${street}, ${city}, ${region} ${postcode}`, share: 1.4 },
  ]);
}

/** The car that is sold. */
export function drawCar(paper: Paper, { view }: FormInput): void {
  const { vehicle } = view.card.vehicle;
  assert(vehicle, "the form is about a vehicle");
  const kind = { new: "New", certified: "Used, certified", used: "Used" }[vehicle.condition];
  cells(paper, [
    { label: "New or used", value: kind },
    { label: "Year", value: String(vehicle.year), share: 0.6 },
    { label: "Make and model", value: `${vehicle.make} ${vehicle.model} ${vehicle.trim}`.trim(), share: 2 },
    { label: "Vehicle identification number", value: vehicle.vin, share: 1.8 },
    { label: "Odometer, miles", value: count(vehicle.mileage), align: "right" },
  ]);
}

/** Lines to sign on, two in a row: one for each signer that the document has. */
export function drawSignatures(
  paper: Paper,
  input: FormInput,
  signers: readonly Signer[],
  intent: Record<Signer, string> | string,
): void {
  const { store } = input.view.card;
  const present = signers.filter((signer) => signer !== "coBuyer" || input.coBuyer !== null);
  const label: Record<Signer, string> = {
    buyer: `${buyerName(input)}, buyer, and date`,
    coBuyer: `${input.coBuyer ?? ""}, co-buyer, and date`,
    store: `For ${store.name}, and date`,
  };
  for (let at = 0; at < present.length; at += 2) {
    paper.need(50);
    paper.space(8);
    present.slice(at, at + 2).forEach((signer, index) => {
      const words = typeof intent === "string" ? intent : intent[signer];
      const place = { id: `${signer}-${at + index + 1}`, signer, kind: "signature", intent: words } as const;
      paper.signature(label[signer], paper.left + index * 268, 248, place);
    });
    paper.space(42);
  }
}

/** A table of texts: the first row is its head. Rows never part over a page. */
export function table(paper: Paper, shares: readonly number[], rows: readonly (readonly string[])[]): void {
  const all = shares.reduce((one, other) => one + other, 0);
  const widths = shares.map((share) => (paper.width * share) / all);
  rows.forEach((row, index) => {
    const head = index === 0;
    const columns = row.map((text, column) => paper.letters.wrap(text, (widths[column] ?? 0) - 10, 8, head));
    const height = 7 + Math.max(1, ...columns.map((lines) => lines.length)) * 10.5;
    paper.need(height);
    let x = paper.left;
    columns.forEach((lines, column) => {
      const width = widths[column] ?? 0;
      paper.box(x, paper.y, width, height, { shade: head });
      lines.forEach((line, number) =>
        paper.text(line, x + 5, { size: 8, bold: head, at: paper.y + 3.5 + number * 10.5 }),
      );
      x += width;
    });
    paper.space(height);
  });
  paper.space(6);
}

/** A box to tick. */
export function tick(paper: Paper, ticked: boolean, text: string, x = paper.left): void {
  const lines = paper.letters.wrap(text, paper.right - x - 16, 8.5);
  paper.need(lines.length * 11 + 3);
  paper.text(ticked ? "☑" : "☐", x, { size: 10 });
  lines.forEach((line, index) => paper.text(line, x + 16, { size: 8.5, at: paper.y + 1 + index * 11 }));
  paper.space(lines.length * 11 + 3);
}
