import { randomUUID } from "node:crypto";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { BureauAlerts } from "./red-flags.server";
import { SOFT_CONSENT } from "./consent-texts";
import type { DealOfCredit } from "./credit-application.server";
import { openApplication } from "./credit-application.server";
import type { CreditValues } from "./credit-fields";
import { keepFields } from "./sealed-fields.server";
import { tellCredit } from "./tell-credit.server";

/** A look at a credit file. The built-in one is made up from what was stated, always the same for the same person. */
export interface CreditBureau {
  /** Leaves no mark; name and address are enough. */
  soft(values: CreditValues): Promise<{ score: number }>;
  /** Leaves a mark; never before a soft look or a signed consent. */
  hard(values: CreditValues): Promise<{ score: number } & BureauAlerts>;
}

const LOWEST = 500;
const SPAN = 340;

/** As scores of this kind run, whatever a simulated one may be. */
export const SCORE_RANGE = { lowest: 300, highest: 850 } as const;

const STRONG = 720;

/** What weighed most against a score, as the built-in bureau says it; always the same for the same score. */
export const scoreFactors = (score: number): string[] =>
  score >= STRONG
    ? ["Length of time accounts have been established", "Number of recent inquiries"]
    : [
        "Proportion of balances to credit limits is too high on revolving accounts",
        "Length of time accounts have been established",
        "Number of recent inquiries",
        "Time since delinquency is too recent or unknown",
      ];

/** Digits first, where there are any: a tester chooses a score by the last four. */
function scoreOf({ governmentNumber, lastName = "", postcode = "" }: CreditValues): number {
  const digits = governmentNumber?.slice(-4);
  if (digits) return LOWEST + Math.round((Number(digits) / 9_999) * SPAN);
  const letters = [...`${lastName}${postcode}`.toLocaleLowerCase()];
  return LOWEST + 120 + (letters.reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0) * 7, 0) % 200);
}

export const simulatedBureau: CreditBureau = {
  soft: (values) => Promise.resolve({ score: scoreOf(values) }),
  hard: (values) =>
    Promise.resolve({
      score: scoreOf(values),
      // Numbers set aside so that every point can be tried.
      fraudAlert: values.governmentNumber?.startsWith("911") ?? false,
      creditFreeze: values.governmentNumber?.startsWith("912") ?? false,
    }),
};

export type Prequalified = { ok: true; band: string } | { ok: false; reason: "consent" | "noBand" };

/** The soft look, with its own consent; the score stays sealed, the deal learns the band. */
export async function prequalify(
  deal: DealOfCredit,
  given: { firstName: string; lastName: string; postcode: string; agreed: boolean },
): Promise<Prequalified> {
  if (!given.agreed) return { ok: false, reason: "consent" };
  const application = await openApplication(deal, "buyer");
  const { firstName, lastName, postcode } = given;
  const { score } = await simulatedBureau.soft({ firstName, lastName, postcode });
  await keepFields(application, { softScore: String(score) });
  await database().prisma.creditApplication.update({
    where: { id: application.id },
    data: { softConsentAt: now(), softConsentVersion: SOFT_CONSENT },
  });
  const state = await readDealState(deal.dealId);
  const band =
    state &&
    contextOf(state).store.creditBands.find(({ minScore, maxScore }) => score >= minScore && score <= maxScore);
  if (!band) return { ok: false, reason: "noBand" };
  await tellCredit(deal.dealId, `prequalified:${randomUUID()}`, { type: "credit.prequalified", band: band.code });
  return { ok: true, band: band.code };
}
