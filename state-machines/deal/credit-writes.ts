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

const sentTo = (
  { submissionId, lender, method, sent }: DealEventOf<"credit.sent">,
  { at }: EventMeta,
): LenderAnswer => ({
  submissionId,
  lender,
  ...(method && { method }),
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
  const { type: _, lease, ...answer } = event;
  const answers = credit.answers.map((known) => {
    if (known.submissionId !== event.submissionId) return known;
    const { lease: before, ...rest } = known;
    const leased = lease ?? (event.status === "booked" ? before : undefined);
    return { ...rest, ...answer, terms: answer.terms ?? keptTerms(known, event), ...(leased && { lease: leased }), at };
  });
  // What the lender took back is no longer what the contract can be written on.
  const lost = credit.chosen?.submissionId === event.submissionId && !isWrittenOn(event.status);
  return { ...credit, answers, chosen: lost ? null : credit.chosen };
}

/** A contract that was paid out keeps what it was written on. */
const keptTerms = (known: LenderAnswer, { status }: DealEventOf<"credit.answered">) =>
  status === "booked" ? known.terms : null;

/** Writing on a lease's approval takes over no figure but its term, where the deal's is longer and the store's table has a shorter one. */
function chosenLease(
  { finance, store, vehicle }: DealContext,
  credit: CreditSlice,
  { submissionId, termMonths: approved }: LenderAnswer,
  { by, at }: EventMeta,
): Change {
  const change = { credit: { ...credit, chosen: { submissionId, by, at } } };
  if (approved === null || finance.leaseTermMonths <= approved) return change;
  const { milesPerYear } = finance;
  const offered = store.leaseTerms.flatMap((row) =>
    row.milesPerYear === milesPerYear &&
    row.termMonths <= approved &&
    vehicle.vehicle?.residuals.some(
      (known) => known.milesPerYear === milesPerYear && known.termMonths === row.termMonths,
    )
      ? row.termMonths
      : [],
  );
  if (offered.length === 0) return change;
  return { ...change, finance: { ...finance, leaseTermMonths: Math.max(...offered), termsAgreedAtRevision: null } };
}

/** Writing on an approval takes over its rate, and its term where the deal's is longer. */
function chosen(
  context: DealContext,
  credit: CreditSlice,
  { submissionId }: DealEventOf<"credit.chosen">,
  meta: EventMeta,
): Change {
  const { by, at } = meta;
  const answer = credit.answers.find((known) => known.submissionId === submissionId);
  if (answer?.lease) return chosenLease(context, credit, answer, meta);
  const { finance, store } = context;
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
