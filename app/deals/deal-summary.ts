import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { chosenAnswer, offersMoney } from "#machines/deal/credit-slice";
import type { DealContext } from "#machines/deal/deal-context";
import { nextStep, type NextStep, type Turn } from "#machines/deal/deal-progress";
import type { WaitParty } from "#machines/deal/wait-parties";
import { viewOf } from "#machines/deal/view-of-deal";
import { handoverTime } from "#machines/stages/handover";
import type { DealLife, StageStatuses } from "#machines/stages/stage";
import { type OpenRequest, openRequests } from "./open-request";

interface StaffName {
  staffId: string;
  firstName: string;
}

/** A row of the desk's list: staff see it, a customer never does. */
export interface DealSummary {
  dealId: string;
  dealNumber: string;
  customerName: string;
  vehicleName: string | null;
  stockNumber: string | null;
  life: DealLife;
  statuses: StageStatuses;
  method: "cash" | "finance" | "lease";
  turn: Turn;
  nextStep: NextStep["code"];
  /** Since when it has been this party's turn. */
  waitingSince: string;
  waitingFor: WaitParty;
  /** By when the store said it would be done. */
  promisedUntil: string | null;
  salesperson: StaffName | null;
  fniManager: StaffName | null;
  /** Where lenders stand, best answer first; absent while none was asked, and in an older row. */
  approval?: "written" | "offered" | "asked" | "declined";
  /** They walked in, or hold a screen of the store's right now; absent in an older row. */
  inStore?: boolean;
  /** When the car is handed over; absent without a time, and in an older row. */
  handoverAt?: string;
  /** Waiting for a manager's word; absent in a row from before there were requests. */
  requests?: OpenRequest[];
  revision: number;
  updatedAt: string;
}

const nameOf = (staff: StaffName | null): StaffName | null =>
  staff && { staffId: staff.staffId, firstName: staff.firstName };

function approvalOf({ credit }: DealContext): Pick<DealSummary, "approval"> {
  const answers = credit?.answers ?? [];
  if (chosenAnswer(credit)) return { approval: "written" };
  if (answers.some(({ status }) => offersMoney(status))) return { approval: "offered" };
  if (answers.some(({ status }) => status === "received" || status === "pending")) return { approval: "asked" };
  return answers.some(({ status }) => status === "declined") ? { approval: "declined" } : {};
}

/** The read model of a deal. */
export function dealSummary(state: DealState, at: string): DealSummary {
  const view = viewOf(state, "desk");
  const deal = contextOf(state);
  const { identity, people, vehicle: chosen, finance, wait, showroom } = deal;
  const handover = handoverTime(deal);
  const { vehicle } = chosen;
  const next = nextStep(view);
  return {
    dealId: identity.dealId,
    dealNumber: identity.dealNumber,
    customerName: [people.customer.firstName, people.customer.lastName].filter(Boolean).join(" "),
    vehicleName: vehicle && `${vehicle.year} ${vehicle.make} ${vehicle.model}`,
    stockNumber: vehicle?.stockNumber ?? null,
    life: view.life,
    statuses: view.statuses,
    method: finance.method,
    turn: next.turn,
    nextStep: next.code,
    waitingSince: wait.since,
    waitingFor: wait.party,
    promisedUntil: wait.promise?.until ?? null,
    salesperson: nameOf(people.salesperson),
    fniManager: nameOf(people.fniManager),
    ...approvalOf(deal),
    inStore: identity.startedFrom === "walkIn" || showroom.screens.some(({ closedAt }) => closedAt === null),
    ...(handover && { handoverAt: handover.startsAt }),
    requests: view.life === "open" ? openRequests(deal) : [],
    revision: state.revision,
    updatedAt: at,
  };
}
