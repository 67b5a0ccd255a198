import { beforeAll, describe, expect, it } from "vitest";
import { importVehicles } from "#app/intake/import-vehicles.server";
import { changeRecord, readRecord } from "#app/intake/stock-record.server";
import { takeInSchema, takeInVehicle } from "#app/intake/take-in-vehicle.server";
import { withUserFact } from "#app/intake/fact-sheet";
import { withCatalogue, decodeTyped } from "#app/intake/decode-into-sheet.server";
import { editText, readTexts } from "#app/descriptions/vehicle-texts.server";
import { sitemap } from "#app/merchandising/sitemap.server";
import { stockBoard, stockChanged } from "#app/merchandising/stock-board.server";
import { vehiclePage } from "#app/merchandising/vehicle-page.server";
import { approveVehicle } from "#app/publishing/approve-vehicle.server";
import { adoptStock } from "#app/intake/adopt-stock.server";
import { buildFeed, feedChannels } from "#app/publishing/feeds/build-feeds.server";
import { merchandisingSettings, saveMerchandisingSettings } from "#app/publishing/merchandising-settings.server";
import { moveVehicle } from "#app/publishing/move-vehicle.server";
import { setPrice } from "#app/pricing/price-desk.server";
import { runHygieneAudit } from "#app/publishing/hygiene-audit.server";
import { vehicleDossier } from "#app/publishing/vehicle-dossier.server";
import { cents } from "#machines/money/cents";
import { lakesideId } from "#prisma/seed/rooftop";
import { openDealStore } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const bea = { staffId: "staff-bea-tanager", name: "Bea Tanager" };
const ines = { staffId: "staff-ines-calloway", name: "Ines Calloway" };

/** What nobody but a person beside the car can say. */
const stated = {
  trim: "SE",
  body: "sedan",
  fuel: "gasoline",
  drivetrain: "fwd",
  colour: "silver",
  interior: "dark",
  transmission: "automatic",
  seats: "5",
  litres: "2.4",
  warranty: "asIs",
};

async function takeIn(vin: string, more: Partial<Record<keyof typeof stated, string>> = {}) {
  const wish = takeInSchema.parse({
    vin,
    mileage: 61_240,
    price: 15_995_00,
    notes: "",
    stated: { ...stated, ...more },
  });
  const answer = await takeInVehicle(lakesideId, wish, bea);
  if (!answer.ok) throw new Error(answer.refusal.reason);
  return answer.stockNumber;
}

async function inReview(vin: string) {
  const stockNumber = await takeIn(vin);
  expect(await moveVehicle(lakesideId, stockNumber, "inReview", bea)).toBeNull();
  return stockNumber;
}

const body = async (channel: (typeof feedChannels)[number]) => (await buildFeed(lakesideId, channel)).body;

async function isTold(stockNumber: string): Promise<boolean[]> {
  stockChanged();
  const board = await stockBoard();
  const page = await vehiclePage(stockNumber, new URLSearchParams(), "en");
  const feeds: boolean[] = [];
  for (const channel of feedChannels) feeds.push((await body(channel)).includes(stockNumber));
  return [
    page?.kind !== "sold" && page !== null,
    board !== null && sitemap(board).includes(`/${stockNumber}<`),
    ...feeds,
  ];
}

describe("[M2] one scan in, everything out", () => {
  it("[M8] an approval puts a car on its page, in the sitemap and in every feed; a sale takes it off all of them", async () => {
    const stockNumber = await inReview("1HGCM82633A004352");
    expect(await isTold(stockNumber)).not.toContain(true);
    expect(await approveVehicle(lakesideId, stockNumber, ines)).toBeNull();
    expect(await isTold(stockNumber)).not.toContain(false);
    const page = await vehiclePage(stockNumber, new URLSearchParams(), "en");
    expect(JSON.stringify(page)).toContain("Honda Accord");
    expect(await moveVehicle(lakesideId, stockNumber, "sold", ines)).toBeNull();
    expect(await isTold(stockNumber)).not.toContain(true);
  });

  it("[V2] a person's word stands against the catalogue, and survives a new decode", async () => {
    const stockNumber = await takeIn("5FNRL38247B006367", { trim: "Touring" });
    await changeRecord(lakesideId, stockNumber, (record) => ({
      ...record,
      facts: withUserFact(record.facts, "model", "Odyssey RT", "Bea Tanager", "2026-11-22T10:00:00.000Z"),
    }));
    const record = await changeRecord(lakesideId, stockNumber, (one) => ({
      ...one,
      facts: withCatalogue(one.facts, decodeTyped("5FNRL38247B006367").decoded),
    }));
    expect(record?.facts.model?.map(({ source, value }) => [source, value])).toEqual([
      ["user", "Odyssey RT"],
      ["vpicLite", "Odyssey"],
    ]);
  });

  it("[M6] nothing goes live that says what no fact supports, whoever typed it", async () => {
    const stockNumber = await inReview("KM8JN72D07U585496");
    const record = await readRecord(lakesideId, stockNumber);
    if (!record) throw new Error("it was taken in");
    await editText(
      record,
      { locale: "en", channel: "page", title: "2007 Hyundai Tucson", body: "One owner. Panoramic sunroof." },
      bea,
    );
    expect(await approveVehicle(lakesideId, stockNumber, ines)).toBe("textsRefused");
    await editText(
      record,
      { locale: "en", channel: "page", title: "2007 Hyundai Tucson", body: "It shows 61,240 miles." },
      bea,
    );
    expect(await approveVehicle(lakesideId, stockNumber, ines)).toBeNull();
    const texts = (await readTexts(stockNumber)).filter(({ locale, channel }) => locale === "en" && channel === "page");
    expect(texts.map(({ version, status, origin }) => [version, status, origin])).toEqual([
      [3, "approved", "person"],
      [2, "replaced", "person"],
      [1, "replaced", "writer"],
    ]);
  });

  it("[M6] with four eyes, who wrote it does not approve it", async () => {
    const before = await merchandisingSettings(lakesideId);
    await saveMerchandisingSettings(lakesideId, { ...before, fourEyes: true });
    const stockNumber = await inReview("JNKCV51F54M711589");
    expect(await approveVehicle(lakesideId, stockNumber, bea)).toBe("fourEyes");
    expect(await approveVehicle(lakesideId, stockNumber, ines)).toBeNull();
    await saveMerchandisingSettings(lakesideId, before);
  });

  it("[M7] the gate names what is missing and stays shut", async () => {
    const wish = takeInSchema.parse({ vin: "WDBTJ56J26F166340" });
    const answer = await takeInVehicle(lakesideId, wish, bea);
    if (!answer.ok) throw new Error("taken in");
    const dossier = await vehicleDossier(lakesideId, answer.stockNumber);
    expect(dossier?.gate.passes).toBe(false);
    expect(dossier?.missing).toEqual(expect.arrayContaining(["mileage", "price", "colour", "warranty"]));
  });

  it("[M1] a card moves only where it may, and every move is written down", async () => {
    const stockNumber = await takeIn("JTEBU11F470006153");
    expect(await moveVehicle(lakesideId, stockNumber, "sold", bea)).toBe("notLegal");
    expect(await moveVehicle(lakesideId, stockNumber, "live", bea)).toBe("notLegal");
    expect(await moveVehicle(lakesideId, stockNumber, "inRecon", bea)).toBeNull();
    const { rows } = await database.query<{ toState: string; actorName: string }>(
      `select "toState", "actorName" from "StockStateChange" where "stockNumber" = $1 order by "id"`,
      [stockNumber],
    );
    expect(rows).toEqual([
      { toState: "acquired", actorName: "Bea Tanager" },
      { toState: "inRecon", actorName: "Bea Tanager" },
    ]);
  });

  it("[V1] a car that stands here is not taken in twice, however often it is sent at once", async () => {
    const wish = takeInSchema.parse({ vin: "3VW217AU3FM090764", price: 9_995_00 });
    const answers = await Promise.allSettled([1, 2, 3].map(() => takeInVehicle(lakesideId, wish, bea)));
    const taken = answers.filter((answer) => answer.status === "fulfilled" && answer.value.ok);
    expect(taken).toHaveLength(1);
  });
});

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

describe("[M2] a file of vehicles", () => {
  const good = '1FT7W2BT2TEC24023,U9001,U,12 000,"$41,995"';
  const head = "VIN,Stock #,Type,Odometer,Price";

  it("is taken in whole, in whatever pieces it arrives", async () => {
    const text = `${head}\r\n1GKENPKS9TJ130604,U9002,U,8100,"$38,500"\r\n"3KPFT4DE7SE200978","U9003","N","12","24,900.00"`;
    expect(await importVehicles(lakesideId, inPieces(text, 7), bea)).toEqual({ ok: true, taken: 2 });
    expect((await readRecord(lakesideId, "U9002"))?.price).toBe(38_500_00);
  });

  it("is left out whole for one wrong row, and each wrong row is named by its line", async () => {
    const text = `${head}\n${good}\n\n11111111111111111,,U,,\n1HGCM82633A0043,,U,,\n2T2KGCEZ8RC048602,,U,abc,\n`;
    const answer = await importVehicles(lakesideId, inPieces(text, 64), bea);
    expect(answer).toMatchObject({
      ok: false,
      problems: [
        { line: 4, reason: "unknownMaker" },
        { line: 5, reason: "unreadable" },
        { line: 6, reason: "row", about: "mileage" },
      ],
    });
    expect(await readRecord(lakesideId, "U9001")).toBeNull();
  });

  it("with an open quote is refused at the line where it opens", async () => {
    expect(await importVehicles(lakesideId, inPieces(`${head}\n"1FT7`, 3), bea)).toEqual({
      ok: false,
      problems: [{ line: 2, reason: "file", about: "openQuote" }],
    });
  });
});

describe("stock that was here before", () => {
  it("is adopted as it is, told of in every feed, and looked over", async () => {
    await adoptStock();
    expect(await adoptStock()).toBe(0);
    const { included } = await buildFeed(lakesideId, "meta");
    expect(included.length).toBeGreaterThan(40);
    const findings = await runHygieneAudit(lakesideId, "America/Chicago");
    expect(findings.every(({ stockNumber }) => stockNumber.length > 0)).toBe(true);
  });

  it("[M11] a price is set by a person, kept in the history, and moves no deal", async () => {
    const vehicle = await database.prisma.vehicle.findFirstOrThrow({ where: { status: "live", condition: "used" } });
    expect(await setPrice(lakesideId, vehicle.stockNumber, cents(vehicle.sellingPrice - 500_00), ines)).toBe(true);
    expect(await setPrice(lakesideId, vehicle.stockNumber, cents(vehicle.sellingPrice - 500_00), ines)).toBe(false);
    const changes = await database.prisma.vehiclePriceChange.findMany({
      where: { stockNumber: vehicle.stockNumber },
      orderBy: { id: "desc" },
    });
    expect(changes[0]?.sellingPrice).toBe(vehicle.sellingPrice - 500_00);
  });
});
