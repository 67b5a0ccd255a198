import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { stageNames } from "#machines/stages/stage";
import { requestPerson } from "#app/accounts/request-person.server";
import { noteScreenTime } from "#app/showroom/screen-time.server";
import { pairingOfPerson } from "#app/showroom/screens-of-deal.server";
import { SCREEN_BEAT_SECONDS } from "#app/showroom/showroom-limits";

const beatSchema = z.strictObject({
  seconds: z.partialRecord(
    z.enum(stageNames),
    z
      .int()
      .min(0)
      .max(2 * SCREEN_BEAT_SECONDS),
  ),
});

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** Somebody is at the screen: it stays awake, and the time counts as spent in the showroom. */
export async function action({ request }: ActionFunctionArgs) {
  const pairing = await pairingOfPerson(await requestPerson(request));
  if (!pairing) return Response.json({ state: "locked" }, { status: 409 });
  const beat = beatSchema.safeParse(await request.json().catch(() => null));
  if (!beat.success) return Response.json({ state: "open" }, { status: 400 });
  await noteScreenTime(pairing.id, pairing.dealId, beat.data.seconds);
  return Response.json({ state: "open" });
}
