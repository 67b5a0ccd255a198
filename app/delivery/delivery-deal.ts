import type { StaffCard } from "#machines/deal/project-deal";
import type { PayoffToSend } from "#machines/deal/payoffs-to-send";
import type { ReadinessItem } from "#machines/deal/readiness";
import type { DealLife } from "#machines/stages/stage";
import type { TitleDue } from "#machines/stages/title-work";
import type { BoardRow } from "./delivery-board";
import type { FreeDay } from "./free-slots.server";

/** The parts of a deal that its delivery page shows, as staff may have them. */
export type DeliveryCard = Pick<
  StaffCard,
  | "identity"
  | "people"
  | "deposit"
  | "delivery"
  | "handover"
  | "dueBill"
  | "titleWork"
  | "returns"
  | "life"
  | "vehicle"
  | "fni"
>;

export interface DeliveryDeal {
  dealId: string;
  storeName: string;
  life: DealLife;
  card: DeliveryCard;
  row: BoardRow;
  items: ReadinessItem[];
  dues: TitleDue[];
  payoffs: PayoffToSend[];
  /** The store's own day. */
  today: string;
  days: FreeDay[];
  staff: { staffId: string; name: string }[];
  hasTrade: boolean;
  /** May take open points over and answer a return. */
  isManager: boolean;
  reader: string;
  receipt: { sha256: string; intact: boolean } | null;
  editSeed: string;
  rooftop: { timeZone: string; accent: null };
}
