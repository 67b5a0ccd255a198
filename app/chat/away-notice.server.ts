import { z } from "zod";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealContext } from "#machines/deal/deal-context";
import { readDealState } from "#app/deals/read-deal.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { sendMail } from "#app/platform/mail.server";
import { AWAY_AFTER_SECONDS } from "#app/realtime/chat-limits";
import type { ChatSide } from "#app/realtime/chat-protocol";
import { sideIsHere } from "#app/realtime/presence.server";
import { partyLocale } from "#app/deals/party-locale.server";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { type ChatRow, sideHasRead } from "./chat-record.server";
import { keeperOf } from "./chat-keeper.server";
import { noticeMessages } from "./notice-messages";

/** Somebody on the card who does not look at the conversation is looked after this often, and this many times. */
const LOOK_AGAIN_SECONDS = 300;
const LOOKS = 24;
const RETRY_LIMIT = 8;

const noticeSchema = z.object({
  dealId: z.string(),
  side: z.enum(["customer", "store"]),
  /** The first message of the absence. */
  seq: z.int(),
  /** How far the side had read when it was written: what names the absence. */
  read: z.int(),
  look: z.int(),
});
type Notice = z.infer<typeof noticeSchema>;

const awayNotice = defineJob({
  name: "chat-away-notice",
  schema: noticeSchema,
  retryLimit: RETRY_LIMIT,
  handle: (notice) => tellAway(notice),
});

const absenceKey = ({ dealId, side, read }: Pick<Notice, "dealId" | "side" | "read">) => `${dealId}:${side}:${read}`;

/**
 * Asks, in the message's own transaction, to look after the other side in a minute. An absence lasts from one reading
 * to the next and has one job and one mail, however much is written meanwhile.
 */
export async function noticeFor(tx: SqlExecutor, dealId: string, { authorSide, seq }: ChatRow): Promise<void> {
  const side: ChatSide = authorSide === "customer" ? "store" : "customer";
  const { rows } = await tx.query<{ read: number | null }>(
    `select max("seq")::int as read from "ChatRead" where "dealId" = $1 and "stream" = 'chat' and "side" = $2`,
    [dealId, side],
  );
  const notice: Notice = { dealId, side, seq, read: rows[0]?.read ?? 0, look: 1 };
  await enqueue(awayNotice, notice, { tx, key: absenceKey(notice), startAfterSeconds: AWAY_AFTER_SECONDS });
}

async function tellAway(notice: Notice): Promise<void> {
  const { dealId, side, seq, look } = notice;
  if ((await sideHasRead(dealId, side)) >= seq) return;
  if (sideIsHere(dealId, side)) {
    if (look >= LOOKS) return;
    const next = { ...notice, look: look + 1 };
    const key = `${absenceKey(notice)}:${next.look}`;
    return enqueue(awayNotice, next, { key, startAfterSeconds: LOOK_AGAIN_SECONDS });
  }
  const state = await readDealState(dealId);
  if (!state) return;
  const context = contextOf(state);
  const to = side === "customer" ? await customerOf(dealId, context) : await storeOf(dealId, context);
  if (!to) return;
  const t = translator(noticeMessages, to.locale);
  const values = {
    store: context.store.name,
    number: context.identity.dealNumber,
    name: context.people.customer.firstName || t("someone"),
    car: carOf(context),
    url: side === "customer" ? `${env.PUBLIC_URL}/resume` : `${env.PUBLIC_URL}/deals/${dealId}?messages=open`,
  };
  // What was written stays on the card: a mailbox is not where a deal is worked.
  const text = [t(`${side}.said`, values), t(`${side}.where`, values), context.store.name].join("\n\n");
  await sendMail({ key: `chat:${absenceKey(notice)}`, to: to.email, subject: t(`${side}.subject`, values), text });
}

const carOf = ({ vehicle }: DealContext) => (vehicle.vehicle ? `${vehicle.vehicle.make} ${vehicle.vehicle.model}` : "");

interface Addressee {
  email: string;
  locale: Locale;
}

async function customerOf(dealId: string, { people }: DealContext): Promise<Addressee | null> {
  if (!people.customer.email) return null;
  return { email: people.customer.email, locale: await partyLocale(dealId) };
}

/** Whoever keeps the conversation; without one, the store's first sales manager. */
async function storeOf(dealId: string, context: DealContext): Promise<Addressee | null> {
  const { prisma } = database();
  const keeper = await keeperOf(dealId, context);
  const deal = await prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  const staff = await prisma.staffMember.findFirst({
    where: { rooftopId: deal.rooftopId, active: true, ...(keeper ? { id: keeper } : { role: "salesManager" }) },
    orderBy: { createdAt: "asc" },
  });
  return staff && { email: staff.email, locale: "en" };
}
