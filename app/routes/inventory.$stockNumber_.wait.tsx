import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { vehicleName } from "#app/merchandising/stock-vehicle.server";
import { countWaiting, joinWaitlist } from "#app/payments/join-waitlist.server";
import { waitMessages } from "#app/payments/wait-messages";
import { WaitPage } from "#app/payments/wait-page";
import { rateLimit } from "#app/platform/rate-limit.server";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { requestLocale } from "#app/ui/locale.server";
import { translator } from "#app/ui/translator";

/** A shopper waits for a car or two; a script would fill a stranger's mailbox. */
const joins = rateLimit("waitlist", { points: 6, perSeconds: 3_600 });
const emailSchema = z.email().max(200);

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(waitMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};

async function heldCar(stockNumber: string) {
  const board = await stockBoard();
  const vehicle = board?.byStockNumber.get(stockNumber);
  if (!board || !vehicle || vehicle.status === "sold")
    throw new Response(null, { status: 404, statusText: "Not Found" });
  return { store: board.policy.name, stockNumber, car: vehicleName(vehicle), isHeld: vehicle.status === "held" };
}

export async function loader({ params }: LoaderFunctionArgs) {
  const car = await heldCar(params.stockNumber ?? "");
  return { ...car, waiting: await countWaiting(car.stockNumber) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { stockNumber, isHeld } = await heldCar(params.stockNumber ?? "");
  const taken = await joins.take(context.clientAddress);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const email = emailSchema.safeParse((await request.formData()).get("email"));
  if (!email.success) return { answer: "wrong" as const };
  if (isHeld) await joinWaitlist({ stockNumber, email: email.data, locale: requestLocale(request) });
  return { answer: "done" as const };
}

export default function Wait() {
  return <WaitPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()?.answer ?? null} />;
}
