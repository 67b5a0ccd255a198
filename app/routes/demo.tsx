import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DemoPage } from "#app/accounts/demo-page";
import { comeInAs, demoStores } from "#app/accounts/demo-people.server";
import { accountMeta } from "#app/accounts/page-meta";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { requestPerson } from "#app/accounts/request-person.server";
import { safeRedirect } from "#app/accounts/safe-redirect";
import { STAFF_HOME } from "#app/accounts/staff-home";
import { env } from "#app/platform/env.server";

export const meta = accountMeta((t) => t("demo.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

function onlyInDemo(): void {
  if (!env.DEMO) throw new Response(null, { status: 404, statusText: "Not Found" });
}

export async function loader({ request }: LoaderFunctionArgs) {
  onlyInDemo();
  const person = await requestPerson(request);
  const redirectTo = safeRedirect(new URL(request.url).searchParams.get("redirectTo"), STAFF_HOME);
  const you = person.kind === "staff" ? `${person.firstName} ${person.lastName}` : null;
  return { stores: await demoStores(), redirectTo, you };
}

export async function action({ request }: ActionFunctionArgs) {
  onlyInDemo();
  const form = await request.formData();
  const [staffId, shopperId] = [form.get("staffId"), form.get("shopperId")];
  const cameIn = await comeInAs(
    request,
    typeof staffId === "string" ? { staffId } : { shopperId: typeof shopperId === "string" ? shopperId : "" },
  );
  if (!cameIn) return refusalAnswer({ ok: false, reason: "gone" });
  const to = cameIn.dealId ? `/deals/${cameIn.dealId}` : safeRedirect(form.get("redirectTo"), STAFF_HOME);
  return redirect(to, { headers: { "Set-Cookie": cameIn.setCookie } });
}

export default function Demo() {
  return <DemoPage {...useLoaderData<typeof loader>()} gone={useActionData() !== undefined} />;
}
