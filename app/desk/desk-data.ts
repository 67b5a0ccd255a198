import type { JacketList } from "#app/signing/jacket-list";
import type { Garaging } from "#machines/deal/taxes-slice";
import type { JurisdictionId } from "#machines/rule-packs/jurisdictions";
import type { PromiseCompared } from "#machines/deal/promise-differences";
import type { DealChange } from "#machines/deal/deal-changes";
import type { CustomerIdentity } from "#machines/deal/deal-context";
import type { CustomerCard } from "#machines/deal/project-deal";
import type { Worksheet } from "#machines/desking/worksheet";
import type { ChecklistItem } from "#machines/jacket/finalize-checklist";
import type { Cents } from "#machines/money/cents";
import type { DealLife, StageStatuses } from "#machines/stages/stage";
import type { PaymentMethod } from "#machines/stages/finance";
import type { DeskRow } from "#app/realtime/protocol";
import type { DealGross, RateSpread } from "./deal-gross-data";
import type { DeskReader, Seat } from "./desk-roles";

/** What both desks' loaders give their page. */
export interface DeskFrame {
  storeName: string;
  reader: DeskReader;
  rows: DeskRow[];
  editSeed: string;
  /** The server's time when the page was made. */
  now: string;
  rooftop: { timeZone: string; accent: null };
}

export interface AssignableStaff {
  staffId: string;
  name: string;
  seat: Seat;
}

export interface DeskPageData extends DeskFrame {
  /** Empty for people who do not give deals. */
  staff: AssignableStaff[];
  stock: { stockNumber: string; name: string }[];
}

export interface FinanceQueueData extends DeskFrame {
  /** Open points of the checklist, by deal; only of deals that wait to be finalized. */
  redLines: Record<string, number>;
}

/** What the checklist's sentences name. */
export interface ChecklistFacts {
  priceGoodThrough: string | null;
  lender: string | null;
  payoff: Cents | null;
  payoffGoodThrough: string | null;
  depositAmount: Cents | null;
  method: PaymentMethod;
  slotStartsAt: string | null;
  /** Whose taxes they are; null for the store's own. */
  taxPlace: JurisdictionId | null;
  garaging: Garaging | null;
}

export interface StaffNoteLine {
  firstName: string | null;
  at: string;
  text: string;
}

/** One deal as the finance desk works it. */
export interface FinanceDealData {
  dealId: string;
  /** What this page shows: a freeze names it, and is refused when a number has moved since. */
  revision: number;
  life: DealLife;
  kept: StageStatuses;
  dealNumber: string;
  customer: CustomerIdentity;
  identityVerifiedBy: string | null;
  vehicle: CustomerCard["vehicle"]["vehicle"];
  checklist: ChecklistItem[];
  facts: ChecklistFacts;
  /** What was promised and holds today, beside what the deal asks for. */
  promise: PromiseCompared | null;
  worksheet: Worksheet | null;
  gross: DealGross | null;
  rates: RateSpread | null;
  notes: StaffNoteLine[];
  /** Newest first. */
  changes: DealChange[];
  changeCount: number;
  /** Every document that the deal must contain, and where it stands. */
  jacket: Pick<JacketList, "buyer" | "coBuyer" | "storeName" | "documents">;
  /** Buyer's orders of before a reopening, newest first. */
  voided: { revision: number; createdAt: string }[];
  frozen: { revision: number | null; at: string | null; by: string | null };
  productKinds: Record<string, string>;
  /** Taxes and fees stated by hand, with who and why. */
  overrides: CustomerCard["taxes"]["overrides"];
  /** Buttons a person may not press are not drawn; the door asks again anyway. */
  may: { verifyIdentity: boolean; freeze: boolean; contract: boolean; deliver: boolean; reopen: boolean };
}
