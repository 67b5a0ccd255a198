import { randomUUID } from "node:crypto";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import type { EditAnswer } from "#app/deals/edit-answer";
import { applyPatch } from "#app/realtime/apply-patch";
import type { DealPatch, JoinAnswer } from "#app/realtime/protocol";
import { type Line, openLine } from "./live-line";

export interface Acknowledged {
  dealId: string;
  editId: string;
  revision: number;
  edit: DealEdit;
}

/** A client as the protocol asks for it: comes back by itself, catches up, and sends an edit until it has its answer. */
export interface TenaciousLine {
  view(): DealView | null;
  /** When it last was joined, by performance.now(). */
  joinedAt(): number;
  acknowledged: Acknowledged[];
  edit(edit: DealEdit): Promise<EditAnswer>;
  close(): void;
}

const ANSWER_MS = 4_000;
const breath = () => new Promise((resolve) => setTimeout(resolve, 25));

export async function openTenaciousLine(url: string, cookie: string, dealId: string): Promise<TenaciousLine> {
  const line: Line = await openLine(url, { cookie, reconnection: true });
  const { socket } = line;
  socket.io.reconnectionDelay(50);
  socket.io.reconnectionDelayMax(200);
  let view: DealView | null = null;
  let joinedAt = -Infinity;
  const state = { joined: false, closed: false };
  const acknowledged: Acknowledged[] = [];

  function take(patch: DealPatch): void {
    if (!view || patch.revision <= view.revision) return;
    if (patch.revision === view.revision + 1) view = applyPatch(view, patch);
    else void join();
  }

  async function join(): Promise<void> {
    const answer: JoinAnswer | null = await line.ask(dealId, view?.revision).catch(() => null);
    if (answer?.status !== "joined") {
      await breath();
      if (socket.connected && !state.closed) await join();
      return;
    }
    if (answer.caughtUp.kind === "snapshot") view = answer.caughtUp.view;
    else for (const patch of answer.caughtUp.patches) take(patch);
    state.joined = true;
    joinedAt = performance.now();
  }

  socket.on("connect", () => void join());
  socket.on("disconnect", () => (state.joined = false));
  socket.on("deal:patch", take);
  socket.on("deal:head", ({ revision }) => void (view && revision > view.revision && join()));
  await join();

  async function edit(wanted: DealEdit): Promise<EditAnswer> {
    const editId = randomUUID();
    for (;;) {
      while (!state.joined) {
        if (state.closed) throw new Error("the line was closed with an edit on it");
        await breath();
      }
      const message = { dealId, editId, edit: wanted };
      const answer = await socket
        .timeout(ANSWER_MS)
        .emitWithAck("deal:edit", message)
        .catch(() => null);
      if (!answer || answer.status === "again") {
        await breath();
        continue;
      }
      if (answer.status !== "refused") acknowledged.push({ dealId, editId, revision: answer.revision, edit: wanted });
      return answer;
    }
  }

  return {
    view: () => view,
    joinedAt: () => joinedAt,
    acknowledged,
    edit,
    close() {
      state.closed = true;
      line.close();
    },
  };
}
