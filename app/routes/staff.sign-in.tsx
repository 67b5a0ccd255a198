import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountMeta } from "#app/accounts/page-meta";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { requestPerson } from "#app/accounts/request-person.server";
import { safeRedirect } from "#app/accounts/safe-redirect";
import { SignInPage } from "#app/accounts/sign-in-page";
import { STAFF_HOME } from "#app/accounts/staff-home";
import { signInStaff, type SignInRefusal } from "#app/accounts/staff-sign-in.server";
import { onlyStoreName } from "#app/accounts/store-name.server";

export const handle = { staffScreen: true };
export const meta = accountMeta((t) => t("signIn.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const redirectTo = safeRedirect(new URL(request.url).searchParams.get("redirectTo"), STAFF_HOME);
  const person = await requestPerson(request);
  if (person.kind === "staff") throw redirect(redirectTo);
  return { store: await onlyStoreName(), redirectTo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await signInStaff(request, {
    email: form.get("email"),
    password: form.get("password"),
    address: context.clientAddress,
  });
  if (!answer.ok) return refusalAnswer(answer);
  const redirectTo = safeRedirect(form.get("redirectTo"), STAFF_HOME);
  return redirect(`/staff/second-factor?redirectTo=${encodeURIComponent(redirectTo)}`, {
    headers: { "Set-Cookie": answer.setCookie },
  });
}

export default function StaffSignIn() {
  const { store, redirectTo } = useLoaderData<typeof loader>();
  return <SignInPage store={store} redirectTo={redirectTo} refused={useActionData<SignInRefusal>() ?? null} />;
}
