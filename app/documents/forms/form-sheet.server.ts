import { assert } from "#machines/assert";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import type { Worksheet } from "#machines/desking/worksheet";
import { formatDate, formatMoney, formatNumber, formatTime } from "#app/ui/format";
import { wordsIn } from "../words-in";
import { Paper } from "../paper.server";
import type { Signer } from "../sign-place";
import { drawSignatureLine, signatureHeight } from "../signature-line.server";
import { printable } from "../typeset.server";
import type { FormInput } from "./form-input";
import { formWords } from "./form-words";

/** Amounts, days and counts as the form's language writes them. */
export const formats = ({ locale }: Pick<FormInput, "locale">) => ({
  money: (cents: number) => printable(formatMoney(cents, locale)),
  date: (iso: string) => printable(formatDate(iso, locale, "UTC", "long")),
  time: (iso: string, timeZone: string) =>
    printable(`${formatDate(iso, locale, timeZone, "long")}, ${formatTime(iso, locale, timeZone)}`),
  count: (amount: number) => printable(formatNumber(amount, locale)),
  /** A rate that was worked out to be disclosed: its digits as they are. */
  rate: (percent: string) => `${locale === "fr" ? percent.replace(".", ",") : percent} %`,
});

/** The deal's one worksheet: every figure of every form. */
export function sheetOf({ view }: FormInput): Worksheet {
  const sheet = dealWorksheet(numbersFrom(view));
  assert(sheet, "a form with figures is about a vehicle");
  return sheet;
}

export const isFrozen = ({ view }: Pick<FormInput, "view">) => view.life !== "open" && view.life !== "lost";

const SMALLEST_TITLE = 11;
const TITLE_SIZES = [16, 14.5, 13, 12, SMALLEST_TITLE];
/** The store's corner of the head: a long name or street takes a second line, and nothing beside it is written over. */
const STORE_WIDTH = 190;
const MOST_STORE_LINES = 3;

/** A form of the store's: its head, its footer, and DRAFT across it while the deal can still change. */
export async function startForm(input: FormInput, title: string, subtitle: string, more = ""): Promise<Paper> {
  const { card } = input.view;
  const { store, identity, life } = card;
  const frozen = input.isFinal === true || isFrozen(input);
  const t = wordsIn(formWords, input.locale);
  const revision = { revision: String(life.contractingRevision) };
  const state = input.isFinal ? formats(input).date(input.drawnAt) : t(frozen ? "revision" : "draftState", revision);
  const paper = await Paper.create({
    title: `${title} ${identity.dealNumber}`,
    author: store.name,
    date: new Date(input.drawnAt),
    footer: [store.name, identity.dealNumber, state, ...(more ? [more] : [])].join(" · "),
    isDraft: !frozen,
    locale: input.locale,
    letters: input,
  });
  const { street, city, region, postcode } = store.address;
  const room = paper.width - STORE_WIDTH - 12;
  const size = TITLE_SIZES.find((one) => paper.letters.width(title, one, true) <= room) ?? SMALLEST_TITLE;
  const top = paper.y;
  paper.text(title, paper.left, { size, bold: true, width: room, at: top + 16 - size });
  const dated = t("dated", { number: identity.dealNumber, date: formats(input).date(identity.contractDate) });
  paper.text(dated, paper.left, { soft: true, width: room, at: top + 22 });
  paper.text(subtitle, paper.left, { soft: true, size: 8, width: room, at: top + 34 });
  // The name stands on the title's own line: its foot, not its head.
  let at = top + 6;
  const onRight = (text: string, style: { size: number; bold?: boolean; soft?: boolean }, line: number) => {
    for (const part of paper.letters.wrap(text, STORE_WIDTH, style.size, style.bold).slice(0, MOST_STORE_LINES)) {
      paper.text(part, paper.right, { ...style, align: "right", at });
      at += line;
    }
  };
  onRight(store.name, { size: 10, bold: true }, 12);
  at += 4;
  onRight(`${street}, ${city}, ${region} ${postcode}`, { size: 8, soft: true }, 12);
  onRight(`${store.phone} · ${store.email}`, { size: 8, soft: true }, 12);
  paper.space(Math.max(34, at - top - 12) + 17);
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

export const buyerName = ({ view, locale }: FormInput) => {
  const { firstName, lastName } = view.card.people.customer;
  return `${firstName} ${lastName}`.trim() || wordsIn(formWords, locale)("notNamed");
};

/** Who buys, with whom, from whom. */
export function drawParties(
  paper: Paper,
  input: FormInput,
  words?: { buyer: string; coBuyer: string; seller: string },
): void {
  const t = wordsIn(formWords, input.locale);
  const who = words ?? { buyer: t("buyer"), coBuyer: t("coBuyer"), seller: t("seller") };
  const { customer } = input.view.card.people;
  const { store } = input.view.card;
  const home = [customer.street, customer.city, `${customer.region} ${customer.postcode}`.trim()].filter(Boolean);
  cells(paper, [
    { label: t("name", { who: who.buyer }), value: buyerName(input), bold: true },
    { label: t("address"), value: home.join(", ") || t("notStated"), share: 1.4 },
  ]);
  if (input.coBuyer !== null)
    cells(paper, [
      { label: t("coName", { who: who.coBuyer }), value: input.coBuyer, bold: true },
      { label: t("address"), value: t("onFile"), share: 1.4 },
    ]);
  const { street, city, region, postcode } = store.address;
  cells(paper, [
    { label: t("name", { who: who.seller }), value: store.name, bold: true },
    { label: t("address"), value: `${street}, ${city}, ${region} ${postcode}`, share: 1.4 },
  ]);
}

/** The car that is sold. */
export function drawCar(paper: Paper, { view, locale }: FormInput): void {
  const t = wordsIn(formWords, locale);
  const { vehicle } = view.card.vehicle;
  assert(vehicle, "the form is about a vehicle");
  cells(paper, [
    { label: t("condition"), value: t(`conditions.${vehicle.condition}`) },
    { label: t("year"), value: String(vehicle.year), share: 0.6 },
    { label: t("model"), value: `${vehicle.make} ${vehicle.model} ${vehicle.trim}`.trim(), share: 2 },
    { label: t("vin"), value: vehicle.vin, share: 1.8 },
    { label: t("odometer"), value: formats({ locale }).count(vehicle.mileage), align: "right" },
  ]);
}

/** The line with room to sign over it, and the longest name that a line is written under. */
const SIGNATURE_ROW = 76;
const SIGNATURE_GAP = 20;

/** Nobody signs on a page of signatures alone: the sentences over them come along, and their heading. */
export function keepWithSignatures(
  paper: Paper,
  sentences: readonly string[],
  { size = 8, heading = false }: { size?: number; heading?: boolean } = {},
): void {
  const lines = sentences.flatMap((words) => paper.letters.wrap(words, paper.width, size));
  paper.need(lines.length * (size + 3.5) + sentences.length * 4 + (heading ? 31 : 0) + SIGNATURE_ROW);
}

/** Lines to sign on, all in one row: one for each signer that the document has. */
export function drawSignatures(
  paper: Paper,
  input: FormInput,
  signers: readonly Signer[],
  intent: Record<Signer, string> | string,
): void {
  const { store } = input.view.card;
  const present = signers.filter((signer) => signer !== "coBuyer" || input.coBuyer !== null);
  const t = wordsIn(formWords, input.locale);
  const label: Record<Signer, { name: string; role: string }> = {
    buyer: { name: buyerName(input), role: t("buyerRole") },
    coBuyer: { name: input.coBuyer ?? "", role: t("coBuyerRole") },
    store: { name: t("store", { store: store.name }), role: t("storeRole") },
  };
  // Two lines are as long as a name is written; three share the same row.
  const places = Math.max(2, present.length);
  const width = (paper.width - (places - 1) * SIGNATURE_GAP) / places;
  paper.need(SIGNATURE_ROW);
  paper.space(8);
  const height = Math.max(...present.map((signer) => signatureHeight(paper, label[signer].name, width)));
  present.forEach((signer, index) => {
    const words = typeof intent === "string" ? intent : intent[signer];
    const place = { id: `${signer}-${index + 1}`, signer, kind: "signature", intent: words } as const;
    drawSignatureLine(paper, label[signer], paper.left + index * (width + SIGNATURE_GAP), width, place);
  });
  paper.space(height);
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
      // A head that is one title stands over the whole table.
      const isTitle = head && row.slice(1).every((text) => text === "");
      if (!isTitle || column === 0) paper.box(x, paper.y, isTitle ? paper.width : width, height, { shade: head });
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
