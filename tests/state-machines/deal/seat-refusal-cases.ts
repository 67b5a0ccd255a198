import type { DealEvent } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { MOST_OPEN_SEATS } from "#machines/deal/seat";
import { aDeal, customer, salesperson } from "#tests/support/a-deal";
import { actorOf } from "#tests/support/deal-people";
import { type Asked, followedBy, told } from "#tests/support/judged-deal";

interface Case extends Asked {
  code: RefusalCode;
  rule: string;
  event: DealEvent;
  deal?: ReturnType<typeof aDeal>;
  params?: Record<string, string | number>;
}

const invited = (
  seatId: string,
  kind: "guest" | "coBuyer" = "guest",
  scope: "view" | "ownData" = "view",
): DealEvent => ({
  type: "seat.invited",
  seatId,
  kind,
  relation: "parent",
  scope,
  name: "Nadia",
});
const seated = (...seats: DealEvent[]) =>
  seats.reduce((deal, event) => followedBy(deal, event, { by: customer }), aDeal());
const full = seated(...Array.from({ length: MOST_OPEN_SEATS }, (_, index) => invited(`seat-${index}`)));
const one = seated(invited("seat-1"));
const taken = followedBy(one, { type: "seat.taken", seatId: "seat-1" });
const imported = followedBy(
  aDeal(),
  {
    type: "deal.imported",
    dealId: "d-2",
    dealNumber: "LM-9",
    rooftopId: "harbour",
    from: { store: "Lakeside Motors", dealNumber: "LM-1042", exportedAt: "2026-11-28T15:00:00.000Z" },
  },
  { by: actorOf.admin },
);
const promised = (until: string): DealEvent => ({ type: "wait.promised", party: "desk", until });
const delivered = told(aDeal(), { type: "deal.lost", reason: "Bought elsewhere" });

/** The table, the clock and deals from elsewhere: each refusal on the deal that gives it. */
export const seatRefusalCases: Case[] = [
  { rule: "G1", code: "seatsFull", deal: full, event: invited("seat-9"), params: { count: MOST_OPEN_SEATS } },
  {
    rule: "G1",
    code: "coBuyerSeated",
    deal: seated(invited("seat-1", "coBuyer")),
    event: invited("seat-2", "coBuyer"),
  },
  { rule: "G1", code: "scopeNotForSeat", event: invited("seat-1", "guest", "ownData") },
  { rule: "G2", code: "seatUnknown", event: { type: "seat.ended", seatId: "seat-1" } },
  { rule: "G2", code: "seatTaken", deal: taken, event: { type: "seat.taken", seatId: "seat-1" } },
  {
    rule: "G3",
    code: "noCoBuyer",
    event: { type: "coBuyer.identified", firstName: "Nadia", lastName: "Marsh", email: "", phone: "" },
    by: salesperson,
  },
  {
    rule: "K2",
    code: "promiseTimeOut",
    event: promised("2026-11-27T15:00:00.000Z"),
    by: salesperson,
    params: { count: 14 },
  },
  { rule: "E1", code: "dealImported", deal: imported, event: { type: "note.added", text: "Again?" }, by: salesperson },
  { rule: "K2", code: "dealLost", deal: delivered, event: promised("2026-11-29T15:00:00.000Z"), by: salesperson },
];
