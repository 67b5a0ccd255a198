import { beforeAll, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { changeRecord } from "#app/intake/stock-record.server";
import { takeInSchema, takeInVehicle } from "#app/intake/take-in-vehicle.server";
import { recordWork } from "#app/measure/record-work.server";
import { sitemap } from "#app/merchandising/sitemap.server";
import { stockBoard, stockChanged } from "#app/merchandising/stock-board.server";
import { vehiclePage } from "#app/merchandising/vehicle-page.server";
import { approveVehicle, rejectTexts } from "#app/publishing/approve-vehicle.server";
import { channelsPage, submitChannelsAct } from "#app/publishing/channels-page.server";
import { dossierPage } from "#app/publishing/dossier-page.server";
import { buildFeed, feedChannels } from "#app/publishing/feeds/build-feeds.server";
import { merchandisingSettings } from "#app/publishing/merchandising-settings.server";
import { moveVehicle } from "#app/publishing/move-vehicle.server";
import { submitStockAct } from "#app/publishing/submit-stock-act.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { openDealStore, staffCalled } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const person = (firstName: string) =>
  ({ ...staffCalled(firstName), kind: "staff", sessionId: "test" }) as unknown as StaffPerson;
const bea = { staffId: "staff-bea-tanager", name: "Bea Tanager" };
const ines = { staffId: "staff-ines-calloway", name: "Ines Calloway" };

/** What only the store may know of a car; none of these numbers and words is anything else's. */
const secrets = {
  acquisitionCost: cents(1_391_171),
  reconCost: cents(47_711),
  notes: "canary-notes: the owner's brother-in-law knows why it was sold",
  reconNote: "canary-recon: somebody drove it through the car wash with the roof open",
  verdict: "canary-verdict: seen by our own mechanic only",
  rejected: "canary-rejected: too many words about the seats",
  moved: "canary-moved: waiting for the second key",
  secret: "canary-secret: the listing site's own password",
};

/** A number however it may be written. */
const waysOf = (secret: string | number): string[] => {
  if (typeof secret === "string") return [secret, JSON.stringify(secret).slice(1, -1)];
  const dollars = (secret / 100).toFixed(2);
  return [String(secret), dollars, dollars.replace(/\B(?=(\d{3})+\.)/g, ",")];
};
const foundIn = (text: string) =>
  Object.entries(secrets).flatMap(([name, secret]) => (waysOf(secret).some((way) => text.includes(way)) ? [name] : []));

const act = async (stockNumber: string, fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  expect(await submitStockAct(person("Ines"), stockNumber, form)).toMatchObject({ refused: null });
};

async function publish(): Promise<string> {
  const stated = { trim: "SE", body: "sedan", fuel: "gasoline", drivetrain: "fwd", colour: "silver", interior: "dark" };
  const more = { transmission: "automatic", seats: "5", litres: "2.4", warranty: "asIs" };
  const wish = takeInSchema.parse({
    vin: "1HGCM82633A004352",
    mileage: 61_240,
    price: 15_995_00,
    acquisitionCost: secrets.acquisitionCost,
    notes: secrets.notes,
    stated: { ...stated, ...more },
  });
  const answer = await takeInVehicle(lakesideId, wish, bea);
  if (!answer.ok) throw new Error(answer.refusal.reason);
  const { stockNumber } = answer;
  const cost = (secrets.reconCost / 100).toFixed(2);
  await act(stockNumber, { act: "addRecon", kind: "other", note: secrets.reconNote, cost, days: "1" });
  await changeRecord(lakesideId, stockNumber, (record) => ({
    ...record,
    recalls: {
      source: "NHTSA",
      checkedAt: "2026-11-22T10:00:00.000Z",
      campaigns: [
        {
          campaign: "21V201000",
          component: "SUSPENSION",
          summary: "A screw.",
          remedy: "A look.",
          parkIt: false,
          reportedOn: "2021-03-24",
        },
      ],
      verdicts: [],
    },
  }));
  await act(stockNumber, { act: "recall", campaign: "21V201000", verdict: "remedied", note: secrets.verdict });
  await act(stockNumber, { act: "move", to: "inRecon", reason: secrets.moved });
  expect(await moveVehicle(lakesideId, stockNumber, "inReview", bea)).toBeNull();
  expect(await rejectTexts(lakesideId, stockNumber, secrets.rejected, ines)).toBe(true);
  await act(stockNumber, { act: "draft" });
  await recordWork({
    rooftopId: lakesideId,
    stockNumber,
    task: "text",
    seconds: 77_713,
    measured: false,
    staffId: bea.staffId,
  });
  expect(await approveVehicle(lakesideId, stockNumber, ines)).toBeNull();
  stockChanged();
  return stockNumber;
}

describe("[canary] what only the store may know of a car", () => {
  it("is on its staff page, and on no public page, in no feed and in no map", async () => {
    const stockNumber = await publish();
    const staff = JSON.stringify(await dossierPage(person("Ines"), stockNumber));
    expect(foundIn(staff)).toEqual(expect.arrayContaining(["notes", "reconCost", "reconNote"]));

    for (const locale of ["en", "fr"] as const) {
      const page = JSON.stringify(await vehiclePage(stockNumber, new URLSearchParams(), locale));
      expect(page).toContain("Honda Accord");
      expect(foundIn(page)).toEqual([]);
      for (const { name } of [bea, ines]) expect(page).not.toContain(name);
    }
    const { feedToken } = await merchandisingSettings(lakesideId);
    for (const channel of feedChannels) {
      const { body } = await buildFeed(lakesideId, channel);
      expect(body).toContain(stockNumber);
      expect([channel, foundIn(body)]).toEqual([channel, []]);
      for (const word of [bea.name, ines.name, feedToken]) expect(body).not.toContain(word);
    }
    const board = await stockBoard();
    expect(foundIn(board ? sitemap(board) : "")).toEqual([]);
  });

  it("the secret of the export goes nowhere, not even sealed, and its place asks for it anew when it moves", async () => {
    const form = (changes: Record<string, string>) => {
      const fields = new FormData();
      const usual = { act: "settings", liveWithinHours: "24", leastPhotos: "6", leastScore: "70", labour: "30" };
      const place = { storeCode: "LAKE", dealerId: "L1", separator: ",", hostKey: `SHA256:${"A".repeat(43)}` };
      for (const [name, value] of Object.entries({ ...usual, ...place, ...changes })) fields.set(name, value);
      return fields;
    };
    const sendTo = "sftp://lake@listings.example/in/inventory.csv";
    expect(await submitChannelsAct(person("Ines"), form({ sendTo }))).toBe("notSaved");
    expect(await submitChannelsAct(person("Ines"), form({ sendTo, secret: secrets.secret }))).toBe("saved");
    const { csv } = await merchandisingSettings(lakesideId);
    expect(csv.secret).toMatch(/^v1\./);
    for (const firstName of ["Ines", "Bea"]) {
      const page = JSON.stringify(await channelsPage(person(firstName)));
      expect(page).not.toContain(csv.secret);
      expect(foundIn(page)).toEqual([]);
    }
    expect((await channelsPage(person("Ines"))).settings?.hasSecret).toBe(true);
    expect((await channelsPage(person("Bea"))).settings).toBeNull();
    // The same place under another file's name keeps the secret; another machine does not get it.
    expect(await submitChannelsAct(person("Ines"), form({ sendTo: `${sendTo}.csv` }))).toBe("saved");
    const elsewhere = "sftp://lake@elsewhere.example/in/inventory.csv";
    expect(await submitChannelsAct(person("Ines"), form({ sendTo: elsewhere }))).toBe("notSaved");
    const withPassword = "sftp://lake:open@listings.example/in/inventory.csv";
    expect(await submitChannelsAct(person("Ines"), form({ sendTo: withPassword, secret: "x" }))).toBe("notSaved");
  });
});
