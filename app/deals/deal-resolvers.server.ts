import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { StorePolicy } from "#machines/store/store-policy";
import type { StaffRef } from "#machines/deal/deal-context";
import type { DealEventOf } from "#machines/deal/deal-events";
import type { Refusal } from "#machines/deal/deal-refusals";
import type { DealView } from "#machines/deal/deal-view";
import type { PromiseContent } from "#machines/deal/promise-content";
import type { ConditionAnswers, TradeDescription } from "#machines/stages/trade";
import type { DamageMark } from "#machines/stages/trade-damage";
import type { Cents } from "#machines/money/cents";
import type { TenderMethod } from "#machines/stages/tender";
import type { PlainDate } from "#machines/money/plain-date";
import type { PencilSeal, PencilStamp } from "#machines/deal/pencil";
import type { PencilContent } from "#machines/deal/pencil-content";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { assert } from "#machines/assert";
import { remember } from "#app/platform/remember.server";

export interface SlotRequest {
  dealId: string;
  rooftopId: string;
  policy: StorePolicy;
  method: "pickup" | "home";
  /** How long the car takes to be made ready follows from what it is. */
  condition: "new" | "certified" | "used" | null;
  /** For a delivery at home. */
  homeMiles: number | null;
  startsAt: string;
  /** The same edit asks for the same booking, however often it comes. */
  bookingId: string;
}

export interface DeskDepositRequest {
  dealId: string;
  stockNumber: string;
  amount: Cents;
  method: TenderMethod;
  holdHours: number;
}

export interface PromiseRequest {
  dealId: string;
  /** The same edit asks for the same promise, however often it comes. */
  editId: string;
  /** What the customer sees: a promise is made of nothing else. */
  view: DealView;
  /** The store's calendar day. */
  today: PlainDate;
}

export interface DriveRequest {
  driveId: string;
  dealId: string;
  rooftopId: string;
  policy: StorePolicy;
  stockNumber: string;
  startsAt: string;
}

export interface GaragedPlace {
  rooftopId: string;
  policy: StorePolicy;
  region: string;
  postcode: string;
  /** The customer must charge tax on the trade-in. */
  registrant: boolean;
  /** The day the contract would be signed. */
  today: PlainDate;
  /** The day of a booked hand-over. */
  deliveryDay: PlainDate | null;
}

export interface TradeToValue {
  rooftopId: string;
  description: TradeDescription;
  condition: ConditionAnswers;
  damage: readonly DamageMark[];
  today: string;
}

/** What the door looks up in other features before an event is judged; each is a port with an offline default. */
export interface DealResolvers {
  /** A vehicle that can still be sold, as a deal pins it; null when it cannot. */
  vehicle(rooftopId: string, stockNumber: string, today: string): Promise<VehicleSnapshot | null>;
  /** The deal whose deposit holds a vehicle now. */
  holder(stockNumber: string): Promise<string | null>;
  /** Holds the car for money that lies on the desk; the deal is told next, or the hold is taken back. */
  takeDeskDeposit(
    request: DeskDepositRequest,
  ): Promise<{ attempt: number; holdUntil: string } | "taken" | "inProgress">;
  cancelDeskDeposit(dealId: string, attempt: number): Promise<void>;
  /** Until when a hold can be prolonged by so many hours; null where nothing is held. */
  prolongedUntil(dealId: string, hours: number): Promise<{ attempt: number; holdUntil: string } | null>;
  policy(rooftopId: string): Promise<StorePolicy | null>;
  staff(rooftopId: string, staffId: string): Promise<StaffRef | null>;
  /** A range with its source, or the word that too little is known for one; null while the source does not answer. */
  valuation(trade: TradeToValue): Promise<DealEventOf<"trade.valued"> | DealEventOf<"trade.notValued"> | null>;
  /** Hashes and signs all that a proposal says, and stamps what it was worked with. */
  sealPencil(content: Omit<PencilContent, "stamp">, inputs: WorksheetInputs): { stamp: PencilStamp; seal: PencilSeal };
  bookSlot(request: SlotRequest): Promise<{ endsAt: string } | "notOffered" | "taken">;
  releaseSlot(bookingId: string): Promise<void>;
  bookDrive(request: DriveRequest): Promise<{ endsAt: string } | "notOffered" | "taken">;
  releaseDrive(driveId: string): Promise<void>;
  /** Keeps a drawn name outside the journal, encrypted. */
  keepSignature(signature: { dealId: string; signatureId: string; strokes: string }): Promise<void>;
  /** Whose taxes are owed on a car kept there; null for a region nobody knows. */
  taxes(place: GaragedPlace): Promise<Omit<DealEventOf<"taxes.ruleApplied">, "type" | "garaging"> | null>;
  /** Signs and keeps the deal's figures as a promise. */
  promise(request: PromiseRequest): Promise<PromiseContent | Refusal>;
  /** The deal did not take it: nobody was told its number. */
  withdrawPromise(number: string): Promise<void>;
}

const holder = remember<{ resolvers: DealResolvers | null }>("dealResolvers", () => ({ resolvers: null }));

/** Set once by the composition root. */
export function useDealResolvers(resolvers: DealResolvers): void {
  holder.resolvers = resolvers;
}

export function dealResolvers(): DealResolvers {
  assert(holder.resolvers, "deal resolvers are set at the start of the process");
  return holder.resolvers;
}
