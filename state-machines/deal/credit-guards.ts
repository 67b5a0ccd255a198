import type { Actor } from "../store/actor";
import { askedFor, offersMoney } from "./credit-slice";
import { creditOf } from "./credit-writes";
import type { DealContext } from "./deal-context";
import type { DealEventOf, DealEventType } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import type { GuardScope } from "./guard-scope";

/** Lenders answer, and papers come in, whatever has become of the deal meanwhile; a point is looked at any time. */
export const isNewsOfCredit = (type: DealEventType, actor: Actor): boolean =>
  type === "credit.flagResolved" ||
  (actor.kind === "system" && type.startsWith("credit.") && type !== "credit.prequalified");

const answerOf = (deal: DealContext, submissionId: string) =>
  creditOf(deal).answers.find((known) => known.submissionId === submissionId);

/** A decision is about something that was sent, and the newest version of it wins. */
function answerFits(deal: DealContext, { submissionId, version }: DealEventOf<"credit.answered">): Refusal | null {
  const known = answerOf(deal, submissionId);
  return known && version > known.version ? null : refuse("noLenderAnswer");
}

function sentOnce(deal: DealContext, { submissionId }: DealEventOf<"credit.sent">): Refusal | null {
  return answerOf(deal, submissionId) ? refuse("noLenderAnswer") : null;
}

function approvalCanBeChosen(
  deal: DealContext,
  { submissionId }: DealEventOf<"credit.chosen">,
  { at }: GuardScope,
): Refusal | null {
  const answer = answerOf(deal, submissionId);
  if (!answer || !offersMoney(answer.status) || !(answer.terms ?? answer.lease)) return refuse("noLenderAnswer");
  // A loan's approval is nothing to write a lease on, nor the other way round.
  const method = askedFor(answer);
  if (method === "lease" && deal.finance.method !== "lease") return refuse("noLenderAnswer");
  if (method === "finance" && deal.finance.method !== "finance") return refuse("notFinanced");
  return answer.expiresAt !== null && answer.expiresAt <= at ? refuse("lenderAnswerExpired") : null;
}

function bandIsKnown({ store }: DealContext, { band }: DealEventOf<"credit.prequalified">): Refusal | null {
  return store.creditBands.some(({ code }) => code === band) ? null : refuse("creditBandUnknown", undefined, "band");
}

function flagIsOpen(deal: DealContext, { flagId }: DealEventOf<"credit.flagResolved">): Refusal | null {
  const flag = creditOf(deal).flags.find((known) => known.flagId === flagId);
  return flag && flag.resolvedAt === null ? null : refuse("noFlag");
}

/** The business rules of the deal's credit. */
export const creditGuards = {
  "credit.prequalified": bandIsKnown,
  "credit.sent": sentOnce,
  "credit.answered": answerFits,
  "credit.chosen": approvalCanBeChosen,
  "credit.flagResolved": flagIsOpen,
};
