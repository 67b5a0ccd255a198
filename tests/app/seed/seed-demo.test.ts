import { beforeAll, describe, expect, test } from "vitest";
import { lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { dealLives, stageNames, stageStatuses } from "#machines/stages/stage";
import { readDealState } from "#app/deals/read-deal.server";
import { connectDealPorts } from "#app/server/deal-ports.server";
import { seedDemo } from "#prisma/seed/seed-demo";
import { standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();

beforeAll(async () => {
  connectDealPorts();
  await standInPayments();
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
});
