import type { DealEventOf } from "./deal-events";
import type { EventMeta } from "./event-meta";
import type { DealContext } from "./deal-context";
import { type CreditSlice, isWrittenOn, type LenderAnswer, noCredit } from "./credit-slice";
import type { Change, EventIn } from "./stage-writes";

/** The credit of a deal, whether or not anybody asked for any yet. */
export const creditOf = ({ credit }: Pick<DealContext, "credit">): CreditSlice => credit ?? noCredit;

/** What an event of the deal's credit writes. */
export function creditChange(context: DealContext, event: EventIn<"credit">, meta: EventMeta): Change {
  const credit = creditOf(context);
  switch (event.type) {
    case "credit.started":
    case "credit.completed": {
      const { applicationId, applicant } = event;
      const status = event.type === "credit.started" ? ("started" as const) : ("completed" as const);
      const others = credit.applications.filter((known) => known.applicant !== applicant);
      const applications = [...others, { applicationId, applicant, status, at: meta.at }];
      return { credit: { ...credit, skipped: false, applications } };
    }
    case "credit.skipped":
      return { credit: { ...credit, skipped: true } };
    case "credit.prequalified":
      return {
        credit: { ...credit, prequalified: { band: event.band, at: meta.at } },
        finance: { ...context.finance, creditBand: event.band, contractRateOverride: null },
      };
    case "credit.sent":
      return { credit: { ...credit, answers: [...credit.answers, sentTo(event, meta)] } };
    case "credit.answered":
      return { credit: answered(credit, event, meta) };
    case "credit.chosen":
      return chosen(context, credit, event, meta);
    case "credit.stipMoved": {
      const { type: _, ...request } = event;
      const others = credit.requests.filter(({ requestId }) => requestId !== event.requestId);
      return { credit: { ...credit, requests: [...others, request] } };
    }
    case "credit.flagRaised": {
      const { flagId, code } = event;
      const flag = { flagId, code, raisedAt: meta.at, resolvedBy: null, resolvedAt: null };
      return { credit: { ...credit, flags: [...credit.flags, flag] } };
    }
    case "credit.flagResolved": {
      const flags = credit.flags.map((flag) =>
        flag.flagId === event.flagId ? { ...flag, resolvedBy: meta.by, resolvedAt: meta.at } : flag,
      );
      return { credit: { ...credit, flags } };
    }
  }
}

const sentTo = ({ submissionId, lender, sent }: DealEventOf<"credit.sent">, { at }: EventMeta): LenderAnswer => ({
  submissionId,
  lender,
  ...(sent && { sent }),
  version: 0,
  status: "received",
  amount: null,
  termMonths: null,
  payment: null,
  conditions: [],
  expiresAt: null,
  at,
  terms: null,
});

function answered(credit: CreditSlice, event: DealEventOf<"credit.answered">, { at }: EventMeta): CreditSlice {
  const { type: _, ...answer } = event;
  const answers = credit.answers.map((known) =>
    known.submissionId === event.submissionId
      ? { ...known, ...answer, terms: answer.terms ?? keptTerms(known, event), at }
      : known,
  );
  // What the lender took back is no longer what the contract can be written on.
  const lost = credit.chosen?.submissionId === event.submissionId && !isWrittenOn(event.status);
  return { ...credit, answers, chosen: lost ? null : credit.chosen };
}

/** A contract that was paid out keeps what it was written on. */
const keptTerms = (known: LenderAnswer, { status }: DealEventOf<"credit.answered">) =>
  status === "booked" ? known.terms : null;

/** Writing on an approval takes over its rate, and its term where the deal's is longer. */
function chosen(
  { finance, store }: DealContext,
  credit: CreditSlice,
  { submissionId }: DealEventOf<"credit.chosen">,
  { by, at }: EventMeta,
): Change {
  const answer = credit.answers.find((known) => known.submissionId === submissionId);
  const rate = answer?.terms?.contractRate;
  if (!answer || rate === undefined || answer.termMonths === null) return {};
  const offered = store.retailTerms.map(({ termMonths }) => termMonths);
  const longest = Math.max(...offered.filter((months) => months <= (answer.termMonths ?? 0)), 0);
  const termMonths = finance.termMonths <= longest || longest === 0 ? finance.termMonths : longest;
  return {
    credit: { ...credit, chosen: { submissionId, by, at } },
    finance: {
      ...finance,
      termMonths,
      contractRateOverride: rate,
      ...(finance.rateException ? { rateException: null } : {}),
      termsAgreedAtRevision: null,
    },
  };
}
