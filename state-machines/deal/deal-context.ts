import type { PlainDate } from "../money/plain-date";
import type { SkipReason, StageName } from "../stages/stage";
import type { DeliverySlice } from "../stages/delivery";
import type { DueBillSlice } from "../stages/due-bill";
import type { HandoverSlice } from "../stages/handover";
import type { DrivesSlice } from "../stages/test-drive";
import type { TitleWorkSlice } from "../stages/title-work";
import type { ReturnsSlice } from "./return-slice";
import type { DepositSlice } from "../stages/deposit";
import type { TendersSlice } from "../stages/tender";
import type { FinanceSlice } from "../stages/finance";
import type { FniSlice } from "../stages/fni";
import type { TradeSlice } from "../stages/trade";
import type { VehicleSlice } from "../stages/vehicle";
import type { ActorRef, StaffRole } from "../store/actor";
import type { StorePolicy } from "../store/store-policy";
import type { ApprovalsSlice } from "./approval";
import type { PencilsSlice } from "./pencil";
import type { ScenariosSlice } from "./scenario";
import type { CreditSlice } from "./credit-slice";
import type { ImportedFrom } from "./imported-deal";
import type { SeatsSlice } from "./seat";
import type { ShowroomSlice } from "./showroom-slice";
import type { WaitSlice } from "./wait-clock";
import type { PromisesSlice } from "./promise-slice";
import type { TaxesSlice } from "./taxes-slice";

export interface StaffRef {
  staffId: string;
  role: StaffRole;
  firstName: string;
  lastName: string;
}

export interface CustomerIdentity {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  street: string;
  city: string;
  region: string;
  postcode: string;
}

export interface IdentitySlice {
  dealId: string;
  dealNumber: string;
  startedAt: string;
  startedFrom: "vehiclePage" | "walkIn";
  /** The date the numbers are made for: the start, then the freeze. A label in the store's calendar. */
  contractDate: PlainDate;
}

/** The places at the store's side of a deal, each held by one member of staff or by nobody. */
export const staffSeats = ["salesperson", "fniManager", "salesManager"] as const;

export interface PeopleSlice {
  customer: CustomerIdentity;
  identityVerifiedBy: ActorRef | null;
  salesperson: StaffRef | null;
  salesManager: StaffRef | null;
  fniManager: StaffRef | null;
}

/** What a skipped or deferred stage was told, so that the card can repeat it. */
export interface StageNote {
  reason: SkipReason | null;
  remindAt: string | null;
  by: ActorRef;
  at: string;
}

export interface LifeSlice {
  /** The revision that was frozen, and the one the documents name. */
  contractingRevision: number | null;
  frozenAt: string | null;
  frozenBy: ActorRef | null;
  reopenings: { reason: string; by: ActorRef; at: string }[];
  lostReason: string | null;
  deliveredAt: string | null;
  /** A deal that came from another store as a file: to be read, never changed. */
  imported: ImportedFrom | null;
  stageNotes: Partial<Record<StageName, StageNote>>;
}

export interface StaffNote {
  by: ActorRef;
  at: string;
  text: string;
}

/** The fold of the journal, complete in itself: no clock, no lookups. Slices are replaced, never mutated. */
export interface DealContext {
  identity: IdentitySlice;
  store: StorePolicy;
  people: PeopleSlice;
  vehicle: VehicleSlice;
  /** The first car the customer brings; its place is there even while there is none. */
  trade: TradeSlice;
  /** The second and the third. A car that was taken off leaves an empty place, so that numbers keep their car. */
  furtherTrades: TradeSlice[];
  finance: FinanceSlice;
  fni: FniSlice;
  deposit: DepositSlice;
  /** Money at the store's own desk, and what is promised for later. */
  tenders: TendersSlice;
  delivery: DeliverySlice;
  /** Getting ready, the hand-over itself and the way to it. */
  handover: HandoverSlice;
  /** What the store still owes after the keys. */
  dueBill: DueBillSlice;
  titleWork: TitleWorkSlice;
  returns: ReturnsSlice;
  /** Test drives, in the order they were booked. */
  drives: DrivesSlice;
  promises: PromisesSlice;
  /** Where the car will be kept, whose rule that brings, and what was stated by hand. */
  taxes: TaxesSlice;
  /** Who else sits on the customer's side, and how far each of them goes. */
  seats: SeatsSlice;
  /** Screens of the store's in the customer's hands, and the time they were used. */
  showroom: ShowroomSlice;
  /** Whom everybody waits for. */
  wait: WaitSlice;
  /** Where the credit stands; absent until somebody first asked for any. */
  credit?: CreditSlice;
  life: LifeSlice;
  pencils: PencilsSlice;
  scenarios: ScenariosSlice;
  /** Between staff, like the notes: requests beyond a role's own limits. */
  approvals: ApprovalsSlice;
  /** Between staff; a customer never sees that there are any. */
  notes: { entries: StaffNote[] };
}
export type SliceName = keyof DealContext;

export type FinanceSliceChange = Partial<FinanceSlice>;
