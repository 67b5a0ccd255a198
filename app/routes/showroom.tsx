import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { CLEARS_DEVICE } from "#app/showroom/clears-device.server";
import { comeBack, type ComeBackRefusal, readScreen } from "#app/showroom/come-back.server";
import { LockedPage } from "#app/showroom/locked-page";
import { showroomMeta } from "#app/showroom/showroom-meta";

export const meta = showroomMeta((t) => t("locked.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const screen = await readScreen(request);
  if (screen.state === "none") throw redirect("/pair");
  return { ...screen, showroom: { kind: "locked" as const } };
}

/** Back to the member of staff whose screen it is. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await comeBack(request, String(form.get("proof") ?? ""));
  if (!answer.ok) return refusalAnswer(answer);
  return redirect(`/deals/${answer.dealId}`, { headers: { "Set-Cookie": answer.setCookie, ...CLEARS_DEVICE } });
}

export default function Showroom() {
  return <LockedPage {...useLoaderData<typeof loader>()} refused={useActionData<ComeBackRefusal>() ?? null} />;
}
