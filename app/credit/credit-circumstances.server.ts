import { declineReasons } from "#machines/lending/decide-application";
import { adverseNoticesOf } from "./adverse-action.server";
import { declineReasonWords } from "./decline-reason-words";

/** What the papers of a deal have to know of its credit: a refusal that was told, the newest one. */
export async function creditCircumstances(dealId: string) {
  const [notice] = (await adverseNoticesOf(dealId)).toSorted((one, other) => other.toldAt.localeCompare(one.toldAt));
  if (!notice) return {};
  return {
    decision: "declined" as const,
    refusal: {
      creditor: notice.creditor,
      creditorAddress: notice.creditorAddress,
      reasons: declineReasons
        .filter((code) => notice.reasons.includes(code))
        .map((code) => declineReasonWords.en[code]),
      agency: notice.agency,
      decidedOn: notice.toldAt.slice(0, 10),
    },
  };
}
