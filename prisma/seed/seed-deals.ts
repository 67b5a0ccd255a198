import { randomUUID } from "node:crypto";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { assert } from "#machines/assert";
import { simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { addDays, plainDate } from "#machines/money/plain-date";
import type { Actor } from "#machines/store/actor";
import { grantDealAccess } from "#app/accounts/deal-actor.server";
import { DEMO_SHOPPER_PREFIX } from "#app/accounts/demo-people.server";
import { readDealState } from "#app/deals/read-deal.server";
import { startDeal } from "#app/deals/start-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { storeDate } from "#app/deals/store-date";
import { freeSlots } from "#app/delivery/free-slots.server";
import { lenderOf } from "#app/lenders/lender-network.server";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { payOpenDeposit } from "#app/payments/pay-in-stand-in.server";
import { now } from "#app/platform/clock.server";
import type { Database } from "#app/platform/database.server";
import { dealStories } from "./deal-stories";
import { apply, askLender, chooseLender, clearStips, sendForFunding } from "./play-credit";
import { lakesideId } from "./rooftop";
import { sendPhotos } from "./send-photos";
import { lakesideStaff } from "./staff";
import type { DealStory, StoryStep } from "./story-steps";

interface Telling {
  dealId: string;
  customer: Actor;
}

/** Plays every story through the door, so that the demo's journals are journals like any other. */
export async function seedDeals(database: Database): Promise<void> {
  const stock = await stockByWish(database);
  const begun: (() => Promise<void>)[] = [];
  // Begun one after the other, so that numbers follow the list; told side by side, so that commits are shared.
  for (const story of dealStories)
    if (!story.lenders || simulatedProgrammes.every(({ lenderCode }) => lenderOf(lenderCode)))
      begun.push(await begin(database, story, stock));
  await Promise.all(begun.map((tell) => tell()));
}

/** Stock numbers by what a story asks for; each car is used once until they run out. */
async function stockByWish({ prisma }: Database) {
  const vehicles = await prisma.vehicle.findMany({
    where: { rooftopId: lakesideId, status: "live" },
    orderBy: { stockNumber: "asc" },
    select: { stockNumber: true, condition: true, body: true, fuel: true },
  });
  const left = [...vehicles];
  return ({ condition, body, fuel }: DealStory["vehicle"]): string => {
    const fits = (vehicle: (typeof vehicles)[number]) =>
      vehicle.condition === condition && (!body || vehicle.body === body) && (!fuel || vehicle.fuel === fuel);
    const at = left.findIndex(fits);
    const found = at >= 0 ? left.splice(at, 1)[0] : vehicles.find(({ condition: kind }) => kind === condition);
    assert(found, `the demo store has a ${condition} vehicle`);
    return found.stockNumber;
  };
}

async function begin(
  { prisma }: Database,
  story: DealStory,
  stockFor: (wish: DealStory["vehicle"]) => string,
): Promise<() => Promise<void>> {
  const shopperId = `${DEMO_SHOPPER_PREFIX}${story.key}`;
  await prisma.shopper.create({ data: { id: shopperId, locale: "en", createdAt: now() } });
  const customer: Actor = { kind: "customer", shopperId, firstName: null };
  const started = await startDeal({
    rooftopId: lakesideId,
    stockNumber: stockFor(story.vehicle),
    actor: customer,
    startedFrom: story.walkIn ? "walkIn" : "vehiclePage",
  });
  assert("dealId" in started, `the story of ${story.key} begins`);
  await grantDealAccess(shopperId, started.dealId);
  return async () => {
    for (const step of story.steps) await play({ dealId: started.dealId, customer }, story, step, stockFor);
  };
}

async function play(
  telling: Telling,
  story: DealStory,
  step: StoryStep,
  stockFor: (wish: DealStory["vehicle"]) => string,
): Promise<void> {
  const [who, what] = step;
  const actor = who === "customer" ? telling.customer : staffActor(who);
  if (typeof what === "object" && "type" in what) return submit(telling.dealId, actor, what, story.key);
  switch (what.do) {
    case "payDeposit":
      return payDeposit(telling, "paid");
    case "deposit declined":
      return payDeposit(telling, "declined");
    case "acceptOffer": {
      const { trade } = contextOf(await stateOf(telling.dealId));
      assert(trade.offer, `${story.key} has an offer to accept`);
      return submit(telling.dealId, actor, { type: "trade.offerAccepted", offerId: trade.offer.offerId }, story.key);
    }
    case "counterOffer": {
      const { trade } = contextOf(await stateOf(telling.dealId));
      assert(trade.offer, `${story.key} has an offer to counter`);
      const { offerId } = trade.offer;
      return submit(telling.dealId, actor, { type: "trade.offerCountered", offerId, counter: what.counter }, story.key);
    }
    case "bookSlot": {
      const days = await freeSlots(telling.dealId);
      const slot = days[what.dayAhead]?.slots.filter(({ free }) => free)[what.slot];
      assert(slot, `${story.key} finds a free time`);
      return submit(telling.dealId, actor, { type: "delivery.slotRequested", startsAt: slot.startsAt }, story.key);
    }
    case "promiseItem": {
      const { text, cost, dueInDays } = what;
      const { store, people } = contextOf(await stateOf(telling.dealId));
      const dueOn = addDays(plainDate(storeDate(now(), store.timeZone)), dueInDays);
      const staffId = people.salesperson?.staffId ?? "";
      return submit(telling.dealId, actor, { type: "dueBill.itemRequested", text, staffId, dueOn, cost }, story.key);
    }
    case "sendPhotos":
      return sendPhotos(telling.dealId, actor, what.colour);
    case "answerProducts":
      return answerProducts(telling, story, what.accept);
    case "apply":
      return apply(telling.dealId, staffMember("Walt"), what.applicant);
    case "askLenders":
      for (const lender of what.lenders) await askLender(telling.dealId, staffMember(who), lender);
      return;
    case "chooseLender":
      return chooseLender(telling.dealId, actor, what.lender);
    case "clearStips":
      return clearStips(telling.dealId, staffMember(who));
    case "sendForFunding":
      return sendForFunding(telling.dealId, staffMember(who), what);
    case "swapVehicle":
      return submit(
        telling.dealId,
        actor,
        { type: "vehicle.swapRequested", stockNumber: stockFor(what.vehicle) },
        story.key,
      );
  }
}

async function stateOf(dealId: string): Promise<DealState> {
  const state = await readDealState(dealId);
  assert(state, "a told deal exists");
  return state;
}

async function submit(dealId: string, actor: Actor, event: DealEdit, story: string): Promise<void> {
  const { revision } = await stateOf(dealId);
  const answer = await submitDealEvent({ dealId, editId: randomUUID(), actor, event, seenRevision: revision });
  assert(answer.status === "applied", `${story}: ${event.type} was ${JSON.stringify(answer)}`);
}

function staffMember(firstName: string) {
  const person = lakesideStaff.find((staff) => staff.firstName === firstName);
  assert(person, `${firstName} works at the demo store`);
  const { id: staffId, rooftopId, role, lastName, seesCost } = person;
  return { staffId, rooftopId, role, firstName, lastName, seesCost };
}

const staffActor = (firstName: string): Actor => ({ kind: "staff", ...staffMember(firstName) });

/** Terms, checkout and the provider's news, as a payer would go through them. */
async function payDeposit({ dealId, customer }: Telling, outcome: "paid" | "declined"): Promise<void> {
  const { store } = contextOf(await stateOf(dealId));
  const { amount, termsVersion } = store.deposit;
  await submit(dealId, customer, { type: "deposit.termsAccepted", amount, termsVersion }, "deposit");
  const held = await holdDeposit(dealId);
  assert("url" in held, "the deposit's checkout opens");
  await payOpenDeposit(dealId, outcome === "paid" ? "succeeds" : "declined");
}

/** Every product on the menu gets its answer: the named ones are taken, the rest declined. */
async function answerProducts(
  { dealId, customer }: Telling,
  story: DealStory,
  accept: readonly string[],
): Promise<void> {
  const { store } = contextOf(await stateOf(dealId));
  for (const product of store.fniCatalog) {
    const option = product.options[0];
    assert(option, "a product has an option");
    const answer = accept.includes(product.code) ? "accepted" : "declined";
    const { code } = product;
    await submit(dealId, customer, { type: "fni.productAnswered", code, optionCode: option.code, answer }, story.key);
  }
}
