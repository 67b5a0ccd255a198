import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { freeSlots } from "#app/delivery/free-slots.server";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { payOpenDeposit } from "#app/payments/pay-in-stand-in.server";
import type { Database } from "#app/platform/database.server";
import { freeTheCar, standInPayments } from "#tests/support/stand-in-payments";
import { newDeal, staffCalled, stateOf, tell, type TestDeal } from "#tests/support/deal-store";

/** A deal whose every stage is settled, through the door and the test provider: it only has to be frozen. */
export async function readyDeal(
  database: Database,
  { before = [], payDepositToo = true }: { before?: readonly DealEdit[]; payDepositToo?: boolean } = {},
): Promise<TestDeal> {
  const deal = await newDeal(database);
  const { dealId, customer } = deal;
  await tell(
    dealId,
    customer,
    { type: "customer.identified", firstName: "Rosa", lastName: "Quill", email: "", phone: "" },
    { type: "customer.addressStated", street: "3 Alder Court", city: "Lakeside", region: "IL", postcode: "62104" },
    { type: "stage.skipped", stage: "trade", reason: "noTrade" },
    { type: "finance.cellAdopted", termMonths: 60, cashDown: cents(300_000) },
    ...before,
  );
  await answerMenu(deal);
  if (payDepositToo) await payDeposit(deal);
  else await tell(dealId, customer, { type: "stage.skipped", stage: "deposit", reason: "payAtStore" });
  await tell(dealId, customer, { type: "delivery.methodChosen", method: "pickup" });
  await tell(dealId, customer, { type: "delivery.slotRequested", startsAt: await freeStart(dealId) });
  await tell(dealId, customer, { type: "finance.termsAgreed" });
  await tell(dealId, staffCalled("Walt"), { type: "customer.identityVerified", method: "license" });
  return deal;
}

/** Every product on the menu is declined, but for those named. */
export async function answerMenu({ dealId, customer }: TestDeal, accept: readonly string[] = ["key"]): Promise<void> {
  for (const { code, options } of contextOf(await stateOf(dealId)).store.fniCatalog) {
    const answer = accept.includes(code) ? "accepted" : "declined";
    await tell(dealId, customer, { type: "fni.productAnswered", code, optionCode: options[0]!.code, answer });
  }
}

export async function acceptDepositTerms({ dealId, customer }: TestDeal): Promise<void> {
  const { amount, termsVersion } = contextOf(await stateOf(dealId)).store.deposit;
  await tell(dealId, customer, { type: "deposit.termsAccepted", amount, termsVersion });
}

/** Terms, checkout, and the payer's press on the stand-in's page; answers the attempt's id. */
export async function payDeposit(deal: TestDeal, outcome: "paid" | "declined" = "paid"): Promise<string> {
  await standInPayments();
  await freeTheCar();
  await acceptDepositTerms(deal);
  const held = await holdDeposit(deal.dealId);
  assert("url" in held, "the checkout opens");
  return payOpenDeposit(deal.dealId, outcome === "paid" ? "succeeds" : "declined");
}

/** The start of a slot that has room, so many days from the first. */
export async function freeStart(dealId: string, daysOn = 1): Promise<string> {
  const slot = (await freeSlots(dealId))[daysOn]?.slots.find(({ free }) => free);
  assert(slot, "the store has a free time");
  return slot.startsAt;
}
