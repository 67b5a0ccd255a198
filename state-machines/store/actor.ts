export const staffRoles = [
  "salesperson",
  "salesManager",
  "fniManager",
  "appraiser",
  "merchandiser",
  "agent",
  "serviceAdvisor",
  "generalManager",
  "admin",
] as const;
export type StaffRole = (typeof staffRoles)[number];

export type Role = "customer" | StaffRole | "system";

/** Who does something to a deal. Comes from the session alone, never from what a client sends. */
export type Actor =
  | { kind: "customer"; shopperId: string; firstName: string | null }
  | {
      kind: "staff";
      staffId: string;
      rooftopId: string;
      role: StaffRole;
      firstName: string;
      lastName: string;
      seesCost: boolean;
    }
  | { kind: "system"; name: "payments" | "seed" | "clock" };

/** Who did it, as the journal keeps it. */
export interface ActorRef {
  kind: Actor["kind"];
  id: string;
  role: Role;
  firstName: string | null;
}

export function actorRef(actor: Actor): ActorRef {
  switch (actor.kind) {
    case "customer":
      return { kind: "customer", id: actor.shopperId, role: "customer", firstName: actor.firstName };
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
export const audiences = ["customer", "sales", "salesWithCost", "desk", "finance"] as const;
export type Audience = (typeof audiences)[number];

export function audienceOf(actor: Actor): Audience {
  if (actor.kind === "customer") return "customer";
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
      return actor.seesCost ? "salesWithCost" : "sales";
  }
}
