import { assert } from "#machines/assert";
import { numbersFrom } from "#machines/deal/deal-view";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { worksheet } from "#machines/desking/worksheet";
import type { Cents } from "#machines/money/cents";
import { productWords } from "#app/deal-card/product-names";
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
import { productFormWords } from "./product-form-words";

const wordsOf = ({ locale }: Pick<FormInput, "locale">) => wordsIn(productFormWords, locale);

interface OfferedProduct {
  code: string;
  name: string;
  does: string;
  provider: string;
  term: string;
  price: Cents;
  taken: boolean;
}

/** Every product that was answered, each once: a bundle is its parts, so none is both taken and declined. */
function offeredProducts(input: FormInput): OfferedProduct[] {
  const { card } = input.view;
  const t = wordsOf(input);
  return card.store.fniCatalog.flatMap((product) => {
    const answer = card.fni.answers[product.code];
    const option = product.options.find(({ code }) => code === answer?.optionCode);
    if (!answer || answer.answer === "deferred" || !option) return [];
    const words = productWords(product.kind, input.locale);
    const months = option.termMonths > 0 ? t("menu.months", { months: option.termMonths }) : "";
    const miles = option.miles > 0 ? t("menu.miles", { miles: formats(input).count(option.miles) }) : "";
    const { price } = option;
    const term = [months, miles].filter(Boolean).join(", ") || t("menu.ofContract");
    return [
      { ...words, code: product.code, provider: product.provider, term, price, taken: answer.answer === "accepted" },
    ];
  });
}

/** The menu as it was answered: the payment without anything, each price, each answer, the payment with them. */
export async function drawMenuRecord(input: FormInput): Promise<Paper> {
  const sheet = sheetOf(input);
  const t = wordsOf(input);
  const paper = await startForm(input, t("menu.title"), t("menu.subtitle"));
  drawParties(paper, input);
  drawCar(paper, input);
  paper.space(8);
  paper.paragraph(t("menu.optional"), { size: 9, soft: false, bold: true });
  const products = offeredProducts(input);
  const charged = new Set(sheet.productLines.map(({ code }) => code));
  for (const product of products) drawAnswer(paper, input, product, charged.has(`product.${product.code}`));
  drawEffect(paper, input);
  drawSignatures(paper, input, ["buyer", "coBuyer", "store"], t("menu.intent"));
  return paper;
}

const ANSWER_ROW = 30;
const ABOUT = 7.5;
const ABOUT_LINE = 9;

function drawAnswer(paper: Paper, input: FormInput, product: OfferedProduct, isCharged: boolean): void {
  const t = wordsOf(input);
  const price = formats(input).money(product.price);
  const answer = t(product.taken ? (isCharged ? "menu.accepted" : "menu.notCharged") : "menu.declined");
  const { name } = product;
  const about = paper.letters.wrap(`${product.provider}, ${product.term}`, 236, ABOUT);
  const says = paper.letters.wrap(answer, 140, 8.5, isCharged);
  const height = ANSWER_ROW + (Math.max(1, about.length, says.length) - 1) * ABOUT_LINE;
  paper.need(height + 4);
  const middle = paper.y + height / 2;
  paper.placeHere(
    {
      id: `initials-${product.code}`,
      signer: "buyer",
      kind: "initials",
      intent: product.taken ? t("menu.acceptIntent", { name, price }) : t("menu.declineIntent", { name }),
    },
    { x: paper.right - 44, y: paper.y + 8, width: 40, height: 21 },
  );
  paper.box(paper.left, paper.y, paper.width, height);
  paper.box(paper.right - 48, paper.y, 48, height);
  paper.text(t("menu.initials"), paper.right - 44, { size: 5.5, soft: true, at: paper.y + 2 });
  paper.text(product.name, paper.left + 6, { bold: true, at: paper.y + 5, width: 236 });
  about.forEach((line, index) =>
    paper.text(line, paper.left + 6, { size: ABOUT, soft: true, at: paper.y + 17 + index * ABOUT_LINE }),
  );
  paper.text(price, paper.left + 305, { at: middle - 5, align: "right" });
  says.forEach((line, index) => {
    const at = middle - 5 + (index - (says.length - 1) / 2) * 10.5;
    paper.text(line, paper.left + 320, { size: 8.5, bold: product.taken && isCharged, at });
  });
  paper.space(height);
}

/** The payment with and without the products, from two worksheets of the same deal. */
function drawEffect(paper: Paper, input: FormInput): void {
  const { view } = input;
  const t = wordsOf(input);
  const { money } = formats(input);
  const inputs = worksheetInputs(numbersFrom(view));
  assert(inputs, "a menu is about a vehicle");
  const without = worksheet({ ...inputs, products: inputs.products.filter(({ code }) => code === "homeDelivery") });
  const withAll = worksheet(inputs);
  // The sums and the signatures under them stay on one page.
  keepWithSignatures(paper, [t("menu.inAll"), t("menu.inAll"), t("menu.inAll")]);
  paper.space(10);
  if (!withAll.chosen.ok || !without.chosen.ok) return;
  const figure = (sheet: typeof withAll) =>
    sheet.chosen.ok && sheet.chosen.method !== "cash" ? sheet.chosen.payment : sheet.outTheDoor;
  const isCash = withAll.chosen.method === "cash";
  cells(paper, [
    { label: t(isCash ? "menu.totalWithout" : "menu.paymentWithout"), value: money(figure(without)), align: "right" },
    { label: t("menu.inAll"), value: money(withAll.productsTotal - without.productsTotal), align: "right" },
    {
      label: t(isCash ? "menu.totalWith" : "menu.paymentWith"),
      value: money(figure(withAll)),
      bold: true,
      align: "right",
    },
  ]);
  paper.space(6);
}

/** What was declined, one by one: nobody says later that it was not offered. Each answer is initialled on the menu record. */
export async function drawProductWaiver(input: FormInput): Promise<Paper> {
  const t = wordsOf(input);
  const paper = await startForm(input, t("waiver.title"), t("waiver.subtitle"));
  drawParties(paper, input);
  drawCar(paper, input);
  paper.space(8);
  paper.paragraph(t("waiver.lead"), { size: 9, soft: false });
  for (const product of offeredProducts(input).filter(({ taken }) => !taken)) drawDeclined(paper, input, product);
  drawSignatures(paper, input, ["buyer", "coBuyer"], t("waiver.intent"));
  return paper;
}

function drawDeclined(paper: Paper, input: FormInput, { name, does, price }: OfferedProduct): void {
  const lines = paper.letters.wrap(does, 370, ABOUT);
  const height = ANSWER_ROW + (lines.length - 1) * ABOUT_LINE;
  paper.need(height + 2);
  const middle = paper.y + height / 2;
  paper.box(paper.left, paper.y, paper.width, height);
  paper.text(name, paper.left + 6, { bold: true, at: paper.y + 5, width: 370 });
  lines.forEach((line, index) =>
    paper.text(line, paper.left + 6, { size: ABOUT, soft: true, at: paper.y + 17 + index * ABOUT_LINE }),
  );
  paper.text(formats(input).money(price), paper.right - 90, { at: middle - 5, align: "right" });
  paper.text(wordsOf(input)("menu.declined"), paper.right - 78, { size: 8.5, at: middle - 5 });
  paper.space(height);
}
