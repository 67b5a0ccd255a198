import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { onlyStoreName } from "#app/accounts/store-name.server";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { PairPage } from "#app/showroom/pair-page";
import { type PairRefusal, pairScreen } from "#app/showroom/pair-screen.server";
import { showroomMeta } from "#app/showroom/showroom-meta";
import { CLEARS_DEVICE } from "#app/showroom/clears-device.server";

export const meta = showroomMeta((t) => t("pair.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader() {
  return data({ store: await onlyStoreName() });
}

/** The code makes this browser a screen of its deal; whatever an earlier person left in it goes. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await pairScreen(request, { code: String(form.get("code") ?? ""), address: context.clientAddress });
  if (!answer.ok) return refusalAnswer(answer);
  return redirect(`/deals/${answer.dealId}`, { headers: { "Set-Cookie": answer.setCookie, ...CLEARS_DEVICE } });
}

export default function Pair() {
  return <PairPage {...useLoaderData<typeof loader>()} refused={useActionData<PairRefusal>() ?? null} />;
}
