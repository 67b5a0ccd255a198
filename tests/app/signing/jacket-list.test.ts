import { beforeAll, describe, expect, it } from "vitest";
import { runDueJobs } from "#app/platform/jobs.server";
import { jacketList } from "#app/signing/jacket-list.server";
import { openDealStore, tell } from "#tests/support/deal-store";
import { readyDeal } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";
import { started, walt } from "./signing-people";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const standing = async (dealId: string) => {
  const list = await jacketList(dealId);
  return { signable: list?.signable, states: list?.documents.map(({ key, state }) => `${key} ${state}`) };
};

describe("[J4] right after the freeze", () => {
  it("the list is the one there is when everything is drawn, so that a signing is begun whole", async () => {
    const { dealId } = await readyDeal(database);
    await tell(dealId, walt, { type: "deal.freezeRequested" });
    const drawn = () => database.prisma.jacketDocument.count({ where: { dealId } });
    expect(await drawn()).toBe(0);
    const before = await standing(dealId);
    expect(before.signable?.length).toBeGreaterThan(1);
    await runDueJobs();
    expect(await drawn()).toBeGreaterThan(1);
    expect(await standing(dealId)).toEqual(before);
  });

  it("a signing that is begun before the job has run holds every document that was ticked", async () => {
    const { dealId } = await readyDeal(database);
    await tell(dealId, walt, { type: "deal.freezeRequested" });
    const { signable = [] } = await standing(dealId);
    const envelopeId = await started(dealId, "screen", signable);
    expect(await database.prisma.envelopeDocument.count({ where: { envelopeId } })).toBe(signable.length);
  });
});
