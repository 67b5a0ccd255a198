import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { nextStep, type NextStep, type Turn } from "#machines/deal/deal-progress";
import { viewOf } from "#machines/deal/view-of-deal";
import type { DealLife, StageStatuses } from "#machines/stages/stage";

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
  salesperson: StaffName | null;
  fniManager: StaffName | null;
  revision: number;
  updatedAt: string;
}

const nameOf = (staff: StaffName | null): StaffName | null =>
  staff && { staffId: staff.staffId, firstName: staff.firstName };

/** The read model of a deal; `previous` carries since when the turn has been whose it is. */
export function dealSummary(state: DealState, at: string, previous: DealSummary | null): DealSummary {
  const view = viewOf(state, "desk");
  const { identity, people, vehicle: chosen, finance } = contextOf(state);
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
    waitingSince: previous && previous.turn === next.turn ? previous.waitingSince : at,
    salesperson: nameOf(people.salesperson),
    fniManager: nameOf(people.fniManager),
    revision: state.revision,
    updatedAt: at,
  };
}
