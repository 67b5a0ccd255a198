import { beforeAll, expect, it } from "vitest";
import { takeInSchema, takeInVehicle } from "#app/intake/take-in-vehicle.server";
import { approveVehicle } from "#app/publishing/approve-vehicle.server";
import { moveVehicle } from "#app/publishing/move-vehicle.server";
import { vehicleDossier } from "#app/publishing/vehicle-dossier.server";
import { photographedCar } from "#app/vehicle-photos/photographed-car.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { openDealStore } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const bea = { staffId: "staff-bea-tanager", name: "Bea Tanager" };
const stated = {
  trim: "SE",
  body: "van",
  fuel: "gasoline",
  drivetrain: "fwd",
  colour: "silver",
  interior: "dark",
  transmission: "automatic",
  seats: "7",
  litres: "2.4",
  warranty: "asIs",
};

async function inReview(vin: string): Promise<string> {
  const answer = await takeInVehicle(
    lakesideId,
    takeInSchema.parse({ vin, mileage: 61_240, price: 15_995_00, notes: "", stated }),
    bea,
  );
  if (!answer.ok) throw new Error(answer.refusal.reason);
  expect(await moveVehicle(lakesideId, answer.stockNumber, "inReview", bea)).toBeNull();
  return answer.stockNumber;
}

const photo = (stockNumber: string, role: string, more: { state?: string; background?: string } = {}) => ({
  id: `${stockNumber}-${role}`,
  rooftopId: lakesideId,
  stockNumber,
  uploadId: role,
  role,
  position: 0,
  originalKey: role,
  originalSha256: role,
  receivedSha256: role,
  uneditedKey: role,
  width: 1600,
  height: 1200,
  fingerprint: "",
  marks: {},
  addedBy: bea.staffId,
  state: "ready",
  ...more,
});
const shown = async (stockNumber: string) =>
  (await database.prisma.vehiclePhoto.findMany({ where: { stockNumber, shownAt: { not: null } } }))
    .map(({ role }) => role)
    .sort();

it("[M3] a car that was just taken in has its shot list, before there is a page; another store's has none", async () => {
  const stockNumber = await inReview("5FNRL38247B006367");
  expect(await photographedCar({ rooftopId: lakesideId, stockNumber })).toEqual({
    name: "2007 Honda Odyssey SE",
    hasPage: false,
    isLive: false,
    art: { body: "van", colour: "silver", interior: "dark" },
    body: "van",
    fuel: "gasoline",
    seats: 7,
  });
  expect(await photographedCar({ rooftopId: "elsewhere", stockNumber })).toBeNull();
  expect(await photographedCar({ rooftopId: lakesideId, stockNumber: "U0" })).toBeNull();
});

it("[M8] one approval puts the finished photos on the page as well; one that was taken off stays off", async () => {
  const stockNumber = await inReview("1HGCM82633A004352");
  const roles = ["front", "rear", "driverSide", "passengerSide", "dashboard", "wheel"];
  await database.prisma.vehiclePhoto.createMany({
    data: [
      ...roles.map((role) => photo(stockNumber, role, role === "rear" ? { background: "studio" } : {})),
      photo(stockNumber, "engine", { state: "working" }),
      photo(stockNumber, "spin"),
    ],
  });
  const dossier = await vehicleDossier(lakesideId, stockNumber);
  // What is still being drawn does not count, nor do the frames of a turn.
  expect(dossier).toMatchObject({ photos: roles.length, hasNewBackground: true });
  expect(await shown(stockNumber)).toEqual([]);
  expect(await approveVehicle(lakesideId, stockNumber, bea)).toBeNull();
  expect(await shown(stockNumber)).toEqual([...roles, "spin"].sort());
  expect(await photographedCar({ rooftopId: lakesideId, stockNumber })).toMatchObject({ hasPage: true, isLive: true });

  const rear = `${stockNumber}-rear`;
  await database.prisma.vehiclePhoto.update({ where: { id: rear }, data: { shownAt: null } });
  expect(await moveVehicle(lakesideId, stockNumber, "inReview", bea)).toBeNull();
  expect(await approveVehicle(lakesideId, stockNumber, bea)).toBeNull();
  expect(await shown(stockNumber)).not.toContain("rear");
});
