import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeLease, dropLeases, LEASE_MS, leasesOn } from "#app/realtime/field-leases.server";
import { isCustomersPlace, isSharedPlace } from "#app/realtime/shared-places";
import type { FieldLease, FollowInvitation, FollowState, ShownPlace } from "#app/realtime/together-protocol";
import { newDeal, openDealStore } from "#tests/support/deal-store";
import type { Line } from "#tests/support/live-line";
import { startLiveServer } from "#tests/support/live-server";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";

const database = await testDatabase();
const live = await startLiveServer();
beforeAll(() => openDealStore(database));

interface Somebody {
  line: Line;
  key: string;
  dealId: string;
  invited: FollowInvitation[];
  states: FollowState[];
  shown: ShownPlace[];
  declined: string[];
  leases: FieldLease[][];
}

const open: Line[] = [];
afterEach(() => {
  for (const line of open.splice(0)) line.close();
});

async function somebody(line: Line, dealId: string): Promise<Somebody> {
  open.push(line);
  const who: Somebody = { line, key: "", dealId, invited: [], states: [], shown: [], declined: [], leases: [] };
  line.socket.on("follow:invited", (invitation) => void who.invited.push(invitation));
  line.socket.on("follow:state", (state) => void who.states.push(state));
  line.socket.on("follow:declined", ({ person }) => void who.declined.push(person));
  line.socket.on("follow:shown", ({ stage, target, highlight }) => void who.shown.push({ stage, target, highlight }));
  line.socket.on("deal:leases", ({ leases }) => void who.leases.push(leases));
  who.key = (await line.join(dealId)).yourKey;
  return who;
}

async function two(): Promise<{ theo: Somebody; maya: Somebody }> {
  const { dealId, shopperId } = await newDeal(database);
  const theo = await somebody(await live.shopper(shopperId), dealId);
  return { theo, maya: await somebody(await live.staff("Maya"), dealId) };
}

const invite = (who: Somebody, other: Somebody, lead = true) =>
  who.line.socket.emitWithAck("follow:invite", { dealId: who.dealId, person: other.key, lead });
const answer = (who: Somebody, other: Somebody, accept: boolean) =>
  who.line.socket.emit("follow:answer", { dealId: who.dealId, person: other.key, accept });
const show = (who: Somebody, highlight: string | null) =>
  who.line.socket.emit("follow:show", { dealId: who.dealId, stage: "finance", target: null, highlight });

async function following(leader: Somebody, follower: Somebody): Promise<void> {
  await invite(leader, follower);
  await until("the invitation arrived", () => follower.invited.length > 0);
  answer(follower, leader, true);
  await until("both know", () => leader.states.length > 0 && follower.states.length > 0);
}

describe("follow-me", () => {
  it.each([
    ["staff lead, the customer follows", (pair: Awaited<ReturnType<typeof two>>) => [pair.maya, pair.theo] as const],
    ["the customer leads, staff follow", (pair: Awaited<ReturnType<typeof two>>) => [pair.theo, pair.maya] as const],
  ])("[FM1] %s: after a yes, stage, target and lit field go over as names", async (_who, pick) => {
    const [leader, follower] = pick(await two());
    await following(leader, follower);
    expect(leader.states.at(-1)).toMatchObject({ leader: null, followers: [follower.key] });
    expect(follower.states.at(-1)).toMatchObject({ leader: leader.key, followers: [] });
    show(leader, "cashDown");
    await until("it was shown", () => follower.shown.length === 1);
    expect(follower.shown).toEqual([{ stage: "finance", target: null, highlight: "cashDown" }]);
    show(follower, "sellingPrice");
    show(leader, "line.tradeEquity");
    await until("the second place was shown", () => follower.shown.length === 2);
    expect(leader.shown).toEqual([]);
  });

  it("[FM2] nothing is shown before a yes, after a no, or on an old yes; each time is asked anew", async () => {
    const { theo, maya } = await two();
    answer(theo, maya, true);
    show(maya, "cashDown");
    await invite(maya, theo);
    await until("asked", () => theo.invited.length === 1);
    show(maya, "cashDown");
    answer(theo, maya, false);
    await until("the no arrived", () => maya.declined.length === 1);
    answer(theo, maya, true);
    show(maya, "cashDown");
    expect(await invite(maya, theo)).toEqual({ status: "asked" });
    await theo.line.join(theo.dealId);
    expect([theo.shown, theo.invited.length, theo.states]).toEqual([[], 1, []]);
  });

  it("[FM2] whoever asks to follow needs the leader's yes", async () => {
    const { theo, maya } = await two();
    await invite(theo, maya, false);
    await until("asked", () => maya.invited.length === 1);
    expect(maya.invited[0]).toMatchObject({ lead: false, role: "customer" });
    show(maya, "cashDown");
    answer(maya, theo, true);
    await until("both know", () => theo.states.length === 1 && maya.states.length === 1);
    expect(theo.states[0]).toMatchObject({ leader: maya.key });
    show(maya, "vehicle");
    await until("shown", () => theo.shown.length === 1);
    expect(theo.shown[0]?.highlight).toBe("vehicle");
  });

  it("[FM3] one tap ends it, and so do a lost line, a closed card and hiding", async () => {
    const { theo, maya } = await two();
    await following(maya, theo);
    theo.line.socket.emit("follow:leave", { dealId: theo.dealId });
    await until("Maya knows", () => maya.states.at(-1)?.followers.length === 0);
    show(maya, "cashDown");

    const { theo: other, maya: ines } = await two();
    await following(ines, other);
    ines.line.close();
    await until("the follower knows", () => other.states.at(-1)?.leader === null);

    const third = await two();
    await following(third.maya, third.theo);
    third.maya.line.socket.emit("deal:presence", {
      dealId: third.maya.dealId,
      stage: null,
      field: null,
      device: "desktop",
      idle: false,
      hidden: true,
    });
    await until("hiding ends it", () => third.theo.states.at(-1)?.leader === null);
    expect(await invite(third.maya, third.theo)).toEqual({ status: "notNow" });
    expect(theo.shown).toEqual([]);
  });

  it("[FM4] staff panels, personal fields and anything that is not a name are not shown", async () => {
    const { theo, maya } = await two();
    await following(maya, theo);
    const refused = ["tradeAppraisal", "contractRate", "notes", "line.pack", "customerName", "deliveryAddress", "<b>"];
    for (const place of refused) show(maya, place);
    show(maya, "cashDown");
    await until("the allowed one arrived", () => theo.shown.length > 0);
    expect(theo.shown.map(({ highlight }) => highlight)).toEqual(["cashDown"]);
  });

  it("[FM5] people of another deal cannot be asked", async () => {
    const one = await two();
    const other = await two();
    expect(await invite(one.maya, other.theo)).toEqual({ status: "notNow" });
    expect(other.theo.invited).toEqual([]);
  });
});

describe("presence", () => {
  it("[TG1] whoever hides is told to nobody, and can be seen again", async () => {
    const { theo, maya } = await two();
    const hide = (hidden: boolean) =>
      theo.line.socket.emit("deal:presence", {
        dealId: theo.dealId,
        stage: null,
        field: null,
        device: "phone",
        idle: false,
        ...(hidden && { hidden }),
      });
    hide(true);
    await until("Theo is gone", () => maya.line.people.at(-1)?.length === 1);
    expect(maya.line.people.at(-1)?.map(({ firstName }) => firstName)).toEqual(["Maya"]);
    hide(false);
    await until("Theo is back", () => maya.line.people.at(-1)?.length === 2);
  });

  it("[TG2] a customer is not told the names of staff panels", async () => {
    const { theo, maya } = await two();
    const at = (field: string) =>
      maya.line.socket.emit("deal:presence", {
        dealId: maya.dealId,
        stage: "trade",
        field,
        device: "desktop",
        idle: false,
      });
    at("tradeAppraisal");
    const isMaya = ({ firstName }: { firstName: string | null }) => firstName === "Maya";
    await until("Theo heard", () => theo.line.people.at(-1)?.find(isMaya)?.stage === "trade");
    expect(theo.line.people.at(-1)?.find(isMaya)?.field).toBeNull();
    expect(maya.line.people.at(-1)?.find(isMaya)?.field).toBe("tradeAppraisal");
    at("cashDown");
    await until("a shared place arrives", () => theo.line.people.at(-1)?.find(isMaya)?.field === "cashDown");
    expect(theo.line.frames.join("")).not.toContain("tradeAppraisal");
  });

  it.each([
    ["cashDown", true, true],
    ["cell.60.300000", true, true],
    ["line.tax.state", true, true],
    ["customerName", false, true],
    ["customerAddress", false, true],
    ["tradeAppraisal", false, false],
    ["line.overAllowance", false, false],
    ["line", false, false],
    ["__proto__", false, false],
    ["contractRate", false, false],
  ])("[TG2] %s: shared %s, a customer's %s", (place, shared, customers) => {
    expect([isSharedPlace(place), isCustomersPlace(place)]).toEqual([shared, customers]);
  });
});

describe("a held money field", () => {
  const hold = { dealId: "d-1", field: "cashDown", act: "hold" } as const;
  beforeEach(() => {
    dropLeases("d-1", "maya");
    dropLeases("d-1", "theo");
  });

  it("[TG3] is whose hand was first, until they stop, leave or are taken over", () => {
    expect(changeLease(hold, "maya", 0)).toEqual({ answer: { status: "held" }, moved: true });
    expect(changeLease(hold, "theo", 10)).toEqual({ answer: { status: "theirs", key: "maya" }, moved: false });
    expect(changeLease({ ...hold, act: "takeOver" }, "theo", 20)).toEqual({ answer: { status: "held" }, moved: true });
    expect(leasesOn("d-1", 30)).toEqual([{ field: "cashDown", key: "theo" }]);
    expect(changeLease({ ...hold, act: "release" }, "maya", 40).moved).toBe(false);
    expect(changeLease({ ...hold, act: "release" }, "theo", 50).moved).toBe(true);
    expect(leasesOn("d-1", 60)).toEqual([]);
  });

  it("[TG3] ends by itself, and goes on while the hand types", () => {
    changeLease(hold, "maya", 0);
    changeLease(hold, "maya", LEASE_MS - 1);
    expect(leasesOn("d-1", LEASE_MS + 1)).toHaveLength(1);
    expect(leasesOn("d-1", 2 * LEASE_MS)).toEqual([]);
    expect(changeLease(hold, "theo", 2 * LEASE_MS).answer).toEqual({ status: "held" });
  });

  it("[TG4] is a courtesy: the door takes the other's edit all the same, and a lost line frees the field", async () => {
    const { theo, maya } = await two();
    const held = await maya.line.socket.emitWithAck("deal:lease", {
      dealId: maya.dealId,
      field: "cashDown",
      act: "hold",
    });
    expect(held).toEqual({ status: "held" });
    await until("Theo sees it", () => theo.leases.at(-1)?.[0]?.key === maya.key);
    const edit = { type: "finance.cashDownSet", cashDown: 250_000 } as never;
    expect((await theo.line.edit(theo.dealId, edit)).status).toBe("applied");
    maya.line.close();
    await until("it is free", () => theo.leases.at(-1)?.length === 0);
  });
});
