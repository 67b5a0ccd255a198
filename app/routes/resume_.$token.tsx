import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { followResumeLink, readResumeLink, type ResumeRefusal } from "#app/accounts/follow-resume-link.server";
import { accountMeta } from "#app/accounts/page-meta";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { DeadLinkPage, OpenDealPage } from "#app/accounts/resume-pages";
import { onlyStoreName } from "#app/accounts/store-name.server";

export const meta = accountMeta((t) => t("resume.linkTitle"));

/** The address is a key: no cache may keep it. That no page we link to learns it is the policy of every page here. */
export const headers = () => ({ "Cache-Control": "no-store" });

/** Uses nothing up: mail scanners and previews open every link. Only the button's POST does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const question = await readResumeLink(request, params.token ?? "");
  return { store: await onlyStoreName(), question };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await followResumeLink(request, {
    token: params.token ?? "",
    code: String(form.get("code") ?? ""),
    address: context.clientAddress,
  });
  if (!answer.ok) return refusalAnswer(answer);
  return redirect(`/deals/${answer.dealId}`, { headers: { "Set-Cookie": answer.setCookie } });
}

export default function ResumeByLink() {
  const { store, question } = useLoaderData<typeof loader>();
  const refused = useActionData<ResumeRefusal>() ?? null;
  if (question.state === "dead" || refused?.reason === "dead") return <DeadLinkPage store={store} />;
  return <OpenDealPage store={store} needsCode={question.needsCode} refused={refused} />;
}
