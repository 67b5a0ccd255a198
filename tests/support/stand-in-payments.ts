import { payments, standInConnection, usePayments } from "#app/payments/payment-connection.server";
import { database } from "#app/platform/database.server";
import { type StandIn, startStandIn } from "#app/payments/stand-in/stand-in-server.server";

/** The payment stand-in of this test file: started when first asked for, gone with the process. */
export async function standInPayments(): Promise<StandIn> {
  const running = payments()?.standIn;
  if (running) return running;
  const standIn = await startStandIn();
  usePayments(standInConnection(standIn));
  return standIn;
}

/** Deals of a test file share one car: the ones before give it back. */
export async function freeTheCar(): Promise<void> {
  await database().query(
    `update "Vehicle" set "status" = 'live'
      where "status" = 'held' and "stockNumber" in (select "stockNumber" from "VehicleHold" where "releasedAt" is null)`,
  );
  await database().query(
    `update "VehicleHold" set "releasedAt" = now(), "releaseReason" = 'another test' where "releasedAt" is null`,
  );
}
