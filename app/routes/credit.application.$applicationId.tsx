import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { browserSession } from "#app/accounts/session.server";
import { actOnCreditForm, readCreditForm } from "#app/credit/credit-form.server";
import { type CreditFormAnswer, CreditFormPage } from "#app/credit/credit-form-page";
import { openedApplication } from "#app/credit/credit-link.server";
import { showroomMeta } from "#app/showroom/showroom-meta";
import { requestLocale } from "#app/ui/locale.server";

export const meta = showroomMeta((t) => t("seat.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

/** The application that this browser opened with its code; for everybody else there is none. */
async function ownApplication(request: Request, applicationId = "") {
  const session = await browserSession(request.headers.get("Cookie"));
  const application = await openedApplication(applicationId, session?.idHash ?? null);
  if (!application) throw new Response(null, { status: 404, statusText: "Not Found" });
  return application;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const application = await ownApplication(request, params.applicationId);
  return readCreditForm(application, new URL(request.url).searchParams.get("step"), requestLocale(request));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const application = await ownApplication(request, params.applicationId);
  const agent = request.headers.get("User-Agent") ?? "";
  const answer = await actOnCreditForm(application, await request.formData(), {
    address: context.clientAddress,
    agent,
  });
  return "to" in answer ? redirect(`/credit/application/${application.id}${answer.to}`) : answer;
}

export default function CreditForm() {
  const data = useLoaderData<typeof loader>();
  return <CreditFormPage key={data.step} data={data} answer={useActionData() as CreditFormAnswer | undefined} />;
}
