import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askResumeLink, type AskRefusal } from "#app/accounts/ask-resume-link.server";
import { accountMeta } from "#app/accounts/page-meta";
import { refusalAnswer } from "#app/accounts/refusal-answer.server";
import { AskForLinkPage, LinkSentPage } from "#app/accounts/resume-pages";
import { onlyStoreName } from "#app/accounts/store-name.server";

export const meta = accountMeta((t) => t("resume.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  return { store: await onlyStoreName(), sent: new URL(request.url).searchParams.has("sent") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await askResumeLink(request, { email: form.get("email"), address: context.clientAddress });
  if (!answer.ok) return refusalAnswer(answer);
  return redirect("/resume?sent", answer.setCookie ? { headers: { "Set-Cookie": answer.setCookie } } : {});
}

export default function Resume() {
  const { store, sent } = useLoaderData<typeof loader>();
  const refused = useActionData<AskRefusal>() ?? null;
  return sent && !refused ? <LinkSentPage store={store} /> : <AskForLinkPage store={store} refused={refused} />;
}
