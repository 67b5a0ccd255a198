import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hasFreshFactor } from "#app/accounts/fresh-factor.server";
import { listPasskeys, removePasskey } from "#app/accounts/passkeys.server";
import { PasskeysPage } from "#app/accounts/passkeys-page";
import { accountMeta } from "#app/accounts/page-meta";
import { requireStaff } from "#app/accounts/request-person.server";
import { onlyStoreName } from "#app/accounts/store-name.server";

export const handle = { staffScreen: true };
export const meta = accountMeta((t) => t("passkeys"));
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request);
  return {
    store: await onlyStoreName(),
    passkeys: await listPasskeys(person.staffId),
    fresh: await hasFreshFactor(person, ""),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireStaff(request);
  return { removed: await removePasskey(person, String((await request.formData()).get("id") ?? "")) };
}

export default function Passkeys() {
  const removed = useActionData<typeof action>()?.removed ?? false;
  return <PasskeysPage {...useLoaderData<typeof loader>()} removed={removed} />;
}
