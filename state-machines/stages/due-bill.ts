import type { Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { KeptSignature, SigningParty, WorkPerson } from "./handover";

/** One thing that the store still owes: a second key, mats, a repaired bumper. */
export interface DueItem {
  itemId: string;
  text: string;
  owner: WorkPerson | null;
  dueOn: PlainDate;
  /** What it will cost the store; nobody else's business. */
  cost: Cents | null;
  signedBy: SigningParty[];
  closedAt: string | null;
  closedNote: string;
  /** What it is about, or the part itself; absent until one was taken. */
  photoId?: string;
  /** When the car or the customer comes in for it; absent until one was agreed. */
  appointmentAt?: string;
}

export interface DueBillSlice {
  items: DueItem[];
  signatures: KeptSignature[];
}

export const noDueBill: DueBillSlice = { items: [], signatures: [] };

/** More promises than this are not kept. */
export const MAX_DUE_ITEMS = 20;

export const openDueItems = <Item extends Pick<DueItem, "closedAt">>(items: readonly Item[]): Item[] =>
  items.filter(({ closedAt }) => closedAt === null);

/** What is promised and not yet signed by this side. */
export const unsignedDueItems = <Item extends Pick<DueItem, "closedAt" | "signedBy">>(
  items: readonly Item[],
  party?: SigningParty,
): Item[] =>
  openDueItems(items).filter(({ signedBy }) =>
    party ? !signedBy.includes(party) : !(signedBy.includes("customer") && signedBy.includes("store")),
  );
