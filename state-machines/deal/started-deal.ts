import { noCents } from "../money/cents";
import { noDueBill } from "../stages/due-bill";
import { noHandover } from "../stages/handover";
import { noDrives } from "../stages/test-drive";
import { noTitleWork } from "../stages/title-work";
import { plainContract } from "../stages/finance";
import type { StageStatus } from "../stages/stage";
import { noTenders } from "../stages/tender";
import { noTrade } from "../stages/trade";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import type { EventMeta } from "./event-meta";
import { noReturn } from "./return-slice";
import { noPromises } from "./promise-slice";
import { storesOwnTaxes } from "./taxes-slice";
import { noSeats } from "./seat";
import { noShowroom } from "./showroom-slice";
import { firstWait } from "./wait-clock";

type Started = DealEventOf<"deal.started">;

const nobodyYet: DealContext["people"] = {
  customer: { firstName: "", lastName: "", email: "", phone: "", street: "", city: "", region: "", postcode: "" },
  identityVerifiedBy: null,
  salesperson: null,
  salesManager: null,
  fniManager: null,
};

const noDeposit: DealContext["deposit"] = {
  status: "none",
  accepted: null,
  attempt: 0,
  amount: null,
  heldAt: null,
  holdUntil: null,
  reference: null,
  failure: null,
  refundReason: null,
  funds: null,
  bankAsked: false,
  releaseReason: null,
  dispute: null,
  takenBy: null,
  returned: noCents,
  forfeited: noCents,
  extensions: 0,
  returnAsked: null,
};

const justBegun: DealContext["life"] = {
  contractingRevision: null,
  frozenAt: null,
  frozenBy: null,
  reopenings: [],
  lostReason: null,
  deliveredAt: null,
  imported: null,
  stageNotes: {},
};

/** The deal as its first event makes it: the store's policy and the vehicle pinned, everything else still open. */
export function startedContext(event: Started, meta: EventMeta): DealContext {
  const { store, vehicle, dealId, dealNumber, startedFrom, contractDate } = event;
  return {
    identity: { dealId, dealNumber, startedAt: meta.at, startedFrom, contractDate },
    store,
    people: nobodyYet,
    vehicle: {
      vehicle,
      sellingPrice: vehicle?.advertisedPrice ?? noCents,
      claimedIncentives: [],
      // Starting from a vehicle's own page is choosing it.
      confirmed: startedFrom === "vehiclePage",
      availability: "available",
      previousStockNumber: null,
    },
    trade: noTrade,
    furtherTrades: [],
    finance: startingTerms(event),
    fni: { answers: {} },
    deposit: noDeposit,
    tenders: noTenders,
    delivery: { method: null, address: null, distanceMiles: null, fee: noCents, slot: null, rescheduled: 0 },
    handover: noHandover,
    dueBill: noDueBill,
    titleWork: noTitleWork,
    returns: noReturn,
    drives: noDrives,
    promises: noPromises,
    taxes: storesOwnTaxes,
    seats: noSeats,
    showroom: noShowroom,
    wait: firstWait(meta.at),
    life: justBegun,
    pencils: { list: [] },
    scenarios: { pinned: [] },
    approvals: { list: [] },
    notes: { entries: [] },
  };
}

function startingTerms({ store, vehicle }: Started): DealContext["finance"] {
  const lease = vehicle?.residuals[0] ?? store.leaseTerms[0];
  return {
    method: "finance",
    termMonths: defaultTerm(store.retailTerms.map(({ termMonths }) => termMonths)),
    cashDown: store.gridCashDown[1] ?? noCents,
    creditBand: store.creditBands[0]!.code,
    options: plainContract,
    contractRateOverride: null,
    leaseTermMonths: lease?.termMonths ?? 0,
    milesPerYear: lease?.milesPerYear ?? 0,
    targetPayment: null,
    docFeeWaived: noCents,
    tradeBalancePaidNow: noCents,
    termsAgreedAtRevision: null,
  };
}

/** 60 months where offered: the middle of the market, neither the cheapest month nor the cheapest total. */
const defaultTerm = (terms: number[]) => (terms.includes(60) ? 60 : terms[0]!);

/** Where the stages stand after the first event. */
export function startedStatus({ vehicle, startedFrom }: Started): StageStatus {
  if (!vehicle) return "notStarted";
  return startedFrom === "vehiclePage" ? "complete" : "inProgress";
}
