import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { payByLink, readPayPage } from "#app/payments/pay-page.server";
import { payMessages } from "#app/payments/pay-messages";
import { PayPage } from "#app/payments/pay-page";
import { payerOf } from "#app/payments/payer.server";
import { env } from "#app/platform/env.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { refusalMessages } from "#app/deal-card/refusal-messages";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import type { RefusalCode } from "#machines/deal/deal-refusals";

/** A person presses once or twice; guessing at signatures should cost time. */
const presses = rateLimit("pay-link", { points: 20, perSeconds: 600 });
/** Brings a payer back here from the provider's page. */
const COOKIE_SECONDS = 7_200;

/** The address is a key: no cache may keep it, and no other site hears of it. */
export const headers = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
export const meta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(payMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await readPayPage(params.token ?? "");
  const code = new URL(request.url).searchParams.get("refused") ?? "";
  const refused = Object.hasOwn(refusalMessages.en, code) ? (code as RefusalCode) : null;
  return data({ page, refused }, { status: page.state === "dead" ? 404 : 200 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const taken = await presses.take(context.clientAddress);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const form = await request.formData();
  const payer = payerOf(request, context.clientAddress);
  const answer = await payByLink(token, { revision: Number(form.get("revision")), payer });
  if ("refusal" in answer) return redirect(`/pay/${token}?refused=${answer.refusal.code}`);
  const secure = env.PUBLIC_URL.startsWith("https:") ? "; Secure" : "";
  const cookie = `pay=${token}; Path=/deals; HttpOnly; SameSite=Lax; Max-Age=${COOKIE_SECONDS}${secure}`;
  return redirect(answer.url, { headers: { "Set-Cookie": cookie } });
}

export default function Pay() {
  const { page, refused } = useLoaderData<typeof loader>();
  return <PayPage page={page} refused={refused} />;
}
