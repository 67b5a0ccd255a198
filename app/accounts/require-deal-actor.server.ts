import type { Actor } from "#machines/store/actor";
import { dealActor } from "./deal-actor.server";
import { requestPerson } from "./request-person.server";
import type { SessionPerson } from "./session.server";

/** Who asks and what they are to this deal; for everybody else the one 404 that a missing deal gets. */
export async function requireDealActor(
  request: Request,
  dealId: string | undefined,
): Promise<{ person: SessionPerson; actor: Actor; dealId: string }> {
  const person = await requestPerson(request);
  const actor = dealId ? await dealActor(person, dealId) : null;
  if (!actor || !dealId) throw new Response(null, { status: 404, statusText: "Not Found" });
  return { person, actor, dealId };
}
