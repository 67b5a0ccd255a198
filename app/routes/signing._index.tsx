import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signingAct } from "#app/signing/signing-acts.server";
import { originOf } from "#app/signing/signing-log.server";
import { signingMeta } from "#app/signing/signing-meta";
import { SigningPage } from "#app/signing/signing-page";
import { readSigningPerson } from "#app/signing/signing-session.server";
import { signingView } from "#app/signing/signing-view.server";
import { requestLocale } from "#app/ui/locale.server";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = signingMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await readSigningPerson(request);
  if (!person) throw new Response(null, { status: 404, statusText: "Not Found" });
  return { view: await signingView(person, requestLocale(request), originOf(request, context.clientAddress)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await readSigningPerson(request);
  if (!person) throw new Response(null, { status: 404, statusText: "Not Found" });
  const form = await request.formData();
  const answer = await signingAct(person, form, originOf(request, context.clientAddress));
  if (!answer.ok) return Response.json({ refusal: answer.reason, paperAsked: false }, { status: 409 });
  if (form.get("act") === "paper") return { refusal: null, paperAsked: true };
  return redirect("/signing");
}

export default function Signing() {
  const { view } = useLoaderData<typeof loader>();
  const said = useActionData<{ refusal: Parameters<typeof SigningPage>[0]["refusal"]; paperAsked: boolean }>();
  return <SigningPage view={view} refusal={said?.refusal ?? null} paperAsked={said?.paperAsked ?? false} />;
}
