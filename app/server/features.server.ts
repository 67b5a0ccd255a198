import type { Server as SocketServer } from "socket.io";
import { attachConversation } from "#app/chat/conversation-feature.server";
import { planDisposal } from "#app/credit/dispose-credit.server";
import { journalIdle } from "#app/deals/deal-journal.server";
import { startDealNews } from "#app/deals/deal-news.server";
import { flushSummaries, startSummaries } from "#app/deals/deal-summaries.server";
import { startHotDeals, stopHotDeals } from "#app/deals/hot-deals.server";
import { startTitleAlarms } from "#app/delivery/title-alarms.server";
import { closeDrawing } from "#app/documents/draw-apart.server";
import { watchAbsences } from "#app/effects/absence-notice.server";
import { disconnectPayments } from "#app/payments/payment-connection.server";
import { startSweepingHolds } from "#app/payments/sweep-holds.server";
import { watchEndedSeats } from "#app/seats/close-seat.server";
import { flushAllScreenTime } from "#app/showroom/screen-time.server";
import { flushWaitSpells, startWaitSpells } from "#app/waits/wait-spells.server";
import { startDroppingLeftFiles } from "#app/platform/left-files.server";
import type { Database } from "#app/platform/database.server";
import { startTendingStock } from "#app/publishing/nightly-merchandising.server";
import { warmStock } from "#app/merchandising/warm-stock.server";
import { startDrawingPhotos, stopDrawingPhotos } from "#app/vehicle-photos/photo-drawing.server";
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
    startDealNews();
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

let leaveHub = () => {};

const live: Feature = {
  name: "live",
  attachSockets(io) {
    leaveHub = attachDealHub(io as unknown as DealServer);
  },
  // The other servers hear at once that this one's people are gone from it.
  stop: () => Promise.resolve(leaveHub()),
};

let stopWatching: (() => void) | null = null;
const absences: Feature = {
  name: "absences",
  async start() {
    stopWatching = watchAbsences();
  },
  async stop() {
    stopWatching?.();
  },
};

let stopSweeping: (() => Promise<void>) | null = null;
const deposits: Feature = {
  name: "deposits",
  async start() {
    stopSweeping = startSweepingHolds();
  },
  async stop() {
    await stopSweeping?.();
    await disconnectPayments();
  },
};

let stopAlarms: (() => Promise<void>) | null = null;
/** Papers that are due are looked at by the clock. */
const papers: Feature = {
  name: "papers",
  async start() {
    stopAlarms = startTitleAlarms();
  },
  async stop() {
    await stopAlarms?.();
  },
};

let stopTalking = () => Promise.resolve();
const conversation: Feature = {
  name: "conversation",
  attachSockets(io) {
    stopTalking = attachConversation(io);
  },
  stop: () => stopTalking(),
};

let stopTable: (() => void)[] = [];
/** Who sits at a deal, which screens show it, and whom it waits for. */
const table: Feature = {
  name: "table",
  async start() {
    stopTable = [watchEndedSeats(), await startWaitSpells()];
  },
  drain: flushAllScreenTime,
  async stop() {
    await flushWaitSpells();
    for (const stop of stopTable) stop();
  },
};

const stock: Feature = { name: "stock", start: warmStock };

let stopTending = () => Promise.resolve();
const merchandising: Feature = {
  name: "merchandising",
  start() {
    stopTending = startTendingStock();
    return Promise.resolve();
  },
  stop: () => stopTending(),
};

const uploads: Feature = { name: "uploads", start: startDroppingLeftFiles };

/** What the law lets the store keep no longer goes once a day. */
const credit: Feature = { name: "credit", start: () => planDisposal() };

const documents: Feature = { name: "documents", stop: closeDrawing };

const photos: Feature = { name: "photos", start: startDrawingPhotos, stop: stopDrawingPhotos };

export const features: Feature[] = [
  deals,
  live,
  conversation,
  absences,
  deposits,
  papers,
  table,
  stock,
  merchandising,
  uploads,
  documents,
  photos,
  credit,
];
