import type { Server as SocketServer } from "socket.io";
import { journalIdle } from "#app/deals/deal-journal.server";
import { flushSummaries, startSummaries } from "#app/deals/deal-summaries.server";
import { startHotDeals, stopHotDeals } from "#app/deals/hot-deals.server";
import type { Database } from "#app/platform/database.server";
import { attachDealHub } from "#app/realtime/deal-hub.server";
import type { DealServer } from "#app/realtime/socket-person.server";

export interface StartContext {
  database: Database;
}

/** What a feature may hook into the life of the server. Hooks run in the order of the list, stops in reverse. */
export interface Feature {
  name: string;
  /** After the database is migrated and seeded, before anybody is let in. */
  start?(context: StartContext): Promise<void>;
  attachSockets?(io: SocketServer): void;
  /** A sentence when this feature cannot do its work now; /readyz shows 503. */
  trouble?(): string | null;
  /** The server is about to stop: tell people, let running work end. Has two seconds. */
  drain?(io: SocketServer): Promise<void>;
  /** Nobody is connected any more and the database is still open. */
  stop?(): Promise<void>;
}

const deals: Feature = {
  name: "deals",
  async start() {
    startHotDeals();
    await startSummaries();
  },
  async drain(io) {
    io.emit("server:draining");
    await journalIdle();
  },
  async stop() {
    await journalIdle();
    await flushSummaries();
    await stopHotDeals();
  },
};

const live: Feature = {
  name: "live",
  attachSockets: (io) => void attachDealHub(io as unknown as DealServer),
};

export const features: Feature[] = [deals, live];
