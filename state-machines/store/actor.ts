export const staffRoles = [
  "salesperson",
  "salesManager",
  "fniManager",
  "appraiser",
  "merchandiser",
  "agent",
  "serviceAdvisor",
  "controller",
  "generalManager",
  "admin",
] as const;
export type StaffRole = (typeof staffRoles)[number];

export type Role = "customer" | StaffRole | "system";

/** Beside the buyer: who shares the contract, and who only stands by (a parent, an interpreter, an advocate). */
export const seatKinds = ["coBuyer", "guest"] as const;
export type SeatKind = (typeof seatKinds)[number];

/**
 * Where somebody on the customer's side sits, when it is not the buyer's own place: a seat they were invited to, or a
 * screen that the store handed over. A screen is the buyer's hand; who held it is in the history.
 */
export type CustomerSeat = { kind: SeatKind; seatId: string } | { kind: "storeScreen"; pairingId: string };

/** Who does something to a deal. Comes from the session alone, never from what a client sends. */
export type Actor =
  | { kind: "customer"; shopperId: string; firstName: string | null; seat?: CustomerSeat }
  | {
      kind: "staff";
      staffId: string;
      rooftopId: string;
      role: StaffRole;
      firstName: string;
      lastName: string;
      seesCost: boolean;
    }
  | { kind: "system"; name: "payments" | "seed" | "clock" | "credit" };

/** Who did it, as the journal keeps it. */
export interface ActorRef {
  kind: Actor["kind"];
  id: string;
  role: Role;
  firstName: string | null;
  /** On the customer's side, where it is not the buyer's own place. */
  seat?: CustomerSeat["kind"];
}

export function actorRef(actor: Actor): ActorRef {
  switch (actor.kind) {
    case "customer":
      return {
        kind: "customer",
        id: actor.shopperId,
        role: "customer",
        firstName: actor.firstName,
        ...(actor.seat && { seat: actor.seat.kind }),
      };
    case "staff":
      return { kind: "staff", id: actor.staffId, role: actor.role, firstName: actor.firstName };
    case "system":
      return { kind: "system", id: actor.name, role: "system", firstName: null };
  }
}

/**
 * Whose eyes a payload is for. One room and one projection each.
 * `salesWithCost` is a salesperson whose store lets them see cost and ACV.
 */
export const audiences = ["customer", "coBuyer", "guest", "sales", "salesWithCost", "desk", "finance"] as const;
export type Audience = (typeof audiences)[number];

/** The customer's side of the desk: buyer, co-buyer and guests alike never have a staff value. */
export const publicAudiences = ["customer", "coBuyer", "guest"] as const satisfies readonly Audience[];
export const isPublicAudience = (audience: Audience): boolean =>
  (publicAudiences as readonly Audience[]).includes(audience);

export function audienceOf(actor: Actor): Audience {
  if (actor.kind === "customer") return actor.seat && actor.seat.kind !== "storeScreen" ? actor.seat.kind : "customer";
  if (actor.kind === "system") return "finance";
  switch (actor.role) {
    case "fniManager":
      return "finance";
    case "salesManager":
    case "generalManager":
    case "admin":
      return "desk";
    case "salesperson":
    case "appraiser":
    case "merchandiser":
    case "agent":
    case "serviceAdvisor":
    case "controller":
      return actor.seesCost ? "salesWithCost" : "sales";
  }
}
