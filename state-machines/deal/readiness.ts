import {
  type DerivedWorkCode,
  derivedWork,
  handoverTime,
  isHandoverSigned,
  type ReadinessLight,
  readinessLights,
  type StandardWorkCode,
  standardWork,
  type WorkOwner,
  type WorkPerson,
} from "../stages/handover";
import { unsignedDueItems } from "../stages/due-bill";
import type { DealLife } from "../stages/stage";
import type { ActorRef } from "../store/actor";
import type { DealContext } from "./deal-context";
import { describedTrades } from "./deal-trades";

const HOUR_MS = 3_600_000;

/** One piece of work as the board shows it. */
export interface ReadinessItem {
  item: string;
  light: ReadinessLight;
  /** Empty for what the screen words by its code. */
  title: string;
  required: boolean;
  /** Answered by the deal itself: nobody ticks it. */
  derived: boolean;
  done: boolean;
  /** Somebody named, else the role whose it is. */
  owner: WorkPerson | null;
  ownerRole: WorkOwner;
  dueAt: string | null;
  by: ActorRef | null;
  /** A manager has taken it upon themselves that it is open. */
  overridden: boolean;
}

type ReadyFrom = Pick<
  DealContext,
  "handover" | "dueBill" | "delivery" | "people" | "trade" | "furtherTrades" | "life" | "finance"
>;

function derivedAnswers(deal: ReadyFrom, life: DealLife): Record<DerivedWorkCode, boolean> {
  return {
    contractSigned: life === "contracted" || life === "delivered",
    identity: deal.people.identityVerifiedBy !== null,
    appointment: handoverTime(deal) !== null,
    dueBillSigned: unsignedDueItems(deal.dueBill.items).length === 0,
    handoverSigned: isHandoverSigned(deal.handover),
  };
}

const ofTrade: readonly StandardWorkCode[] = ["tradePapers", "tradeKeys"];

/** Which standard work this deal has: a cash deal has no lender's papers, a deal without a trade none of a trade. */
function standardOf(deal: ReadyFrom): StandardWorkCode[] {
  const hasTrade = describedTrades(deal).length > 0;
  const codes = Object.keys(standardWork) as StandardWorkCode[];
  return codes.filter((code) => {
    if (code === "lenderPapers") return deal.finance.method !== "cash";
    return hasTrade || !ofTrade.includes(code);
  });
}

/**
 * All the work before the keys: standard pieces, what the deal answers by itself, and what was added by hand. Each has an
 * owner (the seat whose it is, until somebody is named) and a time (counted back from the hand-over, until one is given).
 */
export function readinessItems(deal: ReadyFrom, life: DealLife): ReadinessItem[] {
  const { work, overrides } = deal.handover;
  const startsAt = handoverTime(deal)?.startsAt ?? null;
  const overridden = new Set(overrides.flatMap(({ items }) => items));
  const seats = { fniManager: deal.people.fniManager, salesperson: deal.people.salesperson };
  const dueBefore = (hours: number) =>
    startsAt === null ? null : new Date(Date.parse(startsAt) - hours * HOUR_MS).toISOString();
  const known = (code: string) => work.find(({ item }) => item === code);
  const answers = derivedAnswers(deal, life);

  const made = (
    item: string,
    of: { light: ReadinessLight; owner: WorkOwner; hoursBefore: number; required: boolean },
    rest: Pick<ReadinessItem, "title" | "derived" | "done">,
  ): ReadinessItem => {
    const kept = known(item);
    return {
      item,
      light: of.light,
      required: of.required,
      ownerRole: of.owner,
      owner: kept?.owner ?? seats[of.owner],
      dueAt: kept?.dueAt ?? dueBefore(of.hoursBefore),
      by: kept?.by ?? null,
      overridden: overridden.has(item) && !rest.done,
      ...rest,
    };
  };

  const standard = standardOf(deal).map((code) =>
    made(code, standardWork[code], { title: "", derived: false, done: known(code)?.done ?? false }),
  );
  const derived = (Object.keys(derivedWork) as DerivedWorkCode[]).map((code) =>
    made(code, derivedWork[code], { title: "", derived: true, done: answers[code] }),
  );
  const own = work
    .filter(({ title }) => title !== "")
    .map((piece) =>
      made(
        piece.item,
        { light: piece.light, owner: "salesperson", hoursBefore: 2, required: true },
        { title: piece.title, derived: false, done: piece.done },
      ),
    );
  const order = (item: ReadinessItem) => readinessLights.indexOf(item.light);
  return [...standard, ...derived, ...own].toSorted((one, other) => order(one) - order(other));
}

/** What still keeps the keys in the store. */
export const releaseBlockers = (items: readonly ReadinessItem[]): ReadinessItem[] =>
  items.filter(({ required, done, overridden }) => required && !done && !overridden);

/** `none`: there is nothing of the kind on this deal. */
export type LightColour = "green" | "amber" | "red" | "none";

/**
 * One light from its work: green when all that is required is done, red when something required is past its time, amber
 * while something required is open or taken upon a manager.
 *
 * @param at ISO instant
 */
export function lightOf(items: readonly ReadinessItem[], light: ReadinessLight, at: string): LightColour {
  const own = items.filter((item) => item.light === light);
  if (own.length === 0) return "none";
  const open = own.filter(({ required, done }) => required && !done);
  if (open.length === 0) return "green";
  return open.some(({ dueAt, overridden }) => !overridden && dueAt !== null && dueAt < at) ? "red" : "amber";
}
