import type { StageName } from "../stages/stage";
import { approvalChange } from "./approval-writes";
import { creditChange } from "./credit-writes";
import { type DealContext, staffSeats } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
import type { EventMeta } from "./event-meta";
import { driveChange, dueBillChange, handoverChange, titleWorkChange } from "./handover-writes";
import { menuChange } from "./menu-writes";
import { importedChange } from "./imported-deal-writes";
import { promiseChange } from "./promise-writes";
import { returnsChange } from "./return-writes";
import { seatChange } from "./seat-writes";
import { showroomChange } from "./showroom-slice";
import { promisedWait } from "./wait-clock";
import { pencilChange } from "./pencil-writes";
import { scenarioChange } from "./scenario-writes";
import { depositChange } from "./deposit-writes";
import { stageOfEvent } from "./stage-of-event";
import { type Change, deliveryChange, type EventIn, financeChange, vehicleChange } from "./stage-writes";
import { tenderChange } from "./tender-writes";
import { taxChange } from "./tax-writes";
import { isTradeAside } from "./trade-asides";
import { tradeChange } from "./trade-writes";

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

/** The stage that an event works in: a left-out stage is taken up by it. */
function stageTakenUp(event: DealEvent): StageName | null {
  if (event.type === "stage.resumed" || event.type === "stage.confirmed") return event.stage;
  if (isTradeAside(event.type)) return null;
  // Agreeing to a pencil, or paying as a pinned plan says, is working in finance.
  if (event.type === "pencil.accepted" || event.type === "scenario.adopted") return "finance";
  return stageOfEvent(event.type);
}

type Area = DealEvent["type"] extends infer Type ? (Type extends `${infer Name}.${string}` ? Name : never) : never;
type Writer<Name extends Area> = (context: DealContext, event: EventIn<Name>, meta: EventMeta) => Change;

/** Who writes down the events of each kind; a kind without a writer does not compile. */
const writers: { readonly [Name in Area]: Writer<Name> } = {
  customer: peopleChange,
  staff: peopleChange,
  note: peopleChange,
  seat: seatChange,
  coBuyer: seatChange,
  wait: (context, event, meta) => ({ wait: promisedWait(context.wait, event, meta) }),
  showroom: showroomChange,
  vehicle: vehicleChange,
  trade: tradeChange,
  finance: ({ finance }, event, meta) => ({ finance: { ...finance, ...financeChange(finance, event, meta) } }),
  fni: menuChange,
  credit: creditChange,
  deposit: depositChange,
  tender: tenderChange,
  delivery: deliveryChange,
  handover: handoverChange,
  dueBill: dueBillChange,
  titleWork: titleWorkChange,
  returns: returnsChange,
  drive: driveChange,
  taxes: taxChange,
  promise: promiseChange,
  stage: stageChange,
  pencil: pencilChange,
  scenario: scenarioChange,
  approval: approvalChange,
  deal: (context, event, meta) =>
    event.type === "deal.imported" ? importedChange(context, event) : lifeChange(context, event, meta),
};

function sliceChange(context: DealContext, event: DealEvent, meta: EventMeta): Change {
  const area = event.type.slice(0, event.type.indexOf(".")) as Area;
  const write = writers[area] as (context: DealContext, event: DealEvent, meta: EventMeta) => Change;
  return write(context, event, meta);
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
    case "staff.released": {
      const given = staffSeats.filter((seat) => people[seat]?.staffId === event.staffId);
      return { people: { ...people, ...Object.fromEntries(given.map((seat) => [seat, null])) } };
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

function lifeChange(
  { life, identity, delivery, handover, drives }: DealContext,
  event: Exclude<EventIn<"deal">, { type: "deal.imported" }>,
  meta: EventMeta,
): Change {
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
        handover: { ...handover, appointment: null },
        drives: {
          list: drives.list.map((drive) => (drive.status === "booked" ? { ...drive, status: "cancelled" } : drive)),
        },
      };
    case "deal.revived":
      return { life: { ...life, lostReason: null } };
  }
}
