import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { takeInSchema, takeInVehicle } from "#app/intake/take-in-vehicle.server";
import { readRecord } from "#app/intake/stock-record.server";
import { readTexts } from "#app/descriptions/vehicle-texts.server";
import { adoptStock } from "#app/intake/adopt-stock.server";
import { countInterest } from "#app/measure/count-interest.server";
import { merchandisingFigures } from "#app/measure/merchandising-figures.server";
import { recordWork } from "#app/measure/record-work.server";
import { storeGross } from "#app/deal-card/staff/store-gross";
import { readDealView } from "#app/deals/read-deal.server";
import { dossierPage } from "#app/publishing/dossier-page.server";
import { merchandisingSettings, saveMerchandisingSettings } from "#app/publishing/merchandising-settings.server";
import { moveVehicle } from "#app/publishing/move-vehicle.server";
import { submitStockAct } from "#app/publishing/submit-stock-act.server";
import { action } from "#app/routes/inventory.$stockNumber_.interest";
import { lakesideId } from "#prisma/seed/rooftop";
import { newDeal, openDealStore, staffCalled } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(async () => {
  await openDealStore(database);
  await adoptStock();
});

const everything = { choice: { body: "", age: "" as const }, seesCost: true };
const figures = (wish: Partial<typeof everything> = {}) => merchandisingFigures(lakesideId, { ...everything, ...wish });
const carOf = async (stockNumber: string, wish: Partial<typeof everything> = {}) => {
  const { cars } = await figures(wish);
  return cars.find((car) => car.stockNumber === stockNumber);
};
const aLook = { views: 1, clicks: 0, seconds: 0 };
const bea = { staffId: "staff-bea-tanager", name: "Bea Tanager" };

describe("[M12] what shoppers do on a page", () => {
  it("is told by the page in three counts, and kept as counts of the car", async () => {
    const { stockNumber } = await database.prisma.vehicle.findFirstOrThrow({ where: { status: "live", body: "van" } });
    const tell = (body: string) =>
      action({
        request: new Request(`http://localhost:3000/inventory/${stockNumber}/interest`, { method: "POST", body }),
        params: { stockNumber },
        context: { nonce: "", requestId: "", clientAddress: "192.0.2.7" },
      });
    const answers = [
      await tell(JSON.stringify(aLook)),
      await tell(JSON.stringify({ views: 0, clicks: 4, seconds: 35 })),
      await tell("not ours"),
      await tell(JSON.stringify({ ...aLook, name: "somebody" })),
      await tell(JSON.stringify({ views: 9, clicks: 0, seconds: 0 })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    expect(await carOf(stockNumber)).toMatchObject({ views: 1, galleryClicks: 4, sessionSeconds: 35 });
    const { rows } = await database.query(`select * from "StockInterest" where "stockNumber" = $1`, [stockNumber]);
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(
      ["day", "galleryClicks", "rooftopId", "sessionSeconds", "stockNumber", "views"].toSorted(),
    );
  });

  it("is capped, and a machine's is not counted", async () => {
    const { stockNumber } = await database.prisma.vehicle.findFirstOrThrow({
      where: { status: "live", body: "pickup" },
    });
    await countInterest(stockNumber, { views: 1, clicks: 1e9, seconds: 1e9 }, "192.0.2.8");
    expect(await carOf(stockNumber)).toMatchObject({ views: 1, galleryClicks: 200, sessionSeconds: 1_800 });
    const counted: boolean[] = [];
    for (let look = 0; look < 300; look++) counted.push(await countInterest(stockNumber, aLook, "192.0.2.9"));
    expect(counted.filter(Boolean)).toHaveLength(240);
    expect(await countInterest("U0", aLook, "192.0.2.10")).toBe(false);
  });
});

describe("[KP2] what came of a car", () => {
  it("leads are deals begun on its page and addresses left for it; its gross is the deal's own", async () => {
    const { dealId } = await newDeal(database, { condition: "used", fuel: "gasoline" });
    const { stockNumber } = await database.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
    if (!stockNumber) throw new Error("the deal has a car");
    await database.prisma.vehicleWait.create({
      data: {
        id: randomUUID(),
        stockNumber,
        emailHash: randomUUID(),
        email: "sealed",
        locale: "en",
        createdAt: new Date(),
      },
    });
    expect(await carOf(stockNumber)).toMatchObject({ leads: 2, deals: 0, gross: null });
    await database.prisma.deal.update({ where: { id: dealId }, data: { life: "contracted" } });
    const view = await readDealView(dealId, "finance");
    const gross = view && storeGross(view)?.frontGross;
    expect(gross).toEqual(expect.any(Number));
    expect(await carOf(stockNumber)).toMatchObject({ leads: 2, deals: 1, gross });
    expect((await figures()).gross).toBe(gross);
  });

  it("[canary] eyes without costs get neither a gross nor a holding cost", async () => {
    const seen = await figures({ seesCost: false });
    expect(seen.gross).toBeNull();
    expect(seen.cohorts.map(({ figure }) => figure)).not.toContain("gross");
    expect(seen.cars.flatMap(({ gross, holding }) => [gross, holding]).filter((value) => value !== null)).toEqual([]);
    expect((await figures()).cars.some(({ holding }) => holding !== null)).toBe(true);
  });

  it("is of cars of one kind where somebody chooses it", async () => {
    const { cars } = await figures({ choice: { body: "suv", age: "" } });
    expect(new Set(cars.map(({ body }) => body))).toEqual(new Set(["suv"]));
  });
});

describe("[M13] assisted and traditional", () => {
  const takeIn = async (vin: string) => {
    const answer = await takeInVehicle(lakesideId, takeInSchema.parse({ vin }), bea);
    if (!answer.ok) throw new Error(answer.refusal.reason);
    return answer.stockNumber;
  };

  it("take turns while the store says so, and a traditional car gets no machine's words", async () => {
    const none = await takeIn("5FNRL38247B006367");
    expect((await readRecord(lakesideId, none))?.cohort).toBeNull();
    const before = await merchandisingSettings(lakesideId);
    await saveMerchandisingSettings(lakesideId, { ...before, alternateAssignment: true });
    const vins = ["KM8JN72D07U585496", "JNKCV51F54M711589", "WDBTJ56J26F166340", "JTEBU11F470006153"];
    const taken = [];
    for (const vin of vins) taken.push(await takeIn(vin));
    const cohorts = [];
    for (const stockNumber of taken) cohorts.push((await readRecord(lakesideId, stockNumber))?.cohort);
    expect(cohorts).toEqual(["assisted", "traditional", "assisted", "traditional"]);
    await saveMerchandisingSettings(lakesideId, before);

    const [assisted = "", traditional = ""] = taken;
    for (const stockNumber of [assisted, traditional]) {
      expect(await moveVehicle(lakesideId, stockNumber, "inReview", bea)).toBeNull();
    }
    expect((await readTexts(assisted)).length).toBeGreaterThan(0);
    expect(await readTexts(traditional)).toEqual([]);
    const form = new FormData();
    form.set("act", "draft");
    const actor = staffCalled("Ines");
    const person = { ...actor, kind: "staff" as const, sessionId: "test" } as never;
    expect(await submitStockAct(person, traditional, form)).toEqual({ act: "draft", refused: "byHand" });
    const page = await dossierPage(person, traditional);
    expect(page?.texts.map(({ locale, channel, version }) => `${locale}-${channel}-${version}`)).toEqual([
      "en-page-0",
      "fr-page-0",
      "en-thirdParty-0",
      "fr-thirdParty-0",
      "en-social-0",
      "fr-social-0",
      "en-email-0",
      "fr-email-0",
    ]);
    const { cars } = await figures();
    expect(cars.find((car) => car.stockNumber === traditional)?.way).toBe("traditional");
  });

  it("[M12] minutes are measured, capped at a spell, or written down", async () => {
    const stockNumber = await takeIn("3VW217AU3FM090764");
    const work = { rooftopId: lakesideId, stockNumber, task: "text" as const, staffId: bea.staffId };
    await recordWork({ ...work, seconds: 9_000, measured: true });
    await recordWork({ ...work, seconds: 3_600, measured: false });
    const { tasks, costPerVehicle } = await figures();
    expect(tasks.find(({ task }) => task === "text")).toMatchObject({ minutes: 90, vehicles: 1 });
    expect(costPerVehicle).toBe(45_00);
  });
});
