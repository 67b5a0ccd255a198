import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { dayInZone } from "#machines/deal/deal-trades";
import { newTitleAlarms, titleDues } from "#machines/stages/title-work";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { sendMail } from "#app/platform/mail.server";
import { defaultLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { plainDate } from "#machines/money/plain-date";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import { forgetOldLicenses } from "./drive-license.server";

const SWEEP_MS = 15 * 60_000;
const MAX_DEALS = 1_000;
/** Papers take weeks; after half a year a deal's title is somebody's own case. */
const WATCHED_MS = 200 * 24 * 60 * 60_000;

/** Looks at the papers of every delivered deal: what is due soon or late is said once, in the deal and to its people. */
export async function sweepTitleWork(): Promise<void> {
  const at = now();
  const delivered = await database().prisma.deal.findMany({
    where: { life: "delivered", createdAt: { gte: new Date(at.getTime() - WATCHED_MS) } },
    orderBy: { createdAt: "asc" },
    take: MAX_DEALS,
    select: { id: true },
  });
  for (const { id } of delivered) {
    await raiseAlarms(id).catch((error: unknown) =>
      log.warn({ err: error, dealId: id }, "title work could not be looked at; the next round tries again"),
    );
  }
  await forgetOldLicenses();
}

async function raiseAlarms(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  if (!state || lifeOf(state) !== "delivered") return;
  const { titleWork, life, store, people, returns } = contextOf(state);
  const isUndone = returns.request?.status === "unwound" || returns.request?.status === "settled";
  if (!life.deliveredAt || isUndone) return;
  const dues = titleDues(titleWork, {
    deliveredOn: dayInZone(life.deliveredAt, store.timeZone),
    region: people.customer.region || store.address.region,
    today: plainDate(storeDate(now(), store.timeZone)),
  });
  for (const { about, level, dueOn } of newTitleAlarms(dues, titleWork.alarms)) {
    if (!level) continue;
    const event = { type: "titleWork.alarmRaised", about, level, dueOn } as const;
    const editId = `alarm:${about}:${level}:${dueOn}`;
    const answer = await submitDealEvent({ dealId, editId, actor: { kind: "system", name: "clock" }, event });
    if (answer.status === "applied" || answer.status === "repeated") await mailAlarm(dealId, event);
  }
}

/** To whoever has the deal: the finance manager, else the salesperson. */
async function mailAlarm(
  dealId: string,
  { about, level, dueOn }: { about: string; level: "soon" | "late"; dueOn: string },
): Promise<void> {
  const state = await readDealState(dealId);
  if (!state) return;
  const { people, identity, store } = contextOf(state);
  const staffId = (people.fniManager ?? people.salesperson)?.staffId;
  const staff = staffId && (await database().prisma.staffMember.findUnique({ where: { id: staffId } }));
  if (!staff || !staff.active) return;
  const t = translator(deliveryDeskMessages, defaultLocale);
  const values = { number: identity.dealNumber, what: t(`titleWork.${about as "tag"}`), day: dueOn };
  await sendMail({
    key: `title:${dealId}:${about}:${level}:${dueOn}`,
    to: staff.email,
    subject: t(`alarm.${level}`, values),
    text: [t(`alarm.${level}`, values), `${env.PUBLIC_URL}/desk/delivery/${dealId}`, store.name].join("\n\n"),
  });
}

/** Looks every quarter of an hour until stopped. */
export function startTitleAlarms(): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const sweep = () => {
    running = sweepTitleWork().catch((error: unknown) => log.warn({ err: error }, "title work could not be swept"));
  };
  const timer = setInterval(sweep, SWEEP_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
