import type { StaffRole } from "#machines/store/actor";
import { requireDealActor } from "./require-deal-actor.server";
import type { StaffPerson } from "./request-person.server";

/** Who works a deal's card. Others of the store (a merchandiser, a service advisor) may look at it. */
const workingRoles: readonly StaffRole[] = [
  "salesperson",
  "salesManager",
  "fniManager",
  "appraiser",
  "generalManager",
  "admin",
];

/** A member of staff who works this deal; for everybody else the one 404 that a missing deal gets. */
export async function requireDealStaff(
  request: Request,
  dealId: string | undefined,
  roles: readonly StaffRole[] = workingRoles,
): Promise<{ person: StaffPerson; dealId: string }> {
  const found = await requireDealActor(request, dealId);
  if (found.person.kind !== "staff" || !roles.includes(found.person.role))
    throw new Response(null, { status: 404, statusText: "Not Found" });
  return { person: found.person, dealId: found.dealId };
}
