import type { Cents } from "#machines/money/cents";
import { type LenderStructure, lenderStructureSchema } from "#machines/lending/lender-structure";
import type { CreditApplication } from "#app/generated/prisma/client";
import { openFields } from "#app/credit/sealed-fields.server";
import { simulatedBureau } from "#app/credit/prequalify.server";
import { raiseFlags } from "#app/credit/red-flags.server";
import { keepFields } from "#app/credit/sealed-fields.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import type { LenderApplicant, LenderRequest } from "./lender-port";

const centsOf = (dollars: string | undefined) => Math.round(Number(dollars ?? "0") * 100);

/**
 * Opens the applications of a deal for a lender, within one call. A report is looked at only where a purpose is recorded
 * and the applicant agreed to it; the score is kept with what is sealed.
 */
export async function lenderRequest(submission: {
  id: string;
  dealId: string;
  structure: unknown;
}): Promise<LenderRequest> {
  const structure: LenderStructure = lenderStructureSchema.parse(submission.structure);
  const applications = await database().prisma.creditApplication.findMany({
    where: { dealId: submission.dealId, status: "completed", disposedAt: null },
    orderBy: { applicant: "asc" },
  });
  const applicants: LenderApplicant[] = [];
  let income = 0;
  for (const application of applications) {
    const { fields, score } = await pulled(application);
    income += centsOf(fields.monthlyIncome) + centsOf(fields.otherIncome);
    applicants.push({ role: application.applicant === "coBuyer" ? "coBuyer" : "buyer", fields, score });
  }
  return { submissionId: submission.id, structure, applicants, monthlyIncome: income as Cents };
}

export const mayPull = ({ purpose, consentedAt }: Pick<CreditApplication, "purpose" | "consentedAt">) =>
  purpose !== null && consentedAt !== null;

/** The applicant's fields with their score, looked up once. */
async function pulled(application: CreditApplication): Promise<{ fields: Record<string, string>; score: number }> {
  if (!mayPull(application))
    throw new Fault("A credit report needs a recorded purpose and consent.", {
      code: "credit-consent",
      retryable: false,
    });
  const { score, softScore: _, ...fields } = (await openFields(application)) as Record<string, string>;
  if (score !== undefined) return { fields, score: Number(score) };
  const report = await simulatedBureau.hard(fields);
  await keepFields(application, { score: String(report.score) });
  await raiseFlags(application, fields, report);
  return { fields, score: report.score };
}
