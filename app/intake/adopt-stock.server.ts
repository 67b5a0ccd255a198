import { vehicleFactsSchema } from "#app/merchandising/vehicle-facts";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { sheetOfVehicle } from "./sheet-of-vehicle";
import { insertRecord, noteStateChange } from "./stock-record.server";

const ADOPTER = { staffId: "system", name: "Stock record" };

/** Cars with a page and without a merchandising record get one, as they are: live, approved by being on sale. */
export async function adoptStock(): Promise<number> {
  const { rows } = await database().query<{ stockNumber: string }>(
    `select v."stockNumber" from "Vehicle" v left join "MerchandisedVehicle" m on m."stockNumber" = v."stockNumber"
      where m."stockNumber" is null order by v."stockNumber"`,
  );
  let adopted = 0;
  for (const { stockNumber } of rows) {
    const vehicle = await database().prisma.vehicle.findUniqueOrThrow({ where: { stockNumber } });
    const facts = vehicleFactsSchema.safeParse(vehicle.facts);
    if (!facts.success) {
      log.warn({ stockNumber }, "a vehicle's facts cannot be read, so it is not merchandised");
      continue;
    }
    const state = vehicle.status === "sold" ? "sold" : "live";
    const { rooftopId, vin, liveSince, sellingPrice } = vehicle;
    await database().transaction(async (tx) => {
      const isNew = await insertRecord(tx, {
        stockNumber,
        rooftopId,
        vin,
        frameNumber: null,
        state,
        stateSince: liveSince,
        acquiredAt: null,
        facts: sheetOfVehicle({ ...vehicle, facts: facts.data }, now().toISOString()),
        notes: "",
        recon: [],
        recalls: null,
        price: sellingPrice as never,
        acquisitionCost: null,
        authorId: ADOPTER.staffId,
        authorName: ADOPTER.name,
        assisted: [],
        cohort: null,
        score: null,
        version: 1,
      });
      if (isNew)
        await noteStateChange(tx, { stockNumber, rooftopId, from: null, to: state, at: liveSince, by: ADOPTER });
    });
    adopted++;
  }
  return adopted;
}
