import { askedFor, chosenAnswer, noCredit, seenCredit, type LenderStatus } from "#machines/deal/credit-slice";
import { staffFigures, type DealView } from "#machines/deal/deal-view";
import { dealerReserve } from "#machines/desking/dealer-reserve";
import { approvalDifferences } from "#machines/lending/approval-differences";
import { lenderStructureSchema } from "#machines/lending/lender-structure";
import { Exact } from "#machines/money/exact-decimal";
import { rateOf } from "#machines/money/rate";
import { database } from "#app/platform/database.server";
import { lenders } from "./lender-network.server";
import { messageOf } from "./lender-thread.server";
import { threadOf } from "./talk-to-lender.server";

/** What the store earns on an approval's rate, at the lender's own split. */
function reserveOn(
  answer: { lender: string; amount: number | null; termMonths: number | null },
  terms: Partial<Record<"buyRate" | "contractRate", number>>,
) {
  if (!answer.amount || !answer.termMonths || !terms.buyRate || !terms.contractRate) return null;
  const lender = lenders().find(({ name }) => name === answer.lender);
  // Nothing is added to a money factor: a reserve is a loan's.
  const programme = lender?.programmes.find(({ method }) => method === "finance");
  if (programme?.method !== "finance") return null;
  const rate = (value: number) => rateOf(value as Parameters<typeof rateOf>[0]);
  return dealerReserve(
    {
      principal: answer.amount as Parameters<typeof dealerReserve>[0]["principal"],
      termMonths: answer.termMonths,
      buyRate: rate(terms.buyRate),
      contractRate: rate(terms.contractRate),
    },
    {
      method: "financeChargeDifference",
      flatShare: new Exact(0),
      dealerSplit: new Exact(programme.reserveSplit).div(1_000_000),
      maxReserve: null,
      markupCaps: [{ upToMonths: 96, maxMarkup: new Exact(1) }],
      rateCeiling: null,
    },
  ).dealerShare;
}

/** Nobody answers any more. */
const closed = new Set<string>(["withdrawn", "expired", "booked"]);

type Sent = Awaited<ReturnType<typeof answersOf>>;

/** Where a lender stands that was sent this deal and has neither refused nor been taken back; asked again, it is on its answer. */
export const stillAsked = (sent: Sent, lender: string, method: string): LenderStatus | null =>
  sent.findLast(
    (answer) =>
      answer.lender === lender &&
      answer.method === method &&
      answer.status !== "declined" &&
      !closed.has(answer.status),
  )?.status ?? null;

/** What every lender said to this deal, newest version of each, beside what it was asked. */
export async function answersOf(view: DealView, mayActs: boolean) {
  const credit = seenCredit(view.card.credit) ?? noCredit;
  const submissions = await database().prisma.lenderSubmission.findMany({
    where: { dealId: view.card.identity.dealId },
  });
  const { lenderTerms: terms, leaseTerms } = staffFigures(view);
  const chosen = chosenAnswer(credit);
  return Promise.all(
    credit.answers.map(async (answer) => {
      const submission = submissions.find(({ id }) => id === answer.submissionId);
      const asked = lenderStructureSchema.safeParse(submission?.structure);
      const own = terms[answer.submissionId] ?? null;
      const leased = leaseTerms[answer.submissionId] ?? null;
      const { submissionId, lender, version, status, amount, termMonths, payment, conditions, expiresAt } = answer;
      const messages = mayActs ? await threadOf(submissionId) : [];
      return {
        submissionId,
        lender,
        method: askedFor(answer),
        version,
        status,
        amount,
        termMonths,
        payment,
        conditions,
        expiresAt,
        chosen: chosen?.submissionId === submissionId,
        tier: own?.tier ?? leased?.tier ?? null,
        buyRate: own?.buyRate ?? null,
        contractRate: own?.contractRate ?? null,
        maxRate: own?.maxRate ?? null,
        maxMoneyFactor: leased?.maxMoneyFactor ?? null,
        residual: leased?.residual ?? null,
        reference: own?.reference ?? leased?.reference ?? null,
        reserve: mayActs ? reserveOn(answer, own ?? {}) : null,
        total: payment !== null && termMonths !== null ? payment * termMonths : null,
        differences:
          asked.success && amount !== null
            ? approvalDifferences(asked.data, { ...answer, terms: own, lease: leased })
            : [],
        // Until it has a reference there is nobody to write to; afterwards nobody reads.
        canWrite: mayActs && submission?.reference != null && !closed.has(status),
        thread: messages.map(messageOf),
      };
    }),
  );
}
