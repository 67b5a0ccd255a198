import { contextOf } from "#machines/deal/apply-deal-event";
import { chosenAnswer, type StipKind } from "#machines/deal/credit-slice";
import type { DocumentKind } from "#machines/jacket/document-kinds";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { database } from "#app/platform/database.server";

/** The jacket's document that a lender's paper is; null for what the lender looks into itself. */
export const documentOfStip: Readonly<Record<StipKind, DocumentKind | null>> = {
  income: "incomeProof",
  residence: "residenceProof",
  insurance: "insuranceProof",
  licence: "licenceCopy",
  references: null,
  employment: null,
};

/** What the papers of a deal have to know of its lender: who bought it, what it asks for, and whether the car may go first. */
export async function lenderCircumstances(dealId: string) {
  const state = await readDealState(dealId);
  if (!state) return {};
  const { prisma } = database();
  const { credit, store } = contextOf(state);
  const answer = chosenAnswer(credit);
  const spot = await prisma.spotDelivery.findFirst({ where: { dealId, state: "conditional" } });
  const stips = answer ? await prisma.stip.findMany({ where: { submissionId: answer.submissionId } }) : [];
  const asksFor = stips.flatMap(({ kind }) => documentOfStip[kind as StipKind] ?? []);
  return {
    lender: answer && { name: answer.lender, asksFor },
    ...(answer && { decision: "approved" as const }),
    deliveredBeforeApproval: spot !== null,
    conditional: spot && { lender: answer?.lender ?? null, deadline: storeDate(spot.deadline, store.timeZone) },
  };
}
