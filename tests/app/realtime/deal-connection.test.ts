import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import type { EditAnswer } from "#app/deals/edit-answer";
import { connectDeal } from "#app/realtime/deal-connection";
import type { DealWire } from "#app/realtime/deal-wire";
import type { OutgoingEdit } from "#app/realtime/edit-outbox";
import { isKeepable } from "#app/realtime/keepable-edits";
import type { DealPatch, EditMessage, JoinMessage } from "#app/realtime/protocol";
import { PROTOCOL_VERSION } from "#app/realtime/protocol";
import { aDeal } from "#tests/support/a-deal";
import { memoryKept } from "#tests/support/live-party";
import { until } from "#tests/support/until";

const start = viewOf(aDeal(), "customer");
const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });
const patch = (revision: number, dollars = revision): DealPatch => ({
  dealId: "d-1",
  revision,
  numbersRevision: revision,
  at: "2026-11-28T15:00:00.000Z",
  event: { type: "finance.cashDownSet", by: { kind: "customer", role: "customer", firstName: null } },
  life: start.life,
  statuses: start.statuses,
  kept: start.kept,
  slices: { finance: { ...start.card.finance, cashDown: cents(dollars * 100) } },
});

/** A line whose other end the test plays. */
function playedWire() {
  const heard = new EventEmitter();
  const joins: JoinMessage[] = [];
  const edits: EditMessage[] = [];
  const played = {
    up: false,
    closed: false,
    joins,
    edits,
    protocol: PROTOCOL_VERSION,
    patches: [] as DealPatch[],
    answerEdit: (_message: EditMessage): EditAnswer | null => ({ status: "applied", revision: start.revision + 1 }),
    connect() {
      played.up = true;
      heard.emit("up");
    },
    lose(why: "lost" | "ended" = "lost") {
      played.up = false;
      heard.emit("down", why);
    },
    tell: (event: string, message: unknown) => heard.emit(event, message),
  };
  const wire: DealWire = {
    isUp: () => played.up && !played.closed,
    ask(event, message) {
      if (event === "deal:edit") {
        edits.push(message as EditMessage);
        return Promise.resolve(played.answerEdit(message as EditMessage)) as never;
      }
      joins.push(message as JoinMessage);
      const caughtUp = { kind: "patches", patches: played.patches };
      const { protocol } = played;
      return Promise.resolve({
        status: "joined",
        audience: "customer",
        protocol,
        caughtUp,
        people: [],
        yourKey: "k",
      }) as never;
    },
    tell: () => undefined,
    onTold: (event, listener) => void heard.on(event, listener as (message: unknown) => void),
    onUp: (listener) => void heard.on("up", listener),
    onDown: (listener) => void heard.on("down", listener),
    close: () => void (played.closed = true),
    socket: null,
  };
  return { played, wire };
}

function connected(kept = memoryKept()) {
  const { played, wire } = playedWire();
  const seen = {
    lines: [] as string[],
    view: start as DealView,
    waiting: 0,
    unseen: 0,
    late: [] as { edit: DealEdit; answer: EditAnswer }[],
  };
  const connection = connectDeal(
    "d-1",
    start,
    {
      line: (state) => void seen.lines.push(state),
      patched: (_before, after) => void (seen.view = after),
      replaced: (view) => void (seen.view = view),
      people: () => undefined,
      waiting(unanswered, unseen) {
        seen.waiting = unanswered.length;
        seen.unseen = unseen.length;
      },
      answeredLate: (edit, answer) => void seen.late.push({ edit, answer }),
    },
    { line: wire, kept, pause: () => new Promise((resolve) => setTimeout(resolve, 1)) },
  );
  return { played, seen, connection, kept };
}

const live = async (one: ReturnType<typeof connected>) => {
  one.played.connect();
  await until("it is live", () => one.seen.lines.includes("live"));
  return one;
};

describe("catching up", () => {
  it("[P3] [P4] a gap is asked for with the last revision, and what came early goes on from there", async () => {
    const { played, seen } = await live(connected());
    const head = start.revision;
    played.patches = [patch(head + 1), patch(head + 2)];
    played.tell("deal:patch", patch(head + 3));
    await until("the gap is filled", () => seen.view.revision === head + 3);
    expect(played.joins).toEqual([
      { dealId: "d-1", lastRevision: head },
      { dealId: "d-1", lastRevision: head },
    ]);
  });

  it("[LIVE-06] a beat that names a newer revision is enough", async () => {
    const { played, seen } = await live(connected());
    played.patches = [patch(start.revision + 1)];
    played.tell("deal:head", { dealId: "d-another", revision: 99 });
    played.tell("deal:head", { dealId: "d-1", revision: start.revision + 1 });
    await until("the news is here", () => seen.view.revision === start.revision + 1);
    expect(played.joins).toHaveLength(2);
  });

  it("[P12] another protocol is answered with a reload: nothing more is read or sent, and what waits is kept", async () => {
    const one = connected();
    one.played.protocol = PROTOCOL_VERSION + 1;
    void one.connection.send(cashDown(4_000));
    one.played.connect();
    await until("it asks for a reload", () => one.seen.lines.includes("reload"));
    one.played.tell("deal:patch", patch(start.revision + 1));
    expect([one.played.closed, one.played.edits, one.seen.view]).toEqual([true, [], start]);
    expect([...one.kept.rows.values()].map(({ edit }) => edit)).toEqual([cashDown(4_000)]);
  });
});

describe("edits on their way", () => {
  it("[P8] [LIVE-02] without an answer the same edit goes out again under its id, and the next one waits for it", async () => {
    const { played, connection, seen } = await live(connected());
    let tries = 0;
    played.answerEdit = () => (++tries < 3 ? null : { status: "applied", revision: start.revision + tries - 2 });
    await Promise.all([connection.send(cashDown(1)), connection.send(cashDown(2))]);
    expect(played.edits.map(({ edit }) => edit)).toEqual([cashDown(1), cashDown(1), cashDown(1), cashDown(2)]);
    expect(new Set(played.edits.slice(0, 3).map(({ editId }) => editId)).size).toBe(1);
    expect(seen.lines).toContain("stalled");
    expect(seen.lines.at(-1)).toBe("live");
  });

  it("[LIVE-04] [P9] while the store takes none, that is said, and nothing is given up", async () => {
    const { played, connection, seen } = await live(connected());
    played.answerEdit = () => ({ status: "again", reason: "unavailable" });
    const sent = connection.send(cashDown(1));
    await until("it is said", () => seen.lines.at(-1) === "stalled");
    expect(seen.waiting).toBe(1);
    played.answerEdit = () => ({ status: "applied", revision: start.revision + 1 });
    expect(await sent).toMatchObject({ status: "applied" });
  });

  it("[P11] an answered edit is shown until the card itself shows it, so that no figure jumps back", async () => {
    const { played, connection, seen } = await live(connected());
    await connection.send(cashDown(4_000));
    expect([seen.waiting, seen.unseen]).toEqual([0, 1]);
    played.tell("deal:patch", patch(start.revision + 1, 4_000));
    expect([seen.unseen, seen.view.card.finance.cashDown]).toEqual([0, 400_000]);
  });

  it("[P13] [LIVE-12] what an earlier page kept goes first, under its own ids; a refusal of it is told with its reason", async () => {
    const kept = memoryKept();
    const earlier: OutgoingEdit = {
      editId: "e-1",
      seenRevision: 1,
      madeAt: "2026-11-27T00:00:00.000Z",
      edit: cashDown(9),
    };
    kept.rows.set(earlier.editId, earlier);
    const one = connected(kept);
    one.played.answerEdit = ({ editId }) =>
      editId === "e-1"
        ? { status: "refused", refusal: { code: "dealFrozen" } as never }
        : { status: "applied", revision: start.revision + 1 };
    const sent = one.connection.send(cashDown(10));
    await live(one);
    await sent;
    expect(one.played.edits.map(({ editId, edit }) => [editId === "e-1", edit])).toEqual([
      [true, cashDown(9)],
      [false, cashDown(10)],
    ]);
    expect(one.seen.late).toMatchObject([{ edit: cashDown(9), answer: { refusal: { code: "dealFrozen" } } }]);
    expect(kept.rows.size).toBe(0);
  });

  it("[LIVE-16] after the session ended nothing goes out any more", async () => {
    const { played, connection, seen } = await live(connected());
    played.lose("ended");
    void connection.send(cashDown(1));
    played.connect();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([seen.lines.at(-1), played.edits, played.closed]).toEqual(["ended", [], true]);
  });

  it.each<DealEdit>([
    { type: "customer.identified", firstName: "Theo", lastName: "", email: "", phone: "" },
    { type: "customer.addressStated", street: "1 Elm", city: "L", region: "IL", postcode: "60601" },
    { type: "note.added", text: "Call back" },
    { type: "finance.creditBandStated", creditBand: "fair" },
    { type: "trade.acvAppraised", acv: cents(1), recon: cents(1) },
    { type: "finance.termsAgreed" },
  ])("[SEC-10] [P13] never waits in the browser's storage: $type", (edit) => {
    expect(isKeepable(edit)).toBe(false);
  });
});
