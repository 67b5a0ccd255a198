import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { readDeliveryBoard } from "#app/delivery/delivery-board.server";
import { DeliveryBoardPage } from "#app/delivery/delivery-board-page";
import { deskRoles } from "#app/desk/desk-roles";
import { useAskAgain } from "#app/ui/use-ask-again";

/** A board on a wall is as old as this at most. */
const ASK_AGAIN_MS = 20_000;

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ title: "Deliveries" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { rooftopId } = await requireStaff(request, deskRoles);
  return readDeliveryBoard(rooftopId);
}

export default function DeliveryBoardRoute() {
  const board = useLoaderData<typeof loader>();
  useAskAgain(ASK_AGAIN_MS);
  return <DeliveryBoardPage {...board} />;
}
