import { hash as hashOnce } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  applyDealEvent,
  contextOf,
  eventRefusal,
  permissionRefusal,
  revisionRefusal,
} from "#machines/deal/apply-deal-event";
import { effectsOf } from "#machines/deal/deal-effects";
import { type DealEdit, type DealEvent, isRequestedEdit } from "#machines/deal/deal-events";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { seatRefusal } from "#machines/deal/seat-permissions";
import { parseStoredEvent } from "#machines/deal/stored-deal";
import { type Actor, actorRef } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { publishSoon } from "./deal-feed.server";
import { append, journalHasRoom, type JournalledEdit, JournalRefusal, type JournalRow } from "./deal-journal.server";
import { readEdit } from "./read-journal.server";
import { dealResolvers } from "./deal-resolvers.server";
import type { EditAnswer } from "./edit-answer";
import { catchUpWithJournal } from "./deal-catch-up.server";
import { type AcceptedEdit, advance, fallBack, type HotDeal, remember } from "./hot-deal.server";
import { hotDeal, readyDeal } from "./hot-deals.server";
import { namedActor } from "./named-actor.server";
import { resolveEdit } from "./resolve-edit.server";

/** Another server overtaking us is retried on fresh heads; five times in a row is a fault, not a race. */
const MAX_TRIES = 5;
const RETRY_JITTER_MS = 12;

export interface Submission {
  dealId: string;
  /** Made by the sender, unique per deal; a repeat gets the first answer. */
  editId: string;
  actor: Actor;
  /** What a person asked for, or an event the system tells. Already parsed at its border. */
  event: DealEdit | DealEvent;
  /** Read from the wire by the edits' own schema, which for a plain event is the journal's too. */
  isParsed?: true;
  seenRevision?: number;
}

/** THE DOOR: the only way a deal changes. Never throws for a business reason, answers exactly once. */
export async function submitDealEvent(submission: Submission): Promise<EditAnswer> {
  const hash = editHash(submission.event);
  for (let attempt = 1; ; attempt++) {
    const deal = readyDeal(submission.dealId) ?? (await hotDeal(submission.dealId));
    if (!deal) return { status: "refused", refusal: refuse("stageNotOpen") };
    const { revision } = deal.tentative;
    try {
      const answer = await submitTo(deal, submission, hash);
      if (answer.status !== "refused") return answer;
      const repeat = await answerForgotten(deal, submission.editId, hash);
      if (repeat) return repeat;
      if (attempt === MAX_TRIES || (await wasJudgedOnNewest(deal, revision, answer))) return answer;
    } catch (error) {
      if (!(error instanceof JournalRefusal)) throw error;
      if (error.earlier) return answerJournalled(error.earlier, hash);
      if (error.reason === "unavailable") return { status: "again", reason: "unavailable" };
      if (attempt === MAX_TRIES) return { status: "again", reason: "busy" };
      await pause(Math.random() * RETRY_JITTER_MS * attempt);
    }
  }
}

/** A repeat that is older than this memory has its first answer still, never a second judgement. */
async function answerForgotten(deal: HotDeal, editId: string, hash: string): Promise<EditAnswer | null> {
  if (!deal.forgets || deal.edits.has(editId)) return null;
  const earlier = await readEdit(deal.dealId, editId);
  return earlier && answerJournalled(earlier, hash);
}

const answerJournalled = ({ editHash: first, revision }: JournalledEdit, hash: string): EditAnswer =>
  first === hash ? { status: "repeated", revision } : refused(refuse("editConflict"));

/** No other state of the deal would have changed these. */
const alwaysRefused = new Set<string>(["notAllowed", "editConflict"]);

/**
 * A "no" leaves no row that the journal could referee: before it is said, what it was judged on must have been committed,
 * and nothing newer may have come from another server.
 */
async function wasJudgedOnNewest(
  deal: HotDeal,
  revision: number,
  { refusal }: Extract<EditAnswer, { status: "refused" }>,
): Promise<boolean> {
  if (alwaysRefused.has(refusal.code)) return true;
  const { epoch, pending } = deal;
  if (deal.tentative !== deal.committed) await pending?.catch(() => undefined);
  if (database().kind === "postgres") await catchUpWithJournal(deal);
  return deal.epoch === epoch && !deal.stale && deal.committed.revision <= revision;
}

async function submitTo(deal: HotDeal, submission: Submission, hash: string): Promise<EditAnswer> {
  const { event, editId } = submission;
  const actor = namedActor(submission.actor, deal.tentative);
  const known = deal.edits.get(editId);
  if (known) return answerRepeat(known, hash);

  const at = now().toISOString();
  const early =
    permissionRefusal(actor, event.type) ??
    seatRefusal(contextOf(deal.tentative), actor, event.type) ??
    revisionRefusal(deal.tentative, event.type, submission.seenRevision);
  if (early) return refused(early);
  if (!isRequestedEdit(event)) return record(deal, submission, { event, actor, at, hash });

  // What is looked up may set something aside: not for an edit that has long been answered.
  const repeat = await answerForgotten(deal, editId, hash);
  if (repeat) return repeat;
  const resolved = await resolveEdit(deal.tentative, event, { editId, actor, at });
  if ("refusal" in resolved) return refused(resolved.refusal);
  // The deal may have moved during the look-up: everything is asked again on its newest head, without a pause after.
  if (deal.stale) throw new JournalRefusal("overtaken");
  const meanwhile = deal.edits.get(editId);
  if (meanwhile) return answerRepeat(meanwhile, hash);
  const moved =
    seatRefusal(contextOf(deal.tentative), actor, event.type) ??
    revisionRefusal(deal.tentative, event.type, submission.seenRevision);
  const answer = moved ? refused(moved) : await record(deal, submission, { event: resolved, actor, at, hash });
  if (answer.status === "refused") await undo(submission.dealId, resolved);
  return answer;
}

/** What a look-up set aside for an event that was then refused. */
async function undo(dealId: string, event: DealEvent): Promise<void> {
  if (event.type === "deposit.takenAtDesk") await dealResolvers().cancelDeskDeposit(dealId, event.attempt);
  if (event.type === "delivery.slotBooked" || event.type === "handover.timeBooked")
    await dealResolvers().releaseSlot(event.bookingId);
  if (event.type === "drive.booked") await dealResolvers().releaseDrive(event.driveId);
  if (event.type === "promise.kept") await dealResolvers().withdrawPromise(event.content.number);
}

interface Judged {
  event: DealEvent;
  actor: Actor;
  at: string;
  hash: string;
}

/** Judges on the tentative head, moves it, and waits for the commit. Runs without a pause up to the append. */
function record(
  deal: HotDeal,
  { dealId, editId, isParsed, event: sent }: Submission,
  { event: told, actor, at, hash }: Judged,
): Promise<EditAnswer> {
  // What a replay could not read back must never get in, whoever made it: such a row would close the deal for good.
  const event = isParsed && told === sent ? told : parseStoredEvent(told);
  const before = deal.tentative;
  const refusal = eventRefusal(before, event, actor, at);
  if (refusal) return Promise.resolve(refused(refusal));
  // As when a commit fails: what a look-up set aside waits for the same edit to come again.
  if (!journalHasRoom()) throw new JournalRefusal("unavailable");

  const revision = before.revision + 1;
  const by = actorRef(actor);
  const after = applyDealEvent(before, event, { revision, at, by });
  // The chart has no place for this event now, and no guard had a better sentence.
  if (after.snapshot === before.snapshot) return Promise.resolve(refused(refuse("stageNotOpen")));
  const row: JournalRow = { dealId, revision, editId, editHash: hash, at, actor: by, event };
  deal.tentative = after;

  const { epoch } = deal;
  const settled = new Promise<void>((resolve, reject) => {
    append({
      row,
      effects: effectsOf(event, before, after),
      isCurrent: () => deal.epoch === epoch,
      committed() {
        const committed = { dealId, row, before: deal.committed, after };
        advance(deal, committed);
        accepted.settled = null;
        resolve();
        // The sender hears first, then everybody; both in revision order.
        publishSoon(committed);
      },
      failed(reason) {
        if (deal.edits.get(editId) === accepted) deal.edits.delete(editId);
        if (deal.epoch === epoch) fallBack(deal);
        reject(reason);
      },
    });
  });
  const accepted: AcceptedEdit = { hash, revision, settled };
  remember(deal, editId, accepted);
  deal.pending = settled;
  return settled.then(() => ({ status: "applied", revision }));
}

async function answerRepeat(known: AcceptedEdit, hash: string): Promise<EditAnswer> {
  if (known.hash !== hash) return refused(refuse("editConflict"));
  if (known.settled) await known.settled;
  return { status: "repeated", revision: known.revision };
}

const refused = (refusal: Refusal): EditAnswer => ({ status: "refused", refusal });

function editHash(event: DealEdit | DealEvent): string {
  return hashOnce("sha256", JSON.stringify(event), "base64url");
}
