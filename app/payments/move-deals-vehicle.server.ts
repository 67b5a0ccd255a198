import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readJournal } from "#app/deals/read-journal.server";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { enqueue } from "#app/platform/jobs.server";
import { type MovedBy, moveVehicle, writeStep } from "./move-vehicle.server";
import { tellAboutVehicle } from "./vehicle-news.server";

/**
 * What a contract does to its car: signed it is sold, handed over it is delivered, undone it is held or for sale again,
 * and brought back within the return window it is for sale.
 * The step names who did it in the deal. Runs at least once; a second run finds nothing to move.
 */
export async function moveDealsVehicle(
  dealId: string,
  revision: number,
  to: "sold" | "delivered" | "unsold" | "returned",
): Promise<void> {
  const state = await readDealStateAt(dealId, revision);
  assert(state, "a car is moved by a revision of its deal");
  const stockNumber = contextOf(state).vehicle.vehicle?.stockNumber;
  if (!stockNumber) return;
  const row = (await readJournal(dealId, revision - 1)).find((one) => one.revision === revision);
  const { kind, id, role, firstName } = row?.actor ?? { kind: "system", id: "deal", role: "system", firstName: null };
  const by: MovedBy = { kind, id, role, firstName };
  await database().transaction(async (tx) => {
    if (to === "delivered") {
      const { rows } = await tx.query(
        `select 1 from "VehicleTransition" where "stockNumber" = $1 and "dealId" = $2 and "to" = 'delivered'`,
        [stockNumber, dealId],
      );
      if (rows.length === 0) await writeStep(tx, { stockNumber, was: "sold", to, dealId, reason: "deal", by });
      return;
    }
    const { rows: holds } = await tx.query<{ dealId: string }>(
      `select "dealId" from "VehicleHold" where "stockNumber" = $1 and "releasedAt" is null`,
      [stockNumber],
    );
    const unsold = { from: ["sold"], to: holds.length > 0 ? "held" : "live" };
    const move = {
      sold: { from: ["live", "held"], to: "sold", reason: "contract" },
      unsold: { ...unsold, reason: "reopened" },
      returned: { ...unsold, reason: "returned" },
    }[to];
    const step = await moveVehicle(tx, { stockNumber, ...move, dealId, by });
    if (step) await enqueue(tellAboutVehicle, { stockNumber, step }, { tx, key: step });
  });
}
