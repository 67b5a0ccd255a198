import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { BoardPage } from "#app/publishing/board-page";
import { readBoard } from "#app/publishing/board.server";
import { frameReader } from "#app/publishing/frame-reader.server";
import { merchandisingRoles } from "#app/publishing/merchandising-roles";
import { staffMeta } from "#app/publishing/staff-meta";
import { submitBoardAct } from "#app/publishing/submit-board-act.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = staffMeta("title");

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireStaff(request, merchandisingRoles);
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get("q") ?? "").slice(0, 80);
  const author = (searchParams.get("who") ?? "").slice(0, 160);
  return {
    reader: await frameReader(person),
    ...(await readBoard(person.rooftopId, { query, author })),
    query,
    author,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  return submitBoardAct(await requireStaff(request, merchandisingRoles), await request.formData());
}

export default function Board() {
  return <BoardPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
