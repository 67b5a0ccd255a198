import type { DeskRow } from "#app/realtime/protocol";

/** A row of the store's list; a test says only what it is about. */
export const aDeskRow = (row: Partial<DeskRow> = {}): DeskRow => ({
  dealId: "deal-1042",
  dealNumber: "LM-1042",
  customerName: "Theo Lindqvist",
  vehicleName: "2026 Norden Vista Hybrid",
  stockNumber: "V2601",
  life: "open",
  statuses: {
    vehicle: "complete",
    trade: "skipped",
    finance: "inProgress",
    fni: "notStarted",
    deposit: "notStarted",
    delivery: "notStarted",
  },
  method: "finance",
  turn: "customer",
  nextStep: "continue",
  waitingFor: "customer",
  promisedUntil: null,
  waitingSince: "2026-11-28T15:00:00.000Z",
  salesperson: null,
  fniManager: null,
  revision: 5,
  updatedAt: "2026-11-28T15:00:00.000Z",
  online: [],
  ...row,
});
