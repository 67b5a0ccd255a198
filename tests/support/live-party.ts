import type { Server as SocketServer } from "socket.io";
import { expect } from "vitest";
import { assert } from "#machines/assert";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import type { Audience } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import type { JournalRow } from "#app/deals/deal-journal.server";
import { hotDeal } from "#app/deals/hot-deals.server";
import { connectDeal, type DealConnection } from "#app/realtime/deal-connection";
import type { OutgoingEdit, WaitingEdit } from "#app/realtime/edit-outbox";
import type { KeptEdits } from "#app/realtime/kept-edits";
import { type Disorder, memoryWire, type MemoryWire } from "./in-memory-wire";
import type { VirtualTime } from "./virtual-time";

/** One person on a card with the product's own client, over a network of the test's making. */
export interface Party {
  audience: Audience;
  view(): DealView;
  wire(): MemoryWire;
  type(edit: DealEdit): void;
  /** The page is closed and opened again: what is in the browser's storage is all that remains of it. */
  reload(): void;
  refused(): readonly DealEdit[];
  keptIds(): string[];
  /** Every edit typed here stands in the journal exactly once and in the order of typing, or was refused in plain sight. */
  expectNothingLost(rows: readonly JournalRow[]): void;
  close(): void;
}

export interface PartyOptions {
  io: SocketServer;
  cookie: string;
  dealId: string;
  audience: Audience;
  time: VirtualTime;
  sky: Disorder;
}

/** The browser's storage of one person, which outlives the page. */
export function memoryKept(): KeptEdits & { rows: Map<string, OutgoingEdit> } {
  const rows = new Map<string, OutgoingEdit>();
  return {
    rows,
    load: () => Promise.resolve([...rows.values()]),
    keep: (edit) => Promise.resolve(void rows.set(edit.editId, edit)),
    drop: (editId) => Promise.resolve(void rows.delete(editId)),
  };
}

const sameEdit = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

export async function openParty({ io, cookie, dealId, audience, time, sky }: PartyOptions): Promise<Party> {
  const deal = await hotDeal(dealId);
  assert(deal, "the deal exists");
  const loaded = JSON.parse(JSON.stringify(viewOf(deal.committed, audience))) as DealView;
  const kept = memoryKept();
  const typed: DealEdit[] = [];
  const refused: DealEdit[] = [];
  let view = loaded;
  let waiting: readonly WaitingEdit[] = [];
  let wire: MemoryWire;
  let connection: DealConnection;
  const note = (edit: DealEdit, answer: EditAnswer) => void (answer.status === "refused" && refused.push(edit));

  function openPage(): void {
    view = loaded;
    waiting = [];
    wire = memoryWire(io, cookie, time, sky);
    connection = connectDeal(
      dealId,
      loaded,
      {
        line: () => undefined,
        patched: (before, after) => {
          expect(after.revision).toBe(before.revision + 1);
          view = after;
        },
        replaced: (next) => (view = next),
        people: () => undefined,
        waiting: (unanswered) => (waiting = unanswered),
        answeredLate: note,
      },
      { line: wire, kept, pause: time.pause },
    );
  }
  openPage();

  return {
    audience,
    view: () => view,
    wire: () => wire,
    type(edit) {
      typed.push(edit);
      void connection.send(edit).then((answer) => note(edit, answer));
    },
    reload() {
      // What may not be kept would be lost with the page; a person is asked before that, and stays.
      if (waiting.some(({ kept: isKept }) => !isKept)) return;
      connection.close();
      openPage();
    },
    refused: () => refused,
    keptIds: () => [...kept.rows.keys()],
    expectNothingLost(rows) {
      expect(waiting).toEqual([]);
      expect([...kept.rows.values()]).toEqual([]);
      const places = typed
        .filter((edit) => !refused.includes(edit) && !refused.some((one) => sameEdit(one, edit)))
        .map((edit) => {
          const found = rows.filter(({ event }) => sameEdit(event, edit));
          expect(found.map(() => edit)).toEqual([edit]);
          return found[0]!.revision;
        });
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      for (const edit of refused) expect(rows.filter(({ event }) => sameEdit(event, edit))).toEqual([]);
    },
    close: () => connection.close(),
  };
}
