import type { Actor, Role, StaffRole } from "#machines/store/actor";

const staff = (role: StaffRole, firstName: string, lastName: string, seesCost: boolean): Actor => ({
  kind: "staff",
  staffId: `staff-${role}`,
  rooftopId: "lakeside",
  role,
  firstName,
  lastName,
  seesCost,
});

export const customer: Actor = { kind: "customer", shopperId: "shopper-theo", firstName: "Theo" };
export const salesperson = staff("salesperson", "Anna", "Keller", false);
export const salesManager = staff("salesManager", "Marcus", "Boyd", true);
export const fniManager = staff("fniManager", "Priya", "Nair", true);
export const appraiser = staff("appraiser", "Walt", "Jensen", true);
export const system: Actor = { kind: "system", name: "seed" };

/** One actor of every role there is. */
export const actorOf = {
  customer,
  salesperson,
  salesManager,
  fniManager,
  appraiser,
  system,
  merchandiser: staff("merchandiser", "Mia", "Olsen", false),
  agent: staff("agent", "Gus", "Lind", false),
  serviceAdvisor: staff("serviceAdvisor", "Sam", "Ortiz", false),
  controller: staff("controller", "Carl", "Ledger", false),
  generalManager: staff("generalManager", "Gail", "Frost", true),
  admin: staff("admin", "Ada", "Stone", true),
} as const satisfies Record<Role, Actor>;
