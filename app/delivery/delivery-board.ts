import type { LightColour } from "#machines/deal/readiness";
import type { ReadinessLight, TrackingStep, WorkOwner } from "#machines/stages/handover";

/** One thing that keeps the keys here, as the board shows it. */
export interface BoardBlocker {
  item: string;
  title: string;
  owner: string | null;
  ownerRole: WorkOwner;
  dueAt: string | null;
  late: boolean;
}

/** One car on the board. */
export interface BoardRow {
  dealId: string;
  dealNumber: string;
  life: string;
  customer: string;
  car: string;
  method: "pickup" | "home" | null;
  startsAt: string | null;
  endsAt: string | null;
  lights: Record<ReadinessLight, LightColour>;
  blockers: BoardBlocker[];
  step: TrackingStep | null;
  owed: number;
  alarms: number;
  returning: boolean;
  /** Nobody meets at the hand-over. */
  contactless: boolean;
  /** The second delivery while nobody has seen to it: its days, and where today is among them. */
  followUp: { from: string; to: string; state: "coming" | "due" | "late" } | null;
}

export interface BoardDay {
  /** The store's calendar day; null: no time yet. */
  date: string | null;
  rows: BoardRow[];
}

export interface DeliveryBoard {
  storeName: string;
  today: string;
  days: BoardDay[];
  afterKeys: BoardRow[];
  rooftop: { timeZone: string; accent: null };
}
