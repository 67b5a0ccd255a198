import { z } from "zod";
import type { VehicleAvailability } from "#machines/stages/vehicle";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { Fault } from "#app/platform/fault";
import { decryptField } from "#app/platform/field-encryption.server";
import { defineJob } from "#app/platform/jobs.server";
import { sendMail } from "#app/platform/mail.server";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { waitMessages } from "./wait-messages";

/** More open deals on one car than this are a script's. */
const MOST_DEALS = 500;

/** Tells every open deal about a car, and whoever waits for it, what has become of it. */
export const tellAboutVehicle = defineJob({
  name: "tell-about-vehicle",
  schema: z.object({ stockNumber: z.string(), step: z.string() }),
  retryLimit: 8,
  handle: tell,
});

async function tell({ stockNumber, step }: { stockNumber: string; step: string }): Promise<void> {
  const { prisma } = database();
  const vehicle = await prisma.vehicle.findUnique({ where: { stockNumber } });
  if (!vehicle) return;
  const hold = await prisma.vehicleHold.findFirst({ where: { stockNumber, releasedAt: null } });
  const deals = await prisma.deal.findMany({
    where: { stockNumber, life: "open" },
    select: { id: true },
    take: MOST_DEALS,
  });
  for (const { id } of deals) {
    const state = id === hold?.dealId ? "available" : stateOf(vehicle.status);
    const answer = await submitDealEvent({
      dealId: id,
      editId: `vehicle-step:${step}`,
      actor: { kind: "system", name: "payments" },
      event: { type: "vehicle.availabilityTold", stockNumber, state },
    });
    if (answer.status === "again") throw new Fault("A deal could not be told now.", { code: "deal", retryable: true });
  }
  if (vehicle.status === "live") await mailWaiting(stockNumber, `${vehicle.year} ${vehicle.make} ${vehicle.model}`);
}

const stateOf = (status: string): VehicleAvailability =>
  status === "live" ? "available" : status === "held" ? "held" : "sold";

/** First come, first served from here on: all are told at once, and each once. */
async function mailWaiting(stockNumber: string, car: string): Promise<void> {
  const { prisma } = database();
  for (const { id, email, locale } of await prisma.vehicleWait.findMany({ where: { stockNumber, toldAt: null } })) {
    const t = translator(waitMessages, isLocale(locale) ? locale : defaultLocale);
    const values = { car, url: `${env.PUBLIC_URL}/inventory/${stockNumber}` };
    await sendMail({
      key: `vehicle-free:${id}`,
      to: decryptField(email, `VehicleWait:email:${id}`),
      subject: t("mail.subject", values),
      text: [t("mail.text", values), t("mail.once")].join("\n\n"),
    });
    await prisma.vehicleWait.update({ where: { id }, data: { toldAt: now() } });
  }
}
