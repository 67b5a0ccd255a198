import { onAccessEnded } from "#app/accounts/access-ended.server";
import type { DealServer } from "./socket-person.server";

/** A seat that ended loses its line at once, not at the next round of checks. */
export const cutEndedAccess = (io: DealServer): (() => void) =>
  onAccessEnded(({ dealId, shopperId }) => {
    for (const socket of io.sockets.sockets.values()) {
      const { person, deals } = socket.data;
      if (person.kind !== "shopper" || person.shopperId !== shopperId || !deals.has(dealId)) continue;
      socket.emit("session:ended");
      socket.disconnect(true);
    }
  });
