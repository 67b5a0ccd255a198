import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ensureShopper, requestPerson } from "#app/accounts/request-person.server";
import { browserSession } from "#app/accounts/session.server";
import { CreditDoor, type CreditDoorAnswer } from "#app/credit/credit-door";
import { findCreditLink, mayTryCode, openByCode } from "#app/credit/credit-link.server";
import { showroomMeta } from "#app/showroom/showroom-meta";

export const meta = showroomMeta((t) => t("seat.title"));
/** The address is a key: no cache may keep it. */
export const headers = () => ({ "Cache-Control": "no-store" });

/** Uses nothing up, and gives whoever has no session one: the code is then good in this browser alone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requestPerson(request);
  const link = await findCreditLink(params.token ?? "");
  const state = person.kind === "staff" ? "staff" : link ? "ready" : "dead";
  if (state !== "ready" || person.kind === "shopper") return Response.json({ state });
  const { setCookie } = await ensureShopper(request);
  return Response.json({ state }, setCookie ? { headers: { "Set-Cookie": setCookie } } : {});
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requestPerson(request);
  if (person.kind === "staff") return { refused: "staff" };
  if (!(await mayTryCode(context.clientAddress))) return { refused: "wrong" };
  const link = await findCreditLink(params.token ?? "");
  const session = await browserSession(request.headers.get("Cookie"));
  if (!link || !session) return { refused: "dead" };
  const form = await request.formData();
  const opened = await openByCode(link, String(form.get("code") ?? ""), session.idHash);
  if (opened) return redirect(`/credit/application/${link.applicationId}`);
  return { refused: (await findCreditLink(params.token ?? "")) ? "wrong" : "dead" };
}

export default function CreditLinkPage() {
  const { state } = useLoaderData<typeof loader>() as { state: "staff" | "ready" | "dead" };
  return <CreditDoor state={state} answer={useActionData() as CreditDoorAnswer | undefined} />;
}
