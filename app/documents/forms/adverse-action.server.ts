import { assert } from "#machines/assert";
import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import { cells, drawParties, formats, startForm } from "./form-sheet.server";

/** A refusal of credit with its reasons (12 CFR 1002.9): there is none without at least one that is specific. */
export async function drawAdverseAction(given: FormInput): Promise<Paper> {
  // The notice is one of federal law of the United States, in its own words.
  const input: FormInput = { ...given, locale: "en" };
  const { refusal } = input;
  assert(refusal && refusal.reasons.length > 0, "a refusal names at least one specific reason");
  // Given, it is final, whatever becomes of the deal.
  const paper = await startForm(
    { ...input, isFinal: true },
    "Notice of action taken",
    "Statement of credit denial, termination or change",
  );
  drawParties(paper, input, { buyer: "Applicant", coBuyer: "applicant", seller: "Given by" });
  cells(paper, [
    { label: "Creditor", value: refusal.creditor, bold: true },
    { label: "Creditor’s address", value: refusal.creditorAddress, share: 1.4 },
    { label: "Decided on", value: formats(input).date(refusal.decidedOn), share: 0.7 },
  ]);
  paper.space(10);
  paper.paragraph(
    `Thank you for your application for credit. It was not approved, for the following principal ${refusal.reasons.length === 1 ? "reason" : "reasons"}:`,
    { size: 9, soft: false },
  );
  for (const reason of refusal.reasons) paper.paragraph(`• ${reason}`, { size: 9, soft: false, left: paper.left + 8 });
  drawAgency(paper, input);
  paper.heading("Notice", 60);
  paper.paragraph(
    "The federal Equal Credit Opportunity Act prohibits creditors from discriminating against credit applicants on the basis of race, color, religion, national origin, sex, marital status, age (provided the applicant has the capacity to enter into a binding contract); because all or part of the applicant’s income derives from any public assistance program; or because the applicant has in good faith exercised any right under the Consumer Credit Protection Act. The federal agency that administers compliance with this law concerning this creditor is the Federal Trade Commission, Equal Credit Opportunity, Washington, DC 20580.",
  );
  return paper;
}

function drawAgency(paper: Paper, input: FormInput): void {
  const { refusal, sensitive } = input;
  if (!refusal?.agency) return;
  const { name, address, phone } = refusal.agency;
  paper.heading("Information from a consumer reporting agency", 80);
  paper.paragraph(
    "Our decision was based in whole or in part on information obtained from the agency below. It played no part in the decision and cannot supply specific reasons. Under the federal Fair Credit Reporting Act you have a right to know the information in your credit file, to a free copy of your report from the agency if you ask within 60 days, and to dispute with it anything inaccurate or incomplete.",
  );
  cells(paper, [
    { label: "Agency", value: name },
    { label: "Address", value: address, share: 1.6 },
    { label: "Telephone", value: phone },
  ]);
  const { score } = sensitive;
  if (score)
    cells(paper, [
      { label: "Your credit score", value: score.value, bold: true },
      { label: "Scores range", value: score.range },
      { label: "As of", value: formats(input).date(score.asOf) },
    ]);
}
