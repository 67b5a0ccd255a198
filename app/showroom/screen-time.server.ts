import { type StageName, stageNames } from "#machines/stages/stage";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { now } from "#app/platform/clock.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { SCREEN_BEAT_SECONDS } from "./showroom-limits";

/** Written into the deal when so much has gathered, and when the screen is locked or taken back. */
const FLUSH_SECONDS = 300;
/** A beat comes a little late over a bad line; what it claims beyond the time that passed is not counted. */
const SLACK_SECONDS = 5;

type Seconds = Partial<Record<StageName, number>>;

const gathered = remember("screenTime", () => new Map<string, Seconds>());
const lastBeat = remember("screenTimeBeats", () => new Map<string, number>());

const total = (seconds: Seconds) => Object.values(seconds).reduce((sum, value) => sum + value, 0);

/**
 * A screen says how long it was awake at each stage since it last said so. It is believed up to the time that passed by
 * this server's clock, so that no screen can claim an hour in a minute.
 */
export async function noteScreenTime(pairingId: string, dealId: string, claimed: Seconds): Promise<void> {
  const at = now().getTime();
  const passed = (at - (lastBeat.get(pairingId) ?? at - SCREEN_BEAT_SECONDS * 1_000)) / 1_000 + SLACK_SECONDS;
  lastBeat.set(pairingId, at);
  let left = Math.min(passed, 2 * SCREEN_BEAT_SECONDS);
  const mine = gathered.get(dealId) ?? {};
  for (const stage of stageNames) {
    const believed = Math.floor(Math.min(claimed[stage] ?? 0, left));
    left -= believed;
    if (believed > 0) mine[stage] = (mine[stage] ?? 0) + believed;
  }
  gathered.set(dealId, mine);
  if (total(mine) >= FLUSH_SECONDS) await flushScreenTime(dealId);
}

export async function flushScreenTime(dealId: string): Promise<void> {
  const seconds = gathered.get(dealId);
  gathered.delete(dealId);
  if (!seconds || total(seconds) === 0) return;
  const answer = await submitDealEvent({
    dealId,
    editId: crypto.randomUUID(),
    actor: { kind: "system", name: "clock" },
    event: { type: "showroom.timeSpent", seconds },
  });
  if (answer.status === "again" || answer.status === "refused")
    log.warn({ dealId, answer: answer.status }, "showroom time was not written");
}

/** Before the journal closes, so that a stop loses none of it. */
export async function flushAllScreenTime(): Promise<void> {
  for (const dealId of gathered.keys()) await flushScreenTime(dealId);
}
