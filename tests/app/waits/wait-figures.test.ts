import { beforeAll, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { startWaitSpells } from "#app/waits/wait-spells.server";
import { waitFigures } from "#app/waits/wait-figures.server";
import { journalIdle } from "#app/deals/deal-journal.server";
import { readSummaries } from "#app/deals/deal-summaries.server";
import { contextNow, newDeal, openDealStore, staffCalled, tell } from "#tests/support/deal-store";
import { lakesideId } from "#prisma/seed/rooftop";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

async function counteredDeal() {
  const deal = await newDeal(database);
  const { dealId, customer } = deal;
  await tell(
    dealId,
    customer,
    { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_000, vin: null },
    { type: "trade.ownershipStated", ownership: "owned" },
  );
  await tell(dealId, staffCalled("Gus"), { type: "trade.acvAppraised", acv: cents(1_300_000), recon: cents(50_000) });
  await tell(dealId, staffCalled("Ines"), {
    type: "trade.offerProposed",
    allowance: cents(1_400_000),
    reasons: [],
    note: "",
  });
  const { offer } = (await contextNow(dealId)).trade;
  await tell(dealId, customer, { type: "trade.offerCountered", offerId: offer!.offerId, counter: cents(1_500_000) });
  // News of a commit leaves one turn after it.
  await journalIdle();
  return deal;
}

describe("[K1] waiting, as the desk's figures", () => {
  it("every wait that ended is one row, by party, however often it is told", async () => {
    const stop = await startWaitSpells();
    await counteredDeal();
    const first = await waitFigures(lakesideId);
    expect(first.map(({ party }) => party)).toContain("customer");
    expect(first.every(({ medianSeconds, longSeconds }) => medianSeconds >= 0 && longSeconds >= medianSeconds)).toBe(
      true,
    );
    stop();
    const again = await startWaitSpells();
    expect(await waitFigures(lakesideId)).toEqual(first);
    again();
  });

  it("what a server missed is caught up at the next start", async () => {
    const before = (await waitFigures(lakesideId)).reduce((sum, { waits }) => sum + waits, 0);
    const { dealId } = await counteredDeal();
    await readSummaries(lakesideId);
    await database.query(`update "Deal" set "updatedAt" = now() where "id" = $1`, [dealId]);
    const stop = await startWaitSpells();
    expect((await waitFigures(lakesideId)).reduce((sum, { waits }) => sum + waits, 0)).toBeGreaterThan(before);
    stop();
  });

  it("another store's waits are not in them", async () => {
    expect(await waitFigures("elsewhere")).toEqual([]);
  });
});
