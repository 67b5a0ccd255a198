import type { ChangeCause } from "./change-cause";
import { seenCredit } from "./credit-slice";
import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

const applicantParams: Params = ({ card: was }, { card: is }) => {
  const changed = seenCredit(is.credit)?.applications.find(
    (known) => !seenCredit(was.credit)?.applications.some((before) => !differ(before, known)),
  );
  return { applicant: changed?.applicant ?? null };
};

/** The lender's answer that is new or has another version than before. */
const answerParams: Params = ({ card: was }, { card: is }) => {
  const changed = seenCredit(is.credit)?.answers.find(
    (known) =>
      seenCredit(was.credit)?.answers.find(({ submissionId }) => submissionId === known.submissionId)?.version !==
      known.version,
  );
  const { lender, status, amount, payment } = changed ?? {};
  return { lender: lender ?? null, status: status ?? null, amount: amount ?? null, payment: payment ?? null };
};

const chosenParams: Params = (_was, { card }) => {
  const { chosen, answers = [] } = seenCredit(card.credit) ?? {};
  return { lender: answers.find(({ submissionId }) => submissionId === chosen?.submissionId)?.lender ?? null };
};

const stipParams: Params = ({ card: was }, { card: is }) => {
  const moved = seenCredit(is.credit)?.requests.find(
    (known) => !seenCredit(was.credit)?.requests.some((before) => !differ(before, known)),
  );
  return { kind: moved?.kind ?? null, state: moved?.state ?? null };
};

/** Values of the sentences about applications and lenders' answers. */
export const creditCauses: Partial<Record<DealEventType, Params>> = {
  "credit.started": applicantParams,
  "credit.completed": applicantParams,
  "credit.prequalified": (_was, { card }) => ({ band: seenCredit(card.credit)?.prequalified?.band ?? null }),
  "credit.sent": answerParams,
  "credit.answered": answerParams,
  "credit.chosen": chosenParams,
  "credit.stipMoved": stipParams,
};
