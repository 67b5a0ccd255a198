import type { ActionFunctionArgs } from "@remix-run/node";
import { requestPerson } from "#app/accounts/request-person.server";
import { CLEARS_DEVICE } from "#app/showroom/clears-device.server";
import { lockScreen } from "#app/showroom/end-screen.server";
import { pairingOfPerson } from "#app/showroom/screens-of-deal.server";

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** The screen locks itself: nobody has touched it, or somebody pressed "lock". */
export async function action({ request }: ActionFunctionArgs) {
  const pairing = await pairingOfPerson(await requestPerson(request));
  if (pairing) await lockScreen(pairing);
  return Response.json({ locked: true }, { headers: CLEARS_DEVICE });
}
