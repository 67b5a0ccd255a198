import type { Audience } from "../store/actor";
import { contextOf, type DealState, lifeOf, statusesOf } from "./apply-deal-event";
import type { DealView } from "./deal-view";
import { type CustomerCard, projectDeal } from "./project-deal";

/** Projects a deal for one audience. Apart from the view's type, so that a browser needs neither chart nor tables. */
export function viewOf(state: DealState, audience: Audience): DealView {
  return {
    revision: state.revision,
    numbersRevision: state.numbersRevision,
    life: lifeOf(state),
    ...statusesOf(state),
    card: projectDeal(contextOf(state), audience) as CustomerCard,
  };
}
