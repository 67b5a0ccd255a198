import { describe, expect, it } from "vitest";
import type { Actor } from "#machines/store/actor";
import { mayReadDocument } from "#app/signing/who-reads.server";
import { staffCalled } from "#tests/support/deal-store";

const buyer: Actor = { kind: "customer", shopperId: "one", firstName: null };
const coBuyer: Actor = { ...buyer, seat: { kind: "coBuyer", seatId: "seat" } };
const guest: Actor = { ...buyer, seat: { kind: "guest", seatId: "seat" } };
const tablet: Actor = { ...buyer, seat: { kind: "storeScreen", pairingId: "screen" } };

const order = { kind: "buyersOrder", about: "", signers: ["buyer", "coBuyer", "store"] } as const;
const own = { kind: "creditApplication", about: "", signers: ["buyer"] } as const;
const theirs = { kind: "creditApplication", about: "coBuyer", signers: ["coBuyer"] } as const;
const licence = { kind: "licenceCopy", about: "", signers: [] } as const;

describe("[AUTHZ-06] [C4] who reads which document", () => {
  it.each<[string, Actor, boolean[]]>([
    ["the finance manager all", staffCalled("Walt"), [true, true, true, true]],
    ["a salesperson nothing of anybody's credit or papers", staffCalled("Maya"), [true, false, false, false]],
    ["the buyer nothing of the co-buyer's", buyer, [true, true, false, true]],
    ["a screen of the store's what the buyer reads", tablet, [true, true, false, true]],
    ["the co-buyer nothing of the buyer's", coBuyer, [true, false, true, false]],
    ["a guest nothing", guest, [false, false, false, false]],
  ])("%s", (_, actor, expected) => {
    expect([order, own, theirs, licence].map((one) => mayReadDocument(actor, one))).toEqual(expected);
  });
});
