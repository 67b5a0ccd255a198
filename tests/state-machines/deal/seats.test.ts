import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, type DealState, permissionRefusal } from "#machines/deal/apply-deal-event";
import { type DealEdit, dealEditSchema, type DealEvent } from "#machines/deal/deal-events";
import { dealPermissions } from "#machines/deal/deal-permissions";
import { changeCause } from "#machines/deal/change-cause";
import { viewOf } from "#machines/deal/view-of-deal";
import { projectDeal } from "#machines/deal/project-deal";
import { openSeat, type SeatScope, seatScopes } from "#machines/deal/seat";
import { seatMay, seatPermissions, seatRefusal } from "#machines/deal/seat-permissions";
import type { Actor, SeatKind } from "#machines/store/actor";
import { actorRef, audienceOf } from "#machines/store/actor";
import { aDeal, customer, fniManager, salesperson } from "#tests/support/a-deal";
import { followedBy, refusalOf, told } from "#tests/support/judged-deal";

type Saying = keyof typeof dealPermissions;
const sayings = Object.keys(dealPermissions) as Saying[];
const customersMay = sayings.filter((type) => (dealPermissions[type].by as readonly string[]).includes("customer"));

const invited = (seatId: string, kind: SeatKind, scope: SeatScope, name = "Nadia"): DealEvent => ({
  type: "seat.invited",
  seatId,
  kind,
  relation: kind === "coBuyer" ? "spouse" : "interpreter",
  scope,
  name,
});
const sitting = (seatId: string, kind: SeatKind): Actor => ({
  kind: "customer",
  shopperId: `shopper-${seatId}`,
  firstName: "Nadia",
  seat: { kind, seatId },
});
const withSeat = (kind: SeatKind, scope: SeatScope): DealState =>
  followedBy(aDeal({ customer: { firstName: "Theo" } }), invited("seat-1", kind, scope), { by: customer });

describe("[G1] a seat goes as far as its scope, and never as far as the buyer", () => {
  test("no scope says what binds: no commitment is in the table", () => {
    const binding = sayings.filter((type) => "needsCurrentRevision" in dealPermissions[type]);
    expect(binding.filter((type) => seatScopes.some((scope) => seatMay(scope, type)))).toEqual([]);
  });

  test("what is the buyer's alone, word by word", () => {
    for (const type of [
      "finance.termsAgreed",
      "trade.offerAccepted",
      "trade.offerDeclined",
      "deposit.termsAccepted",
      "deposit.refundRequested",
      "deal.lost",
      "customer.identified",
      "fni.productAnswered",
      "seat.inviteRequested",
      "seat.scopeChanged",
    ] as const)
      expect([type, seatMay("edit", type)]).toEqual([type, false]);
  });

  test("only what a customer may say at all is in it", () => {
    expect(Object.keys(seatPermissions).filter((type) => !customersMay.includes(type as Saying))).toEqual([]);
  });

  test("a farther scope says everything a nearer one says", () => {
    for (const type of sayings) {
      const may = seatScopes.map((scope) => seatMay(scope, type));
      expect([type, may]).toEqual([type, [...may].toSorted()]);
    }
  });

  test("looking on changes nothing but one's own presence at the table", () => {
    const view = sayings.filter((type) => seatMay("view", type));
    expect(view.toSorted()).toEqual(["seat.ended", "seat.taken"]);
  });

  test("it holds whatever anybody says, on any deal", () => {
    const edits = dealEditSchema.options.map((schema) => schema.shape.type.value as DealEdit["type"]);
    fc.assert(
      fc.property(fc.constantFrom(...edits), fc.constantFrom(...seatScopes), (type, scope) => {
        const deal = withSeat("coBuyer", scope);
        const actor = sitting("seat-1", "coBuyer");
        const refused = permissionRefusal(actor, type) ?? seatRefusal(contextOf(deal), actor, type);
        expect(refused === null).toBe(seatMay(scope, type) && customersMay.includes(type));
      }),
    );
  });
});

describe("[G2] a right taken away is gone with the event that took it", () => {
  const guest = sitting("seat-1", "guest");
  test("an ended seat says nothing more, and none that never was does", () => {
    const seated = withSeat("guest", "edit");
    expect(seatRefusal(contextOf(seated), guest, "finance.cashDownSet")).toBeNull();
    const ended = followedBy(seated, { type: "seat.ended", seatId: "seat-1" }, { by: customer });
    expect(seatRefusal(contextOf(ended), guest, "finance.cashDownSet")?.code).toBe("notAllowed");
    expect(seatRefusal(contextOf(seated), sitting("seat-2", "guest"), "finance.cashDownSet")?.code).toBe("notAllowed");
  });

  test("a narrower scope holds from the next word on", () => {
    const narrowed = followedBy(withSeat("guest", "edit"), {
      type: "seat.scopeChanged",
      seatId: "seat-1",
      scope: "view",
    });
    expect(seatRefusal(contextOf(narrowed), guest, "finance.cashDownSet")?.code).toBe("notAllowed");
  });

  test("buyer and store end any seat; who sits in one leaves their own alone", () => {
    const two = followedBy(withSeat("guest", "edit"), invited("seat-2", "coBuyer", "ownData", "Ana"), { by: customer });
    const ends = (seatId: string): DealEvent => ({ type: "seat.ended", seatId });
    expect(refusalOf(two, ends("seat-2"), { by: salesperson })).toBeNull();
    expect(refusalOf(two, ends("seat-1"), { by: guest })).toBeNull();
    expect(refusalOf(two, ends("seat-2"), { by: guest })?.code).toBe("notAllowed");
  });

  test("seats can be ended whatever has become of the deal", () => {
    const lost = told(withSeat("guest", "view"), { type: "deal.lost", reason: "Bought elsewhere" });
    expect(refusalOf(lost, { type: "seat.ended", seatId: "seat-1" }, { by: customer })).toBeNull();
  });
});

describe("[G3] who sits at the table has a name, and their own particulars", () => {
  const coBuyer = sitting("seat-1", "coBuyer");
  const withCoBuyer = told(
    withSeat("coBuyer", "ownData"),
    { event: { type: "seat.taken", seatId: "seat-1" }, by: coBuyer },
    {
      event: {
        type: "coBuyer.identified",
        firstName: "Nadia",
        lastName: "Marsh",
        email: "n@example.test",
        phone: "555 7",
      },
      by: coBuyer,
    },
    {
      event: { type: "coBuyer.addressStated", street: "9 Ash Row", city: "Lakeside", region: "IL", postcode: "60601" },
      by: coBuyer,
    },
    {
      event: { type: "customer.addressStated", street: "12 Elm Road", city: "Aurora", region: "IL", postcode: "60505" },
      by: customer,
    },
  );

  test("what happens at the table is said with its name", () => {
    const before = aDeal({ customer: { firstName: "Theo" } });
    const after = followedBy(before, invited("seat-1", "coBuyer", "ownData"), { by: customer });
    const said = changeCause("seat.invited", viewOf(before, "customer"), viewOf(after, "customer"));
    expect(said.params).toEqual({ name: "Nadia", seat: "coBuyer", scope: "ownData" });
  });

  test("the seat is in the history, with the name it was given", () => {
    expect(actorRef(coBuyer)).toMatchObject({
      kind: "customer",
      role: "customer",
      firstName: "Nadia",
      seat: "coBuyer",
    });
    expect(openSeat(contextOf(withCoBuyer).seats, "seat-1")?.takenAt).not.toBeNull();
  });

  test("[AUTHZ-06] the buyer does not see where the co-buyer lives, nor the co-buyer where the buyer does", () => {
    const card = (audience: "customer" | "coBuyer" | "guest" | "sales") =>
      projectDeal(contextOf(withCoBuyer), audience);
    expect(card("customer").seats.coBuyer).toEqual({ firstName: "Nadia", lastName: "Marsh" });
    expect(card("coBuyer").seats.coBuyer).toMatchObject({ email: "n@example.test", street: "9 Ash Row" });
    expect(card("guest").seats.coBuyer).toEqual({ firstName: "Nadia", lastName: "Marsh" });
    for (const audience of ["coBuyer", "guest"] as const) {
      expect(JSON.stringify(card(audience))).not.toContain("12 Elm Road");
      expect(card(audience).people.customer).toMatchObject({ firstName: "Theo", city: "Aurora" });
    }
    expect(card("sales").seats.coBuyer).toMatchObject({ email: "n@example.test" });
  });

  test("the buyer and a guest cannot state the co-buyer's particulars; the store can", () => {
    const says: DealEvent = { type: "coBuyer.identified", firstName: "X", lastName: "Y", email: "", phone: "" };
    expect(refusalOf(withCoBuyer, says, { by: customer })?.code).toBe("notAllowed");
    expect(refusalOf(withCoBuyer, says, { by: fniManager })).toBeNull();
  });

  test("a seat has the customer's eyes, never the store's; a screen of the store's is the buyer's", () => {
    expect(audienceOf(coBuyer)).toBe("coBuyer");
    expect(audienceOf(sitting("seat-1", "guest"))).toBe("guest");
    const screen: Actor = {
      kind: "customer",
      shopperId: "s",
      firstName: null,
      seat: { kind: "storeScreen", pairingId: "p" },
    };
    expect(audienceOf(screen)).toBe("customer");
    expect(seatRefusal(contextOf(withCoBuyer), screen, "finance.termsAgreed")).toBeNull();
  });
});
