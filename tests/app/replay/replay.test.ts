import { beforeAll, describe, expect, it } from "vitest";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { type Actor, audiences } from "#machines/store/actor";
import { readReplay } from "#app/replay/read-moment.server";
import { partiesFor } from "#app/replay/replay-rights";
import { newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
const secretNote = "Their bank quoted 560.";

/** A deal, and the view each audience had at every revision, taken while it happened. */
async function filmedDeal() {
  const deal = await newDeal(database);
  const { dealId, customer } = deal;
  const film = new Map<string, unknown>();
  const take = async () => {
    const state = await stateOf(dealId);
    for (const audience of audiences)
      film.set(`${audience} ${state.revision}`, structuredClone(viewOf(state, audience)));
  };
  await take();
  const acts: [Actor, ...Parameters<typeof tell>[2][]][] = [
    [customer, { type: "finance.cellAdopted", termMonths: 72, cashDown: cents(450_000) }],
    [staffCalled("Maya"), { type: "note.added", text: secretNote }],
    [staffCalled("Ines"), { type: "staff.assignmentRequested", staffId: staffCalled("Maya").staffId }],
    [customer, { type: "finance.termChosen", termMonths: 48 }],
    [customer, { type: "stage.skipped", stage: "trade", reason: "noTrade" }],
  ];
  for (const [actor, ...events] of acts) {
    await tell(dealId, actor, ...events);
    await take();
  }
  return { ...deal, film };
}

describe("[R1] a replayed moment is what the party's screen held then", () => {
  it("for every party at every revision, to the last field", async () => {
    const { dealId, film } = await filmedDeal();
    const { revision: newest } = await stateOf(dealId);
    for (const audience of audiences)
      for (let revision = 1; revision <= newest; revision++) {
        const replay = await readReplay(dealId, audience, staffCalled("Walt"), { revision });
        const { moment } = replay!;
        expect(moment.view).toEqual(film.get(`${audience} ${moment.revision}`));
      }
  });

  it("a customer's steps are those they were told; between staff nothing happened there", async () => {
    const { dealId, customer } = await filmedDeal();
    const own = (await readReplay(dealId, "customer", customer, {}))!;
    expect(own.steps.some(({ change }) => change?.cause.type === "note.added")).toBe(false);
    expect(JSON.stringify(own)).not.toContain(secretNote);
    const desk = (await readReplay(dealId, "desk", staffCalled("Ines"), {}))!;
    expect(desk.steps.length).toBeGreaterThan(own.steps.length);
  });

  it("a time shows the last moment before it", async () => {
    const { dealId } = await filmedDeal();
    const { steps } = (await readReplay(dealId, "desk", staffCalled("Ines"), {}))!;
    const third = steps[2]!;
    const replay = await readReplay(dealId, "desk", staffCalled("Ines"), { at: third.at });
    expect(replay!.moment.revision).toBe(steps.findLast(({ at }) => at <= third.at)!.revision);
    expect(await readReplay(dealId, "desk", staffCalled("Ines"), { at: "2001-01-01T00:00:00.000Z" })).toBeNull();
  });
});

describe("[R1] who may be shown whose screen", () => {
  it("desk and finance everybody's within their own sight; a customer and a seat their own; the floor nobody's", () => {
    expect(partiesFor(staffCalled("Walt"))).toEqual([...audiences]);
    expect(partiesFor(staffCalled("Ines"))).toContain("customer");
    expect(partiesFor(staffCalled("Maya"))).toEqual([]);
    expect(partiesFor(staffCalled("Gus"))).toEqual([]);
    const shopper = { kind: "customer", shopperId: "s", firstName: null } as const;
    expect(partiesFor(shopper)).toEqual(["customer"]);
    expect(partiesFor({ ...shopper, seat: { kind: "guest", seatId: "seat-1" } })).toEqual(["guest"]);
    expect(partiesFor({ ...shopper, seat: { kind: "storeScreen", pairingId: "p" } })).toEqual([]);
  });

  it("a seat is shown nothing from before it was taken", async () => {
    const { dealId, customer } = await filmedDeal();
    await tell(dealId, customer, {
      type: "seat.inviteRequested",
      kind: "guest",
      relation: "parent",
      scope: "view",
      name: "Omar",
    });
    const { seats } = (await stateOf(dealId)).snapshot.context;
    const { seatId } = seats.list[0]!;
    const guest: Actor = { kind: "customer", shopperId: "omar", firstName: "Omar", seat: { kind: "guest", seatId } };
    await tell(dealId, guest, { type: "seat.taken", seatId });
    const { revision: newest } = await stateOf(dealId);
    const replay = (await readReplay(dealId, "guest", guest, {}))!;
    expect(replay.steps.map(({ revision }) => revision)).toEqual([newest]);
    expect(await readReplay(dealId, "guest", guest, { revision: 2 })).toBeNull();
  });
});
