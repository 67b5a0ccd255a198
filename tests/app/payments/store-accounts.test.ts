import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { changeDepositTerms } from "#app/payments/change-deposit-terms.server";
import { payOpenDeposit } from "#app/payments/pay-in-stand-in.server";
import { payments, paymentsOf, standInConnection, usePaymentsOf } from "#app/payments/payment-connection.server";
import { secretName } from "#app/payments/provider-news.server";
import { receiveProviderNews } from "#app/payments/receive-provider-news.server";
import { type StandIn, startStandIn } from "#app/payments/stand-in/stand-in-server.server";
import { parseEnv } from "#app/platform/env.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { contextNow, newDeal, openDealStore } from "#tests/support/deal-store";
import { acceptDepositTerms } from "#tests/support/ready-deal";
import { freeTheCar, standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
let own: StandIn;
beforeAll(async () => {
  await openDealStore(database);
  await standInPayments();
  own = await startStandIn();
});
afterAll(async () => {
  usePaymentsOf(lakesideId, null);
  await own.stop();
});

describe("a store with an account of its own", () => {
  it("is paid there, and another account's word about its deposits counts for nothing", async () => {
    await freeTheCar();
    usePaymentsOf(lakesideId, { ...standInConnection(own), secrets: ["whsec_own"] });
    const deal = await newDeal(database);
    await acceptDepositTerms(deal);
    expect(await holdDeposit(deal.dealId)).toHaveProperty("url");
    expect((await paymentsOf(deal.dealId))?.secrets).toEqual(["whsec_own"]);
    expect(Object.keys(own.store.data.sessions)).toHaveLength(1);
    const attempt = await database.prisma.depositAttempt.findFirstOrThrow({ where: { dealId: deal.dealId } });
    const news = {
      provider: "stripe",
      type: "checkout.session.completed",
      livemode: false,
      at: "2026-11-22T10:00:00.000Z",
      session: attempt.reference,
      intent: null,
      attemptId: attempt.id,
      objectId: attempt.reference ?? "",
      objectStatus: "complete",
    };
    const other = payments()!.secrets[0]!;
    await receiveProviderNews({ ...news, id: "evt_other", signedWith: secretName(other) });
    await receiveProviderNews({ ...news, id: "evt_own", signedWith: secretName("whsec_own") });
    const outcome = async (id: string) =>
      (await database.prisma.providerEvent.findUniqueOrThrow({ where: { id } })).outcome;
    expect(await outcome("evt_other")).toBe("ignored: another account");
    expect(await outcome("evt_own")).toBe("nothing new");
    usePaymentsOf(lakesideId, null);
    await expect(payOpenDeposit(deal.dealId, "succeeds")).rejects.toThrow();
  });

  it("is named in one setting, which is read whole or not at all", () => {
    const { STRIPE_ROOFTOPS } = parseEnv({
      STRIPE_ROOFTOPS: "lakeside=sk_test_a:whsec_1|whsec_2, harbour=rk_test_b:whsec_3",
    });
    expect(STRIPE_ROOFTOPS).toEqual([
      { rooftopId: "lakeside", key: "sk_test_a", secrets: ["whsec_1", "whsec_2"] },
      { rooftopId: "harbour", key: "rk_test_b", secrets: ["whsec_3"] },
    ]);
    for (const wrong of ["lakeside", "lakeside=sk_test_a", "lakeside=pk_test_a:whsec_1", "lakeside=sk_test_a:nothing"])
      expect(() => parseEnv({ STRIPE_ROOFTOPS: wrong })).toThrow(/STRIPE_ROOFTOPS/);
  });

  it("sets what its next deals ask for, within bounds, and leaves deals under way alone", async () => {
    const before = await newDeal(database);
    const terms = { amount: 75_000, holdHours: 48, refundable: false, cardCap: 300_000 };
    expect(await changeDepositTerms(lakesideId, terms)).toBe(true);
    for (const wrong of [
      { ...terms, amount: 0 },
      { ...terms, amount: 1e12 },
      { ...terms, amount: 0.3 },
      { ...terms, amount: Number.NaN },
      { ...terms, holdHours: 0 },
    ])
      expect(await changeDepositTerms(lakesideId, wrong)).toBe(false);
    const after = await newDeal(database);
    expect((await contextNow(before.dealId)).store.deposit.amount).toBe(50_000);
    expect((await contextNow(after.dealId)).store).toMatchObject({
      deposit: { amount: 75_000, holdHours: 48, refundable: false },
      cardTenderCap: 300_000,
    });
  });
});
