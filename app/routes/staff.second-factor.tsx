import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountMeta } from "#app/accounts/page-meta";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { safeRedirect } from "#app/accounts/safe-redirect";
import { askSecondFactor, giveSecondFactor, type SecondFactorRefusal } from "#app/accounts/second-factor.server";
import { SecondFactorPage } from "#app/accounts/second-factor-page";
import { STAFF_HOME } from "#app/accounts/staff-home";
import { onlyStoreName } from "#app/accounts/store-name.server";

export const handle = { staffScreen: true };
export const meta = accountMeta((t) => t("factor.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const redirectTo = safeRedirect(new URL(request.url).searchParams.get("redirectTo"), STAFF_HOME);
  const question = await askSecondFactor(request);
  if (question.step === "passwordFirst") {
    throw redirect(`/staff/sign-in?redirectTo=${encodeURIComponent(redirectTo)}`);
  }
  return { store: await onlyStoreName(), redirectTo, question };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await giveSecondFactor(request, String(form.get("code") ?? ""));
  if (!answer.ok) return answer.reason === "passwordFirst" ? redirect("/staff/sign-in") : refusalAnswer(answer);
  return redirect(safeRedirect(form.get("redirectTo"), STAFF_HOME), { headers: { "Set-Cookie": answer.setCookie } });
}

export default function SecondFactor() {
  return (
    <SecondFactorPage {...useLoaderData<typeof loader>()} refused={useActionData<SecondFactorRefusal>() ?? null} />
  );
}
