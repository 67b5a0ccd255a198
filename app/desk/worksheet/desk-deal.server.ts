import { contextOf } from "#machines/deal/apply-deal-event";
import { type Actor, audienceOf } from "#machines/store/actor";
import { cardPlace } from "#app/deal-card/card-place.server";
import { readDealChanges, readDealState, readDealView } from "#app/deals/read-deal.server";
import { flawsOf } from "#app/pencils/seal-pencil.server";

/** The desk opens with the last changes; the whole list has a page of its own. */
const CHANGES_SHOWN = 30;

/** One deal as the desk works it, from its reader's own projection; null when there is none. */
export async function readDeskDeal(dealId: string, actor: Extract<Actor, { kind: "staff" }>) {
  const audience = audienceOf(actor);
  const [view, state] = await Promise.all([readDealView(dealId, audience), readDealState(dealId)]);
  if (!view || !state) return null;
  const changes = await readDealChanges(dealId, audience);
  return {
    dealId,
    view,
    audience,
    me: { staffId: actor.staffId, firstName: actor.firstName, role: actor.role },
    place: cardPlace(actor),
    changes: changes.slice(-CHANGES_SHOWN),
    sinceLastHere: null,
    stage: "finance" as const,
    /** Proposals whose content, signature or chain does not hold: checked by the server, with its own key. */
    broken: flawsOf(dealId, contextOf(state).pencils.list).map(({ number }) => number),
    rooftop: { timeZone: view.card.store.timeZone, accent: null },
  };
}
