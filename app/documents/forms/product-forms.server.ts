import { assert } from "#machines/assert";
import { numbersFrom } from "#machines/deal/deal-view";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { worksheet } from "#machines/desking/worksheet";
import type { Cents } from "#machines/money/cents";
import { productWords } from "#app/deal-card/product-names";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import { cells, drawCar, drawParties, drawSignatures, money, sheetOf, startForm } from "./form-sheet.server";

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
function offeredProducts({ view }: FormInput): OfferedProduct[] {
  const { card } = view;
  return card.store.fniCatalog.flatMap((product) => {
    const answer = card.fni.answers[product.code];
    const option = product.options.find(({ code }) => code === answer?.optionCode);
    if (!answer || answer.answer === "deferred" || !option) return [];
    const words = productWords(product.kind, "en");
    const months = option.termMonths > 0 ? `${option.termMonths} months` : "";
    const miles = option.miles > 0 ? `${option.miles.toLocaleString("en-US")} miles` : "";
    const { price } = option;
    const term = [months, miles].filter(Boolean).join(", ") || "term of the contract";
    return [
      { ...words, code: product.code, provider: product.provider, term, price, taken: answer.answer === "accepted" },
    ];
  });
}

/** The menu as it was answered: the payment without anything, each price, each answer, the payment with them. */
export async function drawMenuRecord(input: FormInput): Promise<Paper> {
  const sheet = sheetOf(input);
  const paper = await startForm(
    input,
    "Record of the product menu",
    "Every product that was offered, and the answer to each",
  );
  drawParties(paper, input);
  drawCar(paper, input);
  paper.space(8);
  paper.paragraph(
    "These products are optional. None of them is required to buy or lease the vehicle or to obtain credit, and the vehicle can be bought without them. Each answer below is the buyer’s own.",
    { size: 9, soft: false, bold: true },
  );
  const products = offeredProducts(input);
  const charged = new Set(sheet.productLines.map(({ code }) => code));
  for (const product of products) drawAnswer(paper, product, charged.has(`product.${product.code}`));
  drawEffect(paper, input);
  drawSignatures(
    paper,
    input,
    ["buyer", "coBuyer", "store"],
    "The answers on the product menu are mine; I know that every product on it is optional.",
  );
  return paper;
}

function drawAnswer(paper: Paper, product: OfferedProduct, isCharged: boolean): void {
  const answer = product.taken ? (isCharged ? "ACCEPTED" : "Accepted, not charged: of no use here") : "DECLINED";
  paper.need(34);
  paper.placeHere(
    {
      id: `initials-${product.code}`,
      signer: "buyer",
      kind: "initials",
      intent: `${product.name}: ${product.taken ? "I accept it" : "I decline it"}${product.taken ? ` for ${money(product.price)}` : ""}.`,
    },
    { x: paper.right - 44, y: paper.y + 3, width: 40, height: 24 },
  );
  paper.box(paper.left, paper.y, paper.width, 30);
  paper.box(paper.right - 48, paper.y, 48, 30);
  paper.text("Initials", paper.right - 44, { size: 5.5, soft: true, at: paper.y + 2 });
  paper.text(product.name, paper.left + 6, { bold: true, at: paper.y + 5, width: 210 });
  paper.text(`${product.provider}, ${product.term}`, paper.left + 6, {
    size: 7.5,
    soft: true,
    at: paper.y + 17,
    width: 210,
  });
  paper.text(money(product.price), paper.left + 300, { at: paper.y + 10, align: "right" });
  paper.text(answer, paper.left + 318, { size: 8.5, bold: product.taken && isCharged, at: paper.y + 10, width: 145 });
  paper.space(30);
}

/** The payment with and without the products, from two worksheets of the same deal. */
function drawEffect(paper: Paper, { view }: FormInput): void {
  const inputs = worksheetInputs(numbersFrom(view));
  assert(inputs, "a menu is about a vehicle");
  const without = worksheet({ ...inputs, products: inputs.products.filter(({ code }) => code === "homeDelivery") });
  const withAll = worksheet(inputs);
  paper.space(10);
  if (!withAll.chosen.ok || !without.chosen.ok) return;
  const figure = (sheet: typeof withAll) =>
    sheet.chosen.ok && sheet.chosen.method !== "cash" ? sheet.chosen.payment : sheet.outTheDoor;
  const words = withAll.chosen.method === "cash" ? "Total out the door" : "Monthly payment";
  cells(paper, [
    { label: `${words} without any product`, value: money(figure(without)), align: "right" },
    { label: "Products accepted, in all", value: money(withAll.productsTotal - without.productsTotal), align: "right" },
    { label: `${words} with them`, value: money(figure(withAll)), bold: true, align: "right" },
  ]);
  paper.space(6);
}

/** What was declined, one by one: nobody says later that it was not offered. Each answer is initialled on the menu record. */
export async function drawProductWaiver(input: FormInput): Promise<Paper> {
  const paper = await startForm(input, "Waiver of optional products", "What was offered and declined");
  drawParties(paper, input);
  drawCar(paper, input);
  paper.space(8);
  paper.paragraph(
    "The products below were offered and explained, and the buyer has declined them. The buyer understands that the cost of what each would have paid for is then the buyer’s own. Declining changes nothing of the price of the vehicle or the terms of credit.",
    { size: 9, soft: false },
  );
  for (const product of offeredProducts(input).filter(({ taken }) => !taken)) drawDeclined(paper, product);
  drawSignatures(paper, input, ["buyer", "coBuyer"], "I decline the products named on this waiver.");
  return paper;
}

function drawDeclined(paper: Paper, { name, does, price }: OfferedProduct): void {
  paper.need(32);
  paper.box(paper.left, paper.y, paper.width, 30);
  paper.text(name, paper.left + 6, { bold: true, at: paper.y + 5, width: 300 });
  paper.text(does, paper.left + 6, { size: 7.5, soft: true, at: paper.y + 17, width: 380 });
  paper.text(money(price), paper.right - 90, { at: paper.y + 10, align: "right" });
  paper.text("DECLINED", paper.right - 78, { size: 8.5, at: paper.y + 10 });
  paper.space(30);
}
