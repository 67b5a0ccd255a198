import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { Tender } from "#machines/stages/tender";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { deskKinds } from "./desk-deposit.server";
import { postMovement } from "./ledger.server";

async function tenderOf(dealId: string, number: number): Promise<Tender> {
  const state = await readDealState(dealId);
  const tender = state && contextOf(state).tenders.list[number - 1];
  assert(tender, "money at the desk is in its deal");
  return tender;
}

/** Money that was taken at the desk, as its pair of entries. */
export async function postTender(dealId: string, number: number): Promise<void> {
  const { amount, method, by, reference } = await tenderOf(dealId, number);
  await database().transaction((tx) =>
    postMovement(tx, {
      key: `tender:${dealId}:${number}`,
      kind: deskKinds[method],
      amount,
      dealId,
      reference: reference || null,
      by: { kind: by.kind, id: by.id },
    }),
  );
}

/** A part of it that was given back again. */
export async function postTenderReturn(dealId: string, number: number, part: number): Promise<void> {
  const { method, returns } = await tenderOf(dealId, number);
  const returned = returns[part - 1];
  assert(returned, "what was given back is in its deal");
  await database().transaction((tx) =>
    postMovement(tx, {
      key: `tenderReturn:${dealId}:${number}:${part}`,
      kind: `${deskKinds[method]}Returned`,
      amount: returned.amount,
      dealId,
      reason: returned.reason,
      by: { kind: returned.by.kind, id: returned.by.id },
    }),
  );
}
