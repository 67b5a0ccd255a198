import { wordsIn } from "../words-in";
import type { Paper } from "../paper.server";
import { creditFormWords } from "./credit-form-words";
import type { FormInput } from "./form-input";
import {
  buyerName,
  cells,
  drawCar,
  drawParties,
  drawSignatures,
  formats,
  keepWithSignatures,
  sheetOf,
  startForm,
  table,
} from "./form-sheet.server";

const wordsOf = ({ locale }: FormInput) => wordsIn(creditFormWords, locale);

/** The credit application: who applies, what for, and what they say of themselves where that is kept. */
export async function drawCreditApplication(input: FormInput): Promise<Paper> {
  const { chosen } = sheetOf(input);
  const t = wordsOf(input);
  const { money } = formats(input);
  const figure = (label: string, value: string) => ({ label, value, align: "right" as const });
  const paper = await startForm(input, t("title"), t("subtitle"));
  paper.paragraph(t("identification"));
  paper.heading(t("purpose"), 40);
  drawCar(paper, input);
  if (chosen.ok && chosen.method === "finance")
    cells(paper, [
      figure(t("amount"), money(chosen.amountFinanced)),
      figure(t("months"), String(chosen.termMonths)),
      figure(t("payment"), money(chosen.payment)),
      figure(t("downPayment"), money(chosen.downPayment)),
    ]);
  if (chosen.ok && chosen.method === "lease")
    cells(paper, [
      figure(t("adjustedCapCost"), money(chosen.adjustedCapCost)),
      figure(t("months"), String(chosen.termMonths)),
      figure(t("payment"), money(chosen.payment)),
      figure(t("dueAtSigning"), money(chosen.dueAtSigning)),
    ]);
  const isCoBuyer = input.about === "coBuyer";
  drawApplicant(paper, input, isCoBuyer);
  const agreed = [t("certify"), t("equal"), t("married")];
  keepWithSignatures(paper, agreed, { heading: true });
  paper.heading(t("agree"));
  for (const words of agreed) paper.paragraph(words);
  drawSignatures(paper, input, [isCoBuyer ? "coBuyer" : "buyer"], t("intent"));
  return paper;
}

const rowsOf = <T>(list: readonly T[], across: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / across) }, (_, at) => list.slice(at * across, at * across + across));

/** Blank boxes for what nobody has stated: the form is then filled in by hand. */
const blankFields = ["birth", "number", "housing", "employer", "income", "other"] as const;

function drawApplicant(paper: Paper, input: FormInput, isCoBuyer: boolean): void {
  const { customer } = input.view.card.people;
  const { applicant: stated, withheld } = input.sensitive;
  const t = wordsOf(input);
  paper.heading(t(isCoBuyer ? "coApplicant" : "applicant"), 110);
  const place = [customer.street, customer.city, `${customer.region} ${customer.postcode}`.trim()].filter(Boolean);
  cells(paper, [
    { label: t("name"), value: isCoBuyer ? (input.coBuyer ?? "") : buyerName(input), bold: true },
    { label: t("address"), value: isCoBuyer ? t("onFile") : place.join(", "), share: 1.4 },
  ]);
  if (!isCoBuyer)
    cells(paper, [
      { label: t("telephone"), value: customer.phone },
      { label: t("email"), value: customer.email, share: 1.4 },
    ]);
  if (withheld) {
    paper.space(6);
    paper.paragraph(t("withheld"), { size: 9, soft: false });
    return;
  }
  const blank = blankFields.map((name) => ({ label: t(`blank.${name}`), value: "" }));
  // What is stated stands three in a row, so that the signature stays on the page; blanks are wide enough to write in.
  for (const row of stated.length > 0 ? rowsOf(stated, 3) : rowsOf(blank, 2)) cells(paper, row);
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
      { label: "As of", value: formats(input).date(score.asOf) },
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
  const given = `Given by ${store.name} before the contract was signed.`;
  keepWithSignatures(paper, [given]);
  paper.paragraph(given);
  drawSignatures(
    paper,
    input,
    [input.about === "coBuyer" ? "coBuyer" : "buyer"],
    "I have received the credit score disclosure.",
  );
  return paper;
}
