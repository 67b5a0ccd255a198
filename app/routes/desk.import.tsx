import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { StaffRole } from "#machines/store/actor";
import { requireStaff } from "#app/accounts/request-person.server";
import { importDeal } from "#app/deal-format/import-deal.server";
import { ImportPage } from "#app/deal-format/import-page";
import type { ImportRefusal } from "#app/deal-format/read-deal-file.server";

const importers: readonly StaffRole[] = ["admin", "generalManager"];

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ title: "Import a deal" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, importers);
  return data({ ready: true });
}

/** Takes the file in whole or not at all, and opens the deal it became. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId: _, ...admin } = await requireStaff(request, importers);
  const file = (await request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0)
    return data<ImportRefusal>({ reason: "notJson", about: "" }, { status: 400 });
  const answer = await importDeal(await file.text(), admin);
  return answer.ok ? redirect(`/deals/${answer.dealId}`) : data(answer.refusal, { status: 400 });
}

export default function Import() {
  useLoaderData<typeof loader>();
  return <ImportPage refused={useActionData<ImportRefusal>() ?? null} />;
}
