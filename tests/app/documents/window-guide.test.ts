import { createHash } from "node:crypto";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDocument } from "#app/documents/jacket-documents.server";
import { jacketList } from "#app/signing/jacket-list.server";
import { keepVehiclePaper, readVehiclePaper } from "#app/vehicle-photos/vehicle-papers.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { readyDeal } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

async function aGuide(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([612, 792]).drawText(words, { x: 50, y: 740 });
  return document.save();
}

async function hang(stockNumber: string, words: string): Promise<string> {
  const id = await keepVehiclePaper({
    rooftopId: lakesideId,
    stockNumber,
    kind: "buyersGuide",
    source: "Window",
    bytes: await aGuide(words),
    addedBy: "Bea Tanager",
  });
  if (!id) throw new Error("it is a PDF");
  return (await readVehiclePaper(stockNumber, id))?.sha256 ?? "";
}

const carOf = async (dealId: string) => contextOf(await stateOf(dealId)).vehicle.vehicle?.stockNumber ?? "";
const shaOf = (bytes: Uint8Array | undefined) =>
  createHash("sha256")
    .update(bytes ?? new Uint8Array())
    .digest("hex");

describe("[V13] the Buyers Guide in a deal's jacket", () => {
  it("is the one in the car's window, byte for byte; before the freeze always the newest", async () => {
    const { dealId } = await newDeal(database, { condition: "used", fuel: "gasoline" });
    const stockNumber = await carOf(dealId);
    expect(await readDocument(dealId, "buyersGuide")).toBeNull();
    const guideIn = async () => (await jacketList(dealId))?.documents.find(({ kind }) => kind === "buyersGuide");
    const before = await guideIn();
    const first = await hang(stockNumber, "AS IS - NO DEALER WARRANTY");
    expect(shaOf((await readDocument(dealId, "buyersGuide"))?.bytes)).toBe(first);
    expect((await guideIn())?.state).not.toBe(before?.state);
    const second = await hang(stockNumber, "DEALER WARRANTY, three months");
    expect(shaOf((await readDocument(dealId, "buyersGuide"))?.bytes)).toBe(second);
  });

  it("stays the one of the day the deal was frozen, whatever hangs there later", async () => {
    const { dealId } = await readyDeal(database);
    const stockNumber = await carOf(dealId);
    const atSale = await hang(stockNumber, "DEALER WARRANTY, full");
    await tell(dealId, staffCalled("Walt"), { type: "deal.freezeRequested" });
    const kept = await readDocument(dealId, "buyersGuide");
    expect(kept?.sha256).toBe(atSale);
    await hang(stockNumber, "AS IS");
    const later = await readDocument(dealId, "buyersGuide");
    expect([later?.sha256, shaOf(later?.bytes)]).toEqual([atSale, atSale]);
  });
});
