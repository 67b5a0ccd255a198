import { type StageName, stageNames } from "../stages/stage";
import { assertNever } from "../assert";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
import type { EventMeta } from "./event-meta";
import {
  type Change,
  deliveryChange,
  depositChange,
  type EventIn,
  financeChange,
  tradeChange,
  vehicleChange,
} from "./stage-writes";

/** What an event writes: new slices, never a mutation, nothing looked up outside. The one action of the chart. */
export function changeOf(context: DealContext, event: DealEvent, meta: EventMeta): Change {
  const change = sliceChange(context, event, meta);
  const stage = stageTakenUp(event);
  const life = change.life ?? context.life;
  // Money that arrives while the deal is locked is written down, but nobody has taken the stage up.
  const locked = life.frozenAt !== null || life.lostReason !== null;
  if (!stage || locked || !life.stageNotes[stage]) return change;
  const { [stage]: _, ...stageNotes } = life.stageNotes;
  return { ...change, life: { ...life, stageNotes } };
}

/** The stage that an event works in: a left-out stage is taken up by it. The appraisal is the store's own affair. */
function stageTakenUp(event: DealEvent): StageName | null {
  if (event.type === "stage.resumed" || event.type === "stage.confirmed") return event.stage;
  if (event.type === "trade.acvAppraised") return null;
  return stageNames.find((stage) => event.type.startsWith(`${stage}.`)) ?? null;
}

function sliceChange(context: DealContext, event: DealEvent, meta: EventMeta): Change {
  switch (event.type) {
    case "deal.started":
      return {}; // The first event makes the context; see startedContext.
    case "customer.identified":
    case "customer.addressStated":
    case "customer.identityVerified":
    case "staff.assigned":
    case "note.added":
      return peopleChange(context, event, meta);
    case "vehicle.confirmed":
    case "vehicle.swapped":
    case "vehicle.sellingPriceSet":
    case "vehicle.incentiveClaimed":
      return vehicleChange(context, event, meta);
    case "trade.described":
    case "trade.conditionAnswered":
    case "trade.ownershipStated":
    case "trade.payoffStated":
    case "trade.valued":
    case "trade.acvAppraised":
    case "trade.offerMade":
    case "trade.offerAccepted":
    case "trade.offerDeclined":
    case "trade.offerCountered":
      return tradeChange(context, event, meta);
    case "finance.methodChosen":
    case "finance.termChosen":
    case "finance.cashDownSet":
    case "finance.cellAdopted":
    case "finance.creditBandStated":
    case "finance.leaseTermsChosen":
    case "finance.targetPaymentSet":
    case "finance.contractRateSet":
    case "finance.termsAgreed":
      return { finance: { ...context.finance, ...financeChange(context.finance, event, meta) } };
    case "fni.productAnswered": {
      const { code, answer, optionCode } = event;
      return { fni: { answers: { ...context.fni.answers, [code]: { answer, optionCode } } } };
    }
    case "deposit.termsAccepted":
    case "deposit.checkoutOpened":
    case "deposit.held":
    case "deposit.failed":
    case "deposit.refundRequested":
    case "deposit.refunded":
      return depositChange(context, event, meta);
    case "delivery.methodChosen":
    case "delivery.addressGiven":
    case "delivery.slotBooked":
      return deliveryChange(context, event);
    case "stage.skipped":
    case "stage.deferred":
    case "stage.resumed":
    case "stage.confirmed":
      return stageChange(context, event, meta);
    case "deal.frozen":
    case "deal.reopened":
    case "deal.contracted":
    case "deal.delivered":
    case "deal.lost":
    case "deal.revived":
      return lifeChange(context, event, meta);
    default:
      return assertNever(event);
  }
}

function peopleChange(
  context: DealContext,
  event: EventIn<"customer"> | EventIn<"staff"> | EventIn<"note">,
  meta: EventMeta,
): Change {
  const { people, notes } = context;
  switch (event.type) {
    case "customer.identified": {
      const { type: _, ...stated } = event;
      const { firstName, lastName } = people.customer;
      // Papers were checked against a name: another name needs them again.
      const sameName = stated.firstName === firstName && stated.lastName === lastName;
      const identityVerifiedBy = sameName ? people.identityVerifiedBy : null;
      return { people: { ...people, customer: { ...people.customer, ...stated }, identityVerifiedBy } };
    }
    case "customer.addressStated": {
      const { type: _, ...stated } = event;
      return { people: { ...people, customer: { ...people.customer, ...stated } } };
    }
    case "customer.identityVerified":
      return { people: { ...people, identityVerifiedBy: meta.by } };
    case "staff.assigned": {
      const { role } = event.staff;
      const seat = role === "fniManager" ? "fniManager" : role === "salesperson" ? "salesperson" : "salesManager";
      return { people: { ...people, [seat]: event.staff } };
    }
    case "note.added":
      return { notes: { entries: [...notes.entries, { by: meta.by, at: meta.at, text: event.text }] } };
  }
}

function stageChange({ life, finance }: DealContext, event: EventIn<"stage">, meta: EventMeta): Change {
  const note = (stage: StageName, reason: DealEventOf<"stage.skipped">["reason"] | null, remindAt: string | null) => ({
    life: { ...life, stageNotes: { ...life.stageNotes, [stage]: { reason, remindAt, by: meta.by, at: meta.at } } },
  });
  switch (event.type) {
    case "stage.skipped":
      return note(event.stage, event.reason, null);
    case "stage.deferred":
      return note(event.stage, null, event.remindAt);
    case "stage.resumed":
      return {};
    case "stage.confirmed":
      return event.stage === "finance" ? { finance: { ...finance, termsAgreedAtRevision: meta.revision } } : {};
  }
}

function lifeChange({ life, identity, delivery }: DealContext, event: EventIn<"deal">, meta: EventMeta): Change {
  switch (event.type) {
    case "deal.started":
    case "deal.contracted":
      return {};
    case "deal.frozen":
      return {
        identity: { ...identity, contractDate: event.contractDate },
        life: { ...life, contractingRevision: meta.revision, frozenAt: meta.at, frozenBy: meta.by },
      };
    case "deal.reopened":
      return {
        life: {
          ...life,
          contractingRevision: null,
          frozenAt: null,
          frozenBy: null,
          reopenings: [...life.reopenings, { reason: event.reason, by: meta.by, at: meta.at }],
        },
      };
    case "deal.delivered":
      return { life: { ...life, deliveredAt: meta.at } };
    case "deal.lost":
      return {
        life: { ...life, lostReason: event.reason, contractingRevision: null, frozenAt: null, frozenBy: null },
        // The booked time goes back to the store's calendar; a revived deal books again.
        delivery: { ...delivery, slot: null },
      };
    case "deal.revived":
      return { life: { ...life, lostReason: null } };
  }
}
