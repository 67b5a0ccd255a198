import { beforeAll, describe, expect, test } from "vitest";
import { contextOf, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { dealLives, stageNames, stageStatuses } from "#machines/stages/stage";
import { readDealState } from "#app/deals/read-deal.server";
import { connectLenders } from "#app/lenders/lender-network.server";
import { simulatedNetwork } from "#app/lenders/simulated-lender.server";
import { connectDealPorts } from "#app/server/deal-ports.server";
import { seedDemo } from "#prisma/seed/seed-demo";
import { standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();

beforeAll(async () => {
  connectDealPorts();
  await standInPayments();
  connectLenders(simulatedNetwork());
  await seedDemo(database);
});

describe("the demo store", () => {
  test("[DEMO1] has a deal in every state of its life and a stage in every status", async () => {
    const lives = new Set<string>();
    const statuses = new Set<string>();
    for (const { id } of await database.prisma.deal.findMany()) {
      const state = await readDealState(id);
      if (!state) throw new Error(`deal ${id} has no journal`);
      lives.add(lifeOf(state));
      const shown = statusesOf(state).statuses;
      for (const stage of stageNames) statuses.add(shown[stage]);
    }
    expect([...lives].sort()).toEqual([...dealLives].sort());
    expect([...statuses].sort()).toEqual([...stageStatuses].sort());
  });

  test("has lenders that answered, and contracts on their way to their money", async () => {
    const deals = await Promise.all((await database.prisma.deal.findMany()).map(({ id }) => readDealState(id)));
    const answers = deals.flatMap((state) => (state ? (contextOf(state).credit?.answers ?? []) : []));
    expect(new Set(answers.map(({ lender }) => lender)).size).toBeGreaterThan(2);
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(1);
    const packages = await database.prisma.fundingPackage.findMany({ orderBy: { state: "asc" } });
    expect(packages.map(({ state }) => state)).toEqual(["held", "submitted"]);
  });
});
