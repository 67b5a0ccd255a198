import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { onlyStoreName } from "#app/accounts/store-name.server";
import { checkPromise } from "#app/promises/check-promise.server";
import { promiseAnswer } from "#app/promises/promise-answer.server";
import { AlteredPromise, AskPromisePage, PromisePage } from "#app/promises/promise-page";
import { requestLocale } from "#app/ui/locale.server";

export const headers = () => ({ "Cache-Control": "no-store" });

const statusOf = { good: 200, altered: 200, unknown: 404, slowDown: 429 } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get("code");
  const checked = await checkPromise({ number: params.number, code, clientAddress: context.clientAddress });
  const store = await onlyStoreName();
  const answer = promiseAnswer(checked, requestLocale(request));
  // A number without a code is somebody who is about to type it, not a failed try.
  const trouble = answer.state === "unknown" && code === null ? null : answer.state;
  return data(
    { store, answer, trouble, number: params.number ?? "" },
    {
      status: trouble === null ? 200 : statusOf[answer.state],
      headers: checked.state === "slowDown" ? { "Retry-After": String(checked.retryAfterSeconds) } : {},
    },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...(page?.answer.state === "good" ? [{ title: page.answer.sheet.title }] : []),
  { name: "robots", content: "noindex, nofollow" },
];

export default function PricePromise() {
  const { store, answer, trouble, number } = useLoaderData<typeof loader>();
  if (answer.state === "good") return <PromisePage shown={answer} />;
  if (answer.state === "altered") return <AlteredPromise store={store} />;
  return <AskPromisePage store={store} number={number} trouble={trouble === null ? null : answer.state} />;
}
