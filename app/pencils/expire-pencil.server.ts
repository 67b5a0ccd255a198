import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { now } from "#app/platform/clock.server";
import { Fault } from "#app/platform/fault";

/** Writes down that a proposal's time ran out, so that both sides see it without looking at their own clocks. */
export async function expirePencil(dealId: string, number: number): Promise<void> {
  const state = await readDealState(dealId);
  const pencil = state && contextOf(state).pencils.list[number - 1];
  if (pencil?.status !== "proposed") return;
  if (pencil.expiresAt > now().toISOString())
    throw new Fault(`Proposal ${number} of ${dealId} is still good.`, { code: "too-early", retryable: true });
  const answer = await submitDealEvent({
    dealId,
    editId: `pencil-expired:${number}`,
    actor: { kind: "system", name: "clock" },
    event: { type: "pencil.expired", number },
  });
  // A refusal is fine: it was answered meanwhile, or the deal is frozen and takes no news of it.
  if (answer.status === "again")
    throw new Fault(`Proposal ${number} of ${dealId} waits.`, { code: "busy", retryable: true });
}
