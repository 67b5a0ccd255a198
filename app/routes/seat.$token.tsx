import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { requestPerson } from "#app/accounts/request-person.server";
import { SeatPage } from "#app/seats/seat-page";
import { readInvitation, type SeatRefusal, takeSeat } from "#app/seats/take-seat.server";
import { showroomMeta } from "#app/showroom/showroom-meta";

export const meta = showroomMeta((t) => t("seat.title"));
/** The address is a key: no cache may keep it. */
export const headers = () => ({ "Cache-Control": "no-store" });

/** Uses nothing up: previews open every link. Only the button's POST does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return { question: await readInvitation(await requestPerson(request), params.token ?? "") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await takeSeat(request, await requestPerson(request), {
    token: params.token ?? "",
    code: String(form.get("code") ?? ""),
    address: context.clientAddress,
  });
  if (!answer.ok) return refusalAnswer(answer);
  return redirect(`/deals/${answer.dealId}`, answer.setCookie ? { headers: { "Set-Cookie": answer.setCookie } } : {});
}

export default function Seat() {
  const { question } = useLoaderData<typeof loader>();
  return <SeatPage question={question} refused={useActionData<SeatRefusal>() ?? null} />;
}
