import type { Applicant } from "#machines/deal/credit-slice";
import type { DocumentKind } from "#machines/jacket/document-kinds";
import type { Actor } from "#machines/store/actor";
import type { SessionPerson } from "#app/accounts/session.server";
import { noSensitiveFields, type Rendering, type SensitiveFields } from "#app/documents/sensitive-fields";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { formatDate, formatMoney, formatNumber } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { DEMO_AGENCY } from "./adverse-action.server";
import { type CreditFieldName, type CreditValues, lastFour } from "./credit-fields";
import { openedApplication } from "./credit-link.server";
import { creditMessages } from "./credit-messages";
import { applicantOf } from "./deal-credit.server";
import { SCORE_RANGE, scoreFactors } from "./prequalify.server";
import { openFields } from "./sealed-fields.server";

/** In the order of the form. A name stands in its head; the number shows its last four, on paper as on a screen. */
const printed: readonly CreditFieldName[] = [
  "dateOfBirth",
  "governmentNumber",
  "street",
  "city",
  "region",
  "postcode",
  "housing",
  "housingPayment",
  "monthsAtHome",
  "previousAddress",
  "employer",
  "jobTitle",
  "monthsAtWork",
  "previousEmployer",
  "monthlyIncome",
  "otherIncome",
  "licenceNumber",
  "licenceExpiry",
];
const dollars = new Set<CreditFieldName>(["housingPayment", "monthlyIncome", "otherIncome"]);
const days = new Set<CreditFieldName>(["dateOfBirth", "licenceExpiry"]);
const months = new Set<CreditFieldName>(["monthsAtHome", "monthsAtWork"]);

function written(name: CreditFieldName, value: string, locale: Locale): string {
  const t = translator(creditMessages, locale);
  if (name === "governmentNumber") return lastFour(value);
  if (name === "housing") return t(`form.housing.${value as "own" | "rent" | "family"}`);
  if (dollars.has(name)) return formatMoney(Math.round(Number(value) * 100), locale);
  if (days.has(name)) return formatDate(value, locale, "UTC", "long");
  return months.has(name) ? formatNumber(Number(value), locale) : value;
}

function rowsOf(values: CreditValues, locale: Locale) {
  const t = translator(creditMessages, locale);
  return printed.flatMap((name) => {
    const value = values[name];
    return value ? [{ label: t(`form.field.${name}`), value: written(name, value, locale) }] : [];
  });
}

const applicationOf = (dealId: string, about: string) => {
  const applicant: Applicant = about === "coBuyer" ? "coBuyer" : "buyer";
  return database().prisma.creditApplication.findUnique({ where: { dealId_applicant: { dealId, applicant } } });
};

/**
 * What a paper says of one applicant's credit file: in the sealed rendering alone, and of a complete application alone.
 * Every other rendering learns that there is something, and nothing of what.
 */
export async function readPaperFields(
  dealId: string,
  kind: DocumentKind,
  about: string,
  rendering: Rendering,
  locale: Locale,
): Promise<SensitiveFields> {
  const isAboutCredit = kind === "creditApplication" || kind === "creditScoreNotice" || kind === "adverseAction";
  const application = isAboutCredit ? await applicationOf(dealId, about) : null;
  if (!application?.sealKey || application.status !== "completed") return noSensitiveFields;
  if (kind === "creditApplication") {
    if (rendering === "open") return { ...noSensitiveFields, withheld: true };
    return { applicant: rowsOf(await openFields(application), locale), score: null };
  }
  const field = await database().prisma.creditField.findUnique({
    where: { applicationId_name: { applicationId: application.id, name: "score" } },
  });
  if (!field) return noSensitiveFields;
  if (rendering === "open") return { ...noSensitiveFields, withheld: true };
  const { score = "" } = await openFields(application);
  return {
    applicant: [],
    score: {
      value: score,
      range: `${SCORE_RANGE.lowest} to ${SCORE_RANGE.highest}`,
      asOf: field.updatedAt.toISOString().slice(0, 10),
      agency: DEMO_AGENCY.name,
      factors: scoreFactors(Number(score)),
    },
  };
}

/**
 * May this person have a paper of somebody's credit with its values? Its own applicant, in the browser that opened the
 * application with its code; and a finance manager while they have that credit file open, with a reason that stays.
 */
export async function opensSealedPaper(
  person: SessionPerson,
  actor: Actor,
  dealId: string,
  about: string,
): Promise<boolean> {
  const application = await applicationOf(dealId, about);
  if (!application || person.kind === "nobody") return false;
  const { sessionId } = person;
  if (person.kind === "shopper")
    return (
      applicantOf(actor) === application.applicant && (await openedApplication(application.id, sessionId)) !== null
    );
  if (person.role !== "fniManager") return false;
  const open = await database().prisma.sealedView.count({
    where: { applicationId: application.id, staffId: person.staffId, sessionId, until: { gt: now() } },
  });
  return open > 0;
}
