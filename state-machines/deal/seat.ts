import type { CustomerIdentity } from "./deal-context";
import type { ActorRef, SeatKind } from "../store/actor";

/** Seats a deal has beside the buyer's at one time: a household and its advocate, not an audience. */
export const MOST_OPEN_SEATS = 5;
/** Seats a deal remembers, ended ones included. */
export const MOST_SEATS = 20;

export const seatRelations = [
  "spouse",
  "parent",
  "child",
  "friend",
  "interpreter",
  "advocate",
  "fleet",
  "other",
] as const;
export type SeatRelation = (typeof seatRelations)[number];

/**
 * How far a seat goes by itself, each one further than the one before: look on, state one's own particulars, or work on
 * the deal as the buyer does, but for what binds the buyer.
 */
export const seatScopes = ["view", "ownData", "edit"] as const;
export type SeatScope = (typeof seatScopes)[number];

export interface Seat {
  seatId: string;
  kind: SeatKind;
  relation: SeatRelation;
  scope: SeatScope;
  /** What the card calls them: who invited them wrote it. */
  name: string;
  invitedBy: ActorRef;
  invitedAt: string;
  takenAt: string | null;
  endedAt: string | null;
  endedBy: ActorRef | null;
}

export interface SeatsSlice {
  /** Oldest first; an ended seat stays, so that the history keeps its name. */
  list: Seat[];
  /** The co-buyer's own particulars, apart from the buyer's: theirs and the store's to know. */
  coBuyer: CustomerIdentity;
}

export const noSeats: SeatsSlice = {
  list: [],
  coBuyer: { firstName: "", lastName: "", email: "", phone: "", street: "", city: "", region: "", postcode: "" },
};

export const openSeats = <S extends Pick<Seat, "endedAt">>({ list }: { list: readonly S[] }): S[] =>
  list.filter(({ endedAt }) => endedAt === null);

export const openSeat = ({ list }: Pick<SeatsSlice, "list">, seatId: string): Seat | null =>
  list.find((seat) => seat.seatId === seatId && seat.endedAt === null) ?? null;

/** Particulars are a co-buyer's; a guest has none in the deal. */
export const scopesOf = (kind: SeatKind): readonly SeatScope[] => (kind === "coBuyer" ? seatScopes : ["view", "edit"]);
