import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import {
  buyerName,
  cells,
  date,
  drawCar,
  drawParties,
  drawSignatures,
  money,
  sheetOf,
  startForm,
  table,
} from "./form-sheet.server";

/** The credit application: who applies, what for, and what they say of themselves where that is kept. */
export async function drawCreditApplication(input: FormInput): Promise<Paper> {
  const { chosen } = sheetOf(input);
  const paper = await startForm(
    input,
    "Credit application",
    "Statement of the applicant for a retail contract or lease",
  );
  paper.paragraph(
    "Important information about procedures for opening a new account: to help the government fight the funding of terrorism and money laundering, federal law requires financial institutions to obtain, verify and record information that identifies each person who opens an account.",
  );
  paper.heading("What it is for", 40);
  drawCar(paper, input);
  if (chosen.ok && chosen.method === "finance")
    cells(paper, [
      { label: "Amount to be financed", value: money(chosen.amountFinanced), align: "right" },
      { label: "Months", value: String(chosen.termMonths), align: "right" },
      { label: "Payment", value: money(chosen.payment), align: "right" },
      { label: "Down payment", value: money(chosen.downPayment), align: "right" },
    ]);
  if (chosen.ok && chosen.method === "lease")
    cells(paper, [
      { label: "Adjusted capitalized cost", value: money(chosen.adjustedCapCost), align: "right" },
      { label: "Months", value: String(chosen.termMonths), align: "right" },
      { label: "Payment", value: money(chosen.payment), align: "right" },
      { label: "Due at signing", value: money(chosen.dueAtSigning), align: "right" },
    ]);
  const isCoBuyer = input.about === "coBuyer";
  drawApplicant(
    paper,
    input,
    isCoBuyer ? "Co-applicant" : "Applicant",
    isCoBuyer ? (input.coBuyer ?? "") : buyerName(input),
  );
  // The signatures stay with what they are under.
  paper.heading("What you agree to", 150);
  for (const words of [
    "You certify that everything in this application is true and complete. You authorize the store and the lenders it sends the application to, to obtain a consumer report and to check employment and income in connection with it, and to answer questions about their experience with you.",
    "The federal Equal Credit Opportunity Act prohibits creditors from discriminating against credit applicants on the basis of race, color, religion, national origin, sex, marital status, age (provided the applicant has the capacity to enter into a binding contract), because all or part of the applicant’s income derives from any public assistance program, or because the applicant has in good faith exercised any right under the Consumer Credit Protection Act. Income from alimony, child support or separate maintenance need not be revealed if you do not wish to have it considered.",
    "A married person may apply for an account of their own.",
  ])
    paper.paragraph(words);
  drawSignatures(
    paper,
    input,
    [isCoBuyer ? "coBuyer" : "buyer"],
    "I certify that my credit application is true, and authorize the inquiries it names.",
  );
  return paper;
}

const pairs = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / 2) }, (_, at) => list.slice(at * 2, at * 2 + 2));

/** Blank boxes for what nobody has stated: the form is then filled in by hand. */
const blankFields = [
  "Date of birth",
  "Social security number",
  "Housing and monthly cost",
  "Employer and occupation",
  "Gross monthly income",
  "Other income",
];

function drawApplicant(
  paper: Paper,
  { view, sensitive: { applicant: stated, withheld } }: FormInput,
  title: string,
  name: string,
): void {
  const { customer } = view.card.people;
  paper.heading(title, 110);
  const isBuyer = title === "Applicant";
  const place = [customer.street, customer.city, `${customer.region} ${customer.postcode}`.trim()].filter(Boolean);
  cells(paper, [
    { label: "Name", value: name, bold: true },
    { label: "Address", value: isBuyer ? place.join(", ") : "On file with the store", share: 1.4 },
  ]);
  if (isBuyer)
    cells(paper, [
      { label: "Telephone", value: customer.phone },
      { label: "E-mail", value: customer.email, share: 1.4 },
    ]);
  if (withheld) {
    paper.space(6);
    paper.paragraph(
      "What the applicant stated is sealed. It stands in the copy that the applicant signs, which opens to them alone and to who works on their credit, with a reason.",
      { size: 9, soft: false },
    );
    return;
  }
  const fields = stated.length > 0 ? stated : blankFields.map((label) => ({ label, value: "" }));
  for (const row of pairs(fields)) cells(paper, row);
}

/** The score disclosure that everybody who asks for credit gets (12 CFR 1022.74), or the one for no score (H-5). */
export async function drawCreditScoreNotice(input: FormInput): Promise<Paper> {
  const { score, withheld } = input.sensitive;
  const { store } = input.view.card;
  const title =
    score || withheld
      ? "Your credit score and the price you pay for credit"
      : "Credit scores and the price you pay for credit";
  const paper = await startForm(input, "Credit score disclosure", title);
  drawParties(paper, input);
  paper.heading(score || withheld ? "Your credit score" : "Your credit score is not available", 60);
  if (score) {
    cells(paper, [
      { label: "Your credit score", value: score.value, bold: true },
      { label: "Scores range", value: score.range },
      { label: "As of", value: date(score.asOf) },
      { label: "Source", value: score.agency },
    ]);
    paper.space(6);
    paper.paragraph("Key factors that adversely affected it:", { soft: false });
    for (const factor of score.factors) paper.paragraph(`• ${factor}`, { soft: false, left: paper.left + 8 });
  } else if (withheld)
    paper.paragraph(
      "The score is sealed. It stands in the copy that the applicant is given, which opens to them alone and to who works on their credit, with a reason.",
      { soft: false, size: 9 },
    );
  else
    paper.paragraph(
      "No score was obtained for this deal from a nationwide consumer reporting agency, which may not have enough information about your credit history to calculate one.",
      { soft: false, size: 9 },
    );
  paper.heading("Understanding your credit score", 60);
  table(
    paper,
    [1.2, 3],
    [
      ["What to know", ""],
      [
        "What a credit score is",
        "A number that reflects the information in your credit report. It can change, depending on how your credit history changes.",
      ],
      [
        "How we use it",
        "Your credit score can affect whether you can get credit and how much you will have to pay for it. Generally, the higher your score, the more likely you are to be offered better terms.",
      ],
      [
        "What if there are mistakes in your report?",
        "You have a right to dispute any inaccurate information. If you find mistakes on your credit report, contact the consumer reporting agency.",
      ],
      [
        "How can you obtain a copy?",
        "Under federal law, you have the right to obtain a free copy of your credit report from each of the nationwide consumer reporting agencies once a year, at annualcreditreport.com or 877-322-8228.",
      ],
      [
        "Where to learn more",
        "The Consumer Financial Protection Bureau’s website at consumerfinance.gov/learnmore, and the Federal Trade Commission’s at ftc.gov.",
      ],
    ],
  );
  paper.paragraph(`Given by ${store.name} before the contract was signed.`);
  drawSignatures(
    paper,
    input,
    [input.about === "coBuyer" ? "coBuyer" : "buyer"],
    "I have received the credit score disclosure.",
  );
  return paper;
}
