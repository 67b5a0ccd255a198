import { assert } from "#machines/assert";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import {
  cells,
  date,
  drawCar,
  drawParties,
  drawSignatures,
  money,
  sheetOf,
  startForm,
  table,
  tick,
  time,
} from "./form-sheet.server";

/** What the store still owes, or that it owes nothing: signed either way, so that nobody remembers it differently. */
export async function drawDueBill(input: FormInput): Promise<Paper> {
  const paper = await startForm(input, "Due bill", "What the store still owes the buyer");
  drawParties(paper, input);
  drawCar(paper, input);
  paper.space(10);
  if (input.owed.length === 0)
    paper.paragraph(
      "The store owes nothing further: no work, no part and no item was promised beyond the buyer’s order.",
      {
        size: 10,
        soft: false,
        bold: true,
      },
    );
  else
    table(
      paper,
      [3, 1.4, 1],
      [["What is owed", "Who sees to it", "By"], ...input.owed.map(({ what, by, due }) => [what, by, date(due)])],
    );
  paper.paragraph(
    "No promise that is not written here is part of the deal. What is listed is done at no charge to the buyer.",
    {
      size: 9,
      soft: false,
    },
  );
  drawSignatures(paper, input, ["buyer", "store"], {
    buyer: "This is all that the store still owes me.",
    store: "The store will do what the due bill lists.",
    coBuyer: "",
  });
  return paper;
}

const handedOver = [
  "Keys and remotes, as many as the vehicle came with",
  "Owner’s manual and warranty booklet, or where to read them",
  "Temporary registration or plates attached",
  "Controls, safety systems and telephone pairing explained",
  "Vehicle looked over together, outside and inside",
  "Copies of everything that was signed",
];

/** The car changes hands: what was handed over, where, and when. */
export async function drawDeliveryReceipt(input: FormInput): Promise<Paper> {
  const { delivery, store } = input.view.card;
  const paper = await startForm(input, "Delivery receipt", "The vehicle is handed over");
  drawParties(paper, input);
  drawCar(paper, input);
  const { slot, method, address } = delivery;
  const where =
    method === "home" && address
      ? `${address.street}, ${address.city}, ${address.region} ${address.postcode}`
      : "At the store";
  cells(paper, [
    { label: "Where", value: where, share: 2 },
    { label: "When", value: slot ? time(slot.startsAt, store.timeZone) : "To be agreed", share: 1.4 },
    { label: "Odometer at hand-over, miles", value: "", share: 1.2 },
  ]);
  paper.heading("Handed over", 110);
  for (const thing of handedOver) tick(paper, false, thing);
  paper.space(6);
  paper.paragraph("Anything amiss, in the buyer’s words:", { size: 9, soft: false });
  for (let line = 0; line < 3; line++) {
    paper.need(20);
    paper.space(16);
    paper.rule();
  }
  paper.space(10);
  paper.paragraph(
    "The buyer has received the vehicle in the condition described in the buyer’s order, but for what is written above.",
    {
      size: 9,
      soft: false,
    },
  );
  drawSignatures(paper, input, ["buyer", "store"], {
    buyer: "I have received the vehicle.",
    store: "I have handed the vehicle over.",
    coBuyer: "",
  });
  return paper;
}

/** Prescribed where the store sells in Virginia (Code of Virginia 46.2-1530), bold and of ten points. */
const VIRGINIA =
  "IF YOU ARE FINANCING THIS VEHICLE, PLEASE READ THIS NOTICE: YOU ARE PROPOSING TO ENTER INTO A RETAIL INSTALLMENT SALES CONTRACT WITH THE DEALER. PART OF YOUR CONTRACT INVOLVES FINANCING THE PURCHASE OF YOUR VEHICLE. IF YOU ARE FINANCING THIS VEHICLE AND THE DEALER INTENDS TO TRANSFER YOUR FINANCING TO A FINANCE PROVIDER SUCH AS A BANK, CREDIT UNION OR OTHER LENDER, YOUR VEHICLE PURCHASE DEPENDS ON THE FINANCE PROVIDER’S APPROVAL OF YOUR PROPOSED RETAIL INSTALLMENT SALES CONTRACT. IF YOUR RETAIL INSTALLMENT SALES CONTRACT IS APPROVED WITHOUT A CHANGE THAT INCREASES THE COST OR RISK TO YOU OR THE DEALER, YOUR PURCHASE CANNOT BE CANCELLED. IF YOUR RETAIL INSTALLMENT SALES CONTRACT IS NOT APPROVED, THE DEALER WILL NOTIFY YOU VERBALLY OR IN WRITING. YOU CAN THEN DECIDE TO PAY FOR THE VEHICLE IN SOME OTHER WAY OR YOU OR THE DEALER CAN CANCEL YOUR PURCHASE.";

/** The car leaves before a lender has bought the contract: what happens if none does. */
export async function drawConditionalDelivery(input: FormInput): Promise<Paper> {
  const { conditional } = input;
  assert(conditional, "a conditional delivery has its terms");
  const { chosen } = sheetOf(input);
  const { store } = input.view.card;
  const paper = await startForm(input, "Conditional delivery agreement", "Until the contract is bought by a lender");
  drawParties(paper, input);
  drawCar(paper, input);
  if (chosen.ok && chosen.method === "finance")
    cells(paper, [
      { label: "Amount financed", value: money(chosen.amountFinanced), align: "right" },
      { label: "Annual percentage rate", value: `${chosen.aprDisclosed} %`, align: "right" },
      { label: "Payment", value: money(chosen.payment), align: "right" },
      { label: "Lender asked", value: conditional.lender ?? "Not named yet" },
      { label: "Answer by", value: date(conditional.deadline), bold: true },
    ]);
  paper.space(10);
  if (store.address.region === "VA") paper.paragraph(VIRGINIA, { size: 10, soft: false, bold: true });
  for (const words of conditionalWords(store.name, date(conditional.deadline)))
    paper.paragraph(words, { size: 9, soft: false });
  drawSignatures(
    paper,
    input,
    ["buyer", "coBuyer", "store"],
    "I agree to the conditions under which the vehicle leaves before a lender has approved.",
  );
  return paper;
}

const conditionalWords = (store: string, deadline: string): string[] => [
  `The buyer takes the vehicle before a lender has approved the contract on the terms above. If a lender buys the contract on those terms by ${deadline}, the sale stands and this agreement ends.`,
  `If none does by then, ${store} says so to the buyer at once, in writing and with the reasons a lender gave, and the buyer may pay in another way or end the sale. Nobody signs new terms that the buyer does not want.`,
  "When the sale ends, the buyer returns the vehicle in the condition it left in, normal wear apart, and the store on the same day returns the deposit, every payment, and the vehicle traded in, or its agreed allowance where it was sold.",
  "For the days in between nothing is charged for the use of the vehicle, and no fee for the ended sale.",
];
