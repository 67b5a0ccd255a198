import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { onlyStoreName } from "#app/accounts/store-name.server";
import { AskPromisePage } from "#app/promises/promise-page";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ name: "robots", content: "noindex, nofollow" }];

/** The form's own answer is the promise's address: it can be kept and works without a script. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const [number, code] = [params.get("number")?.trim(), params.get("code")?.trim()];
  if (number && code) throw redirect(`/promise/${encodeURIComponent(number)}?${new URLSearchParams({ code })}`);
  return { store: await onlyStoreName(), number: number ?? "" };
}

export default function AskPromise() {
  const { store, number } = useLoaderData<typeof loader>();
  return <AskPromisePage store={store} number={number} trouble={null} />;
}
