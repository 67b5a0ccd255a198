import type { DealEvent, DealEventOf } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";

/** The events of a car that comes in, each with only what a test is about; the car is the first unless it says otherwise. */
export const described = (over: Partial<DealEventOf<"trade.described">> = {}): DealEvent => ({
  type: "trade.described",
  year: 2019,
  make: "Corvane",
  model: "Tessa",
  trim: "",
  mileage: 58_240,
  vin: null,
  ...over,
});

export const owned = (car?: number): DealEvent => ({
  type: "trade.ownershipStated",
  ownership: "owned",
  ...(car && { car }),
});

export const financed = (over: Partial<DealEventOf<"trade.payoffStated">> = {}): DealEvent[] => [
  { type: "trade.ownershipStated", ownership: "financed", ...(over.car && { car: over.car }) },
  {
    type: "trade.payoffStated",
    lender: "Cedar Savings",
    payoff: cents(918_000),
    payoffGoodThrough: plainDate("2026-12-08"),
    ...over,
  },
];

export const valued = (base: number, car?: number): DealEvent => ({
  type: "trade.valued",
  low: cents(base - 50_000),
  base: cents(base),
  high: cents(base + 50_000),
  lines: [{ code: "base", amount: cents(base) }],
  source: "comparables",
  asOf: plainDate("2026-11-28"),
  goodThrough: plainDate("2026-12-12"),
  ...(car && { car }),
});

export const offered = (allowance: number, over: Partial<DealEventOf<"trade.offerMade">> = {}): DealEvent => ({
  type: "trade.offerMade",
  offerId: "offer-1",
  allowance: cents(allowance),
  reasons: [],
  note: "",
  expiresAt: "2026-12-05T00:00:00.000Z",
  ...over,
});

export const accepted = (offerId = "offer-1", car?: number): DealEvent => ({
  type: "trade.offerAccepted",
  offerId,
  ...(car && { car }),
});

export const photo = (photoId: string, role: DealEventOf<"trade.photoAdded">["role"], car?: number): DealEvent => ({
  type: "trade.photoAdded",
  photoId,
  role,
  ...(car && { car }),
});

export const marked = (markId: string, over: Partial<DealEventOf<"trade.damageMarked">> = {}): DealEvent => ({
  type: "trade.damageMarked",
  markId,
  place: "leftFrontDoor",
  kind: "dent",
  size: "hand",
  photoId: null,
  ...over,
});

/** As described, unless adjustments say otherwise; the new allowance is what `accepted` and they come to. */
export function verified(
  adjustments: DealEventOf<"trade.verified">["adjustments"] = [],
  { was = 1_450_000, ...over }: Partial<DealEventOf<"trade.verified">> & { was?: number } = {},
): DealEvent {
  const total = adjustments.reduce((sum, { amount }) => sum + amount, 0);
  return {
    type: "trade.verified",
    verificationId: "check-1",
    odometer: 58_300,
    vinMatches: true,
    findings: [],
    damage: [],
    adjustments,
    offer:
      total === 0 ? null : { offerId: "offer-2", allowance: cents(was + total), expiresAt: "2026-12-06T00:00:00.000Z" },
    ...over,
  };
}

export const wornTires = (amount = -35_000, photoId = "photo-f") => ({
  about: "tires" as const,
  reason: "Front tires at 3/32 in",
  amount: cents(amount),
  photoId,
});
