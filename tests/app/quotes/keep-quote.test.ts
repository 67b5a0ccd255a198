import { beforeAll, describe, expect, it } from "vitest";
import { numbersFrom } from "#machines/deal/deal-view";
import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { viewOf } from "#machines/deal/view-of-deal";
import { canonicalText, quoteRecord } from "#machines/desking/quote-record";
import { coreVersion, worksheet } from "#machines/desking/worksheet";
import { useDatabase } from "#app/platform/database.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { inputsHash } from "#app/quotes/inputs-hash.server";
import { keepQuote, readQuote, recomputeKeptQuote } from "#app/quotes/keep-quote.server";
import { stampOf } from "#app/quotes/quote-stamp.server";
import { newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { readyDeal } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
useDatabase(database);
beforeAll(() => openDealStore(database));

const inputsNow = async (dealId: string) => worksheetInputs(numbersFrom(viewOf(await stateOf(dealId), "customer")))!;

describe("[W8] a quote says what it was made from, and can be worked again", () => {
  it("every frozen deal has one, with the figures of its contract", async () => {
    const { dealId } = await readyDeal(database);
    await tell(dealId, staffCalled("Walt"), { type: "deal.freezeRequested" });
    await runDueJobs();
    const { revision } = await stateOf(dealId);
    const key = { dealId, purpose: "contract", revision } as const;
    const record = await readQuote(key);
    const sheet = worksheet(await inputsNow(dealId));
    expect(record).toMatchObject({ coreVersion, rulePack: { id: expect.any(String), version: expect.any(String) } });
    expect(record?.figures["totals.outTheDoor"]).toBe(sheet.outTheDoor);
    expect(await recomputeKeptQuote(key)).toMatchObject({ sameCore: true, differences: [] });
  });

  it("the first one under a key stays", async () => {
    const { dealId } = await newDeal(database);
    const inputs = await inputsNow(dealId);
    const key = { dealId, purpose: "pencil", revision: 1 } as const;
    await keepQuote(key, inputs);
    await keepQuote(key, {
      ...inputs,
      products: [{ code: "x", name: "X", price: inputs.price.docFee, taxable: false }],
    });
    expect(await readQuote(key)).toEqual(quoteRecord(inputs));
    expect(await readQuote({ ...key, revision: 2 })).toBeNull();
  });

  it("inputs that somebody changed behind it are not read", async () => {
    const { dealId } = await newDeal(database);
    const key = { dealId, purpose: "promise", revision: 1 } as const;
    await keepQuote(key, await inputsNow(dealId));
    await database.query(
      `update "Quote" set "inputs" = replace("inputs", '"cashDown":', '"cashDown":1') where "dealId" = $1`,
      [dealId],
    );
    await expect(readQuote(key)).rejects.toThrow("hashed");
  });

  it("the same deal has the same hash, however its fields are ordered", async () => {
    const { dealId } = await newDeal(database);
    const inputs = await inputsNow(dealId);
    const turned = Object.fromEntries(Object.entries(inputs).toReversed()) as unknown as typeof inputs;
    expect(stampOf(turned)).toEqual(stampOf(inputs));
    expect(stampOf(inputs).inputsHash).toBe(inputsHash({ inputs: canonicalText(inputs) }));
    expect(stampOf({ ...inputs, cashDown: inputs.price.docFee }).inputsHash).not.toBe(stampOf(inputs).inputsHash);
  });
});
