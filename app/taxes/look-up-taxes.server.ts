import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { Fault } from "#app/platform/fault";

/**
 * Something that the taxes rest on is new (the buyer's address, the day of the hand-over): they are looked up again for
 * the place where the car is kept. The edit is named after the revision that asked, so a second run does nothing.
 */
export async function lookUpTaxes(dealId: string, revision: number): Promise<void> {
  const state = await readDealState(dealId);
  if (!state) return;
  const { garaging } = contextOf(state).taxes;
  const { street = "", city = "", region = "", postcode = "" } = garaging ?? {};
  const answer = await submitDealEvent({
    dealId,
    editId: `taxes:${revision}`,
    actor: { kind: "system", name: "clock" },
    event: {
      type: "taxes.garagingRequested",
      address: garaging && !garaging.sameAsHome ? { street, city, region, postcode } : null,
      registrant: garaging?.registrant ?? false,
    },
  });
  // A refusal is the deal's own answer (it was frozen meanwhile) and stands as a red line; only "later" is tried again.
  if (answer.status === "again") throw new Fault(`The taxes of ${dealId} wait.`, { code: "busy", retryable: true });
}
