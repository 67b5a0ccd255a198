import { MAX_DAMAGE_MARKS } from "#machines/stages/trade-damage";
import { MAX_PHOTOS_A_CAR } from "#machines/stages/trade-photos";
import type { DealEvent } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { cents } from "#machines/money/cents";
import { aDeal, appraiser, customer, salesManager, salesperson } from "#tests/support/a-deal";
import { actorOf } from "#tests/support/deal-people";
import { type Asked, told } from "#tests/support/judged-deal";
import {
  accepted,
  described,
  marked,
  offered,
  owned,
  photo,
  valued,
  verified,
  wornTires,
} from "#tests/support/trade-events";

interface Case extends Asked {
  code: RefusalCode;
  rule: string;
  event: DealEvent;
  deal?: ReturnType<typeof aDeal>;
  params?: Record<string, string | number>;
}

const deal = aDeal();
const known = told(deal, described());
const taken = told(deal, described(), owned(), valued(1_400_000), offered(1_450_000), accepted());
const proven = told(taken, { event: photo("photo-f", "finding"), by: appraiser });
const adjusted = told(proven, { event: verified([wornTires()]), by: actorOf.system });
const marks = (count: number): DealEvent[] => Array.from({ length: count }, (_, at) => marked(`mark-${at}`));
const closeUps = (count: number): DealEvent[] => Array.from({ length: count }, (_, at) => photo(`photo-${at}`, "mark"));
const submitted: DealEvent = { type: "trade.submitted" };
const review: DealEvent = { type: "trade.reviewStarted" };
/** What the server resolves is judged as the person's who asked. */
const at = "2026-11-28T15:10:00.000Z";

export const tradeRefusalCases: Case[] = [
  { rule: "T1", code: "noTradeDescribed", event: submitted },
  { rule: "T1", code: "noTradeDescribed", event: photo("photo-1", "interior") },
  { rule: "T1", code: "noTradeDescribed", event: { type: "trade.messageSent", text: "What do you say?" } },
  { rule: "T9", code: "tradeCarUnknown", deal: known, event: owned(2) },
  { rule: "T9", code: "tradeCarUnknown", deal: known, event: described({ car: 3 }) },
  { rule: "T9", code: "tradeCarUnknown", deal: known, event: { type: "trade.carRemoved", car: 2 } },
  { rule: "T9", code: "tradeCarUnknown", event: described({ car: 2 }) },

  { rule: "T10", code: "photoUnknown", deal: known, event: { type: "trade.photoRemoved", photoId: "photo-9" } },
  { rule: "T10", code: "photoUnknown", deal: known, event: marked("m", { photoId: "photo-9" }) },
  {
    rule: "T10",
    code: "photoNotYours",
    deal: told(known, photo("photo-1", "interior")),
    event: { type: "trade.photoRemoved", photoId: "photo-1" },
    by: appraiser,
  },
  {
    rule: "T10",
    code: "photoNotYours",
    deal: told(known, photo("photo-1", "interior")),
    event: photo("photo-2", "interior"),
    by: appraiser,
  },
  { rule: "T10", code: "photoNotYours", deal: known, event: photo("photo-1", "finding"), by: customer },
  {
    rule: "T10",
    code: "photoIsProof",
    deal: adjusted,
    event: { type: "trade.photoRemoved", photoId: "photo-f" },
    by: appraiser,
  },
  {
    rule: "T10",
    code: "tooManyPhotos",
    deal: told(known, ...closeUps(MAX_PHOTOS_A_CAR)),
    event: photo("photo-99", "interior"),
    params: { count: MAX_PHOTOS_A_CAR },
  },
  {
    rule: "T6",
    code: "tooManyMarks",
    deal: told(known, ...marks(MAX_DAMAGE_MARKS)),
    event: marked("one-more"),
    params: { count: MAX_DAMAGE_MARKS },
  },
  { rule: "T6", code: "markUnknown", deal: known, event: { type: "trade.damageUnmarked", markId: "mark-1" } },

  { rule: "T4", code: "alreadyWithStore", deal: told(known, submitted), event: submitted },
  { rule: "T4", code: "alreadyWithStore", deal: taken, event: submitted },
  { rule: "T4", code: "nothingToReview", deal: known, event: review },
  { rule: "T4", code: "nothingToReview", deal: told(known, submitted, review), event: review },

  { rule: "T13", code: "appraisalMissing", deal: known, event: offered(500_000), by: appraiser, at },
  { rule: "T13", code: "appraisalMissing", deal: known, event: offered(500_000), by: salesManager, at },
  {
    rule: "T8",
    code: "offerBeyondAuthority",
    deal: told(known, valued(1_400_000)),
    event: offered(1_450_001),
    by: salesperson,
    at,
    params: { limit: 1_450_000 },
  },
  {
    // The estimate's upper end is 14,500; the store lets an appraiser go 500 over it.
    rule: "T8",
    code: "offerBeyondAuthority",
    deal: told(known, valued(1_400_000)),
    event: offered(1_500_001),
    by: appraiser,
    at,
    params: { limit: 1_500_000 },
  },
  {
    // What somebody appraised stands before any estimate: 13,000, and 2,000 for a manager.
    rule: "T8",
    code: "offerBeyondAuthority",
    deal: told(known, valued(1_400_000), { type: "trade.acvAppraised", acv: cents(1_300_000), recon: cents(0) }),
    event: offered(1_500_001),
    by: salesManager,
    at,
    params: { limit: 1_500_000 },
  },

  { rule: "T15", code: "offerNotAccepted", deal: known, event: verified(), by: appraiser, at },
  { rule: "T15", code: "adjustmentNeedsPhoto", deal: taken, event: verified([wornTires()]), by: appraiser, at },
  {
    // The customer's own photo proves nothing against them.
    rule: "T15",
    code: "adjustmentNeedsPhoto",
    deal: told(taken, photo("photo-f", "tires")),
    event: verified([wornTires()]),
    by: appraiser,
    at,
  },
  {
    rule: "T15",
    code: "offerChanged",
    deal: proven,
    event: verified([wornTires()], { was: 1_500_000 }),
    by: appraiser,
    at,
  },
  {
    rule: "T15",
    code: "adjustmentBeyondAuthority",
    deal: proven,
    event: verified([wornTires(-150_001)]),
    by: appraiser,
    at,
    params: { limit: 150_000 },
  },
  {
    rule: "T15",
    code: "offerBeyondAuthority",
    deal: proven,
    event: verified([wornTires(50_001)]),
    by: appraiser,
    at,
    params: { limit: 1_500_000 },
  },
  {
    rule: "T18",
    code: "tradeBalanceTooHigh",
    deal: known,
    event: { type: "finance.tradeBalanceSplit", paidNow: cents(1) },
    params: { limit: 0 },
  },
  { rule: "T16", code: "offerNotAccepted", deal: known, event: { type: "trade.verificationWaived", reason: "Ours" } },
  {
    rule: "T16",
    code: "offerNotAccepted",
    deal: told(taken, { event: verified(), by: actorOf.system }),
    event: { type: "trade.verificationWaived", reason: "Ours" },
  },
];
