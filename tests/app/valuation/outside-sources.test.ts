import { beforeAll, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { grantDealAccess } from "#app/accounts/deal-actor.server";
import { startShopperSession } from "#app/accounts/session.server";
import { loader as payoffOf } from "#app/routes/deals.$dealId.payoff";
import { loader as carOf } from "#app/routes/deals.$dealId.trade-car";
import { payoffFromStatement, tenDayPayoff, usePayoffSource } from "#app/valuation/payoff-source.server";
import { lookUpPlate, noPlateSource, usePlateSource } from "#app/valuation/plate-look-up.server";
import { aShopper, cookieOf, requestFrom } from "#tests/app/accounts/people";
import { newDeal, openDealStore, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const today = plainDate("2026-11-28");
const lien = { lender: "Cedar Savings", payoff: cents(918_000), payoffGoodThrough: today, perDiem: cents(185) };
const context = { nonce: "", requestId: "", clientAddress: "" };
const asked = (path: string, cookie: string) =>
  new Request(`http://localhost:3000${path}`, { headers: { Cookie: cookie } });

describe("[T1] the plate", () => {
  it("finds nothing without a service, and says so", async () => {
    expect(await lookUpPlate({ plate: "ABC 123", region: "IL" })).toEqual({ status: "plateNotAvailable" });
  });

  it("leads to the number where the store has one, and the number says what the car is", async () => {
    usePlateSource({ find: () => Promise.resolve({ status: "plateRead", vin: "1" }) });
    const { dealId, shopperId } = await newDeal(database);
    const { setCookie } = await startShopperSession(requestFrom(), { shopperId });
    await grantDealAccess(shopperId, dealId);
    const request = asked(`/deals/${dealId}/trade-car?plate=abc123&region=IL`, cookieOf(setCookie));
    expect(await (await carOf({ request, params: { dealId }, context })).json()).toMatchObject({
      status: "unreadable",
      reason: "length",
    });
    usePlateSource(noPlateSource);
  });
});

describe("the ten-day payoff", () => {
  it("is the letter's amount with its per-diem for every day after the one it is good through", async () => {
    // 9,180.00 and ten days at 1.85.
    expect(await tenDayPayoff(lien, today)).toEqual({
      status: "quoted",
      amount: 919_850,
      goodThrough: "2026-12-08",
      daysOver: 10,
      source: "statement",
    });
    const later = { ...lien, payoffGoodThrough: plainDate("2026-12-31") };
    expect(await tenDayPayoff(later, today)).toMatchObject({ amount: 918_000, daysOver: 0 });
  });

  it("has no number where the letter runs out before and nobody knows the per-diem, or nothing is owed", async () => {
    const goodThrough = "2026-12-08";
    expect(await tenDayPayoff({ ...lien, perDiem: null }, today)).toEqual({ status: "perDiemMissing", goodThrough });
    expect(await tenDayPayoff(null, today)).toEqual({ status: "noLien" });
  });

  it("is for the people of the deal, and comes from the lender where the lender answers", async () => {
    const { dealId, customer, shopperId } = await newDeal(database);
    await tell(
      dealId,
      customer,
      { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null },
      { type: "trade.ownershipStated", ownership: "financed" },
      { type: "trade.payoffStated", ...lien, accountLastFour: null, lease: null },
    );
    await grantDealAccess(shopperId, dealId);
    const own = await startShopperSession(requestFrom(), { shopperId });
    const stranger = await startShopperSession(requestFrom(), { shopperId: await aShopper() });
    const path = `/deals/${dealId}/payoff?car=1`;
    const ask = (cookie: string) => payoffOf({ request: asked(path, cookie), params: { dealId }, context });
    await expect(ask(cookieOf(stranger.setCookie))).rejects.toMatchObject({ status: 404 });
    usePayoffSource({
      tenDayPayoff: () =>
        Promise.resolve({
          status: "quoted",
          amount: cents(917_000),
          goodThrough: today,
          daysOver: 0,
          source: "lender",
        }),
    });
    expect(await (await ask(cookieOf(own.setCookie))).json()).toMatchObject({ amount: 917_000, source: "lender" });
    usePayoffSource(payoffFromStatement);
  });
});
