import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { deskMeta } from "#app/desk/desk-meta";
import { financeDeskRoles } from "#app/desk/desk-roles";
import { fundingBoard, movePackage } from "#app/lenders/funding-board.server";
import { fundingStates } from "#app/lenders/funding-states";
import { FundingPage } from "#app/lenders/funding-page";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deskMeta((t) => t("finance"));

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, financeDeskRoles);
  return { ...(await fundingBoard(person.rooftopId)), may: person.role === "fniManager" };
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireStaff(request, ["fniManager"]);
  const form = await request.formData();
  const state = fundingStates.find((known) => known === form.get("state"));
  const reason = String(form.get("reason") ?? "").slice(0, 200);
  return { ok: state ? await movePackage(String(form.get("packageId") ?? ""), state, reason, person) : false };
}

export default function Funding() {
  const answer = useActionData<typeof action>();
  return <FundingPage {...useLoaderData<typeof loader>()} refused={answer?.ok === false} />;
}
