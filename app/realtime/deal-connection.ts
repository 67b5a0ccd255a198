import { io, type Socket } from "socket.io-client";
import { dealPermissions } from "#machines/deal/deal-permissions";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import type { EditAnswer } from "#app/deals/edit-answer";
import { editOutbox, type OutgoingEdit } from "./edit-outbox";
import { patchSequence } from "./patch-sequence";
import {
  type ClientToServer,
  type DealPatch,
  type JoinAnswer,
  type PresenceMessage,
  type PresentPerson,
  PROTOCOL_VERSION,
  type ServerToClient,
} from "./protocol";

/** An answer that takes longer is asked for again, under the same edit id. */
const ANSWER_MS = 8_000;
/** A patch that comes too early waits this long for the one before it; then the gap is asked for. */
const GAP_MS = 200;
const RETRY_MS = 1_500;
/** Reconnecting starts quickly and backs off with jitter, so that a restart is not met by everybody at once. */
const RECONNECT = { reconnectionDelay: 400, reconnectionDelayMax: 8_000, randomizationFactor: 0.5 };

export interface DealConnectionEvents {
  line(state: "connecting" | "live" | "offline" | "reload" | "ended"): void;
  patched(before: DealView, after: DealView, patch: DealPatch): void;
  replaced(view: DealView): void;
  people(people: PresentPerson[], yourKey: string): void;
  waiting(count: number): void;
}

export interface DealConnection {
  send(edit: DealEdit): Promise<EditAnswer>;
  presence(message: Omit<PresenceMessage, "dealId">): void;
  close(): void;
}

type Line = Socket<ServerToClient, ClientToServer>;

/**
 * One card's line to the server. Keeps the newest view, asks for what it missed, and sends every edit until it has its
 * one answer: over a broken line it waits, and goes out again under the same id when the line is back.
 */
export function connectDeal(dealId: string, initial: DealView, events: DealConnectionEvents): DealConnection {
  const socket: Line = io({ transports: ["websocket", "polling"], ...RECONNECT });
  const sequence = patchSequence(initial, events.patched);
  let joined = false;
  let yourKey = "";
  let gapTimer: ReturnType<typeof setTimeout> | undefined;
  let lastPresence: Omit<PresenceMessage, "dealId"> | null = null;
  const outbox = editOutbox({
    isOpen: () => joined,
    sendOnce: (edit) => sendEdit(socket, dealId, edit),
    waiting: events.waiting,
  });
  const askForGap = () => {
    gapTimer ??= setTimeout(join, GAP_MS);
  };
  function join(): void {
    clearTimeout(gapTimer);
    gapTimer = undefined;
    const message = { dealId, lastRevision: sequence.view().revision };
    socket.timeout(ANSWER_MS).emit("deal:join", message, (error, answer) => {
      if (error || answer.status === "again") return void setTimeout(() => socket.connected && join(), RETRY_MS);
      if (answer.status !== "joined") return events.line("ended");
      if (answer.protocol !== PROTOCOL_VERSION) return events.line("reload");
      takeJoin(answer);
    });
  }

  function takeJoin({ caughtUp, people, yourKey: key }: Extract<JoinAnswer, { status: "joined" }>): void {
    if (caughtUp.kind === "snapshot") {
      sequence.replace(caughtUp.view);
      events.replaced(caughtUp.view);
    } else {
      for (const patch of caughtUp.patches) sequence.take(patch);
    }
    joined = true;
    yourKey = key;
    events.people(people, yourKey);
    events.line("live");
    if (lastPresence) socket.emit("deal:presence", { dealId, ...lastPresence });
    outbox.flush();
  }

  tellLine(socket, events.line, () => {
    joined = false;
  });
  socket.on("connect", join);
  socket.on("deal:patch", (patch) => {
    if (patch.dealId !== dealId) return;
    sequence.take(patch);
    if (sequence.hasGap()) askForGap();
  });
  socket.on("deal:head", ({ revision }) => {
    if (joined && revision > sequence.view().revision) askForGap();
  });
  socket.on("deal:people", (message) => {
    if (message.dealId === dealId) events.people(message.people, yourKey);
  });

  return {
    send: (edit) => outbox.add(edit, sequence.view().revision),
    presence(message) {
      lastPresence = message;
      if (joined) socket.emit("deal:presence", { dealId, ...message });
    },
    close() {
      clearTimeout(gapTimer);
      socket.disconnect();
    },
  };
}

/** The line's own ups and downs. A server that hangs up on purpose means the session is over; anything else comes back. */
function tellLine(socket: Line, line: DealConnectionEvents["line"], lost: () => void): void {
  socket.on("disconnect", (reason) => {
    lost();
    line(reason === "io server disconnect" ? "ended" : "offline");
  });
  socket.on("connect_error", (error) => line(error.message === "signInFirst" ? "ended" : "offline"));
  socket.on("server:draining", () => line("offline"));
}

async function sendEdit(socket: Line, dealId: string, outgoing: OutgoingEdit): Promise<EditAnswer | null> {
  const { editId, edit, seenRevision } = outgoing;
  const commitment = "needsCurrentRevision" in dealPermissions[edit.type];
  const message = { dealId, editId, edit, ...(commitment && { seenRevision }) };
  try {
    const answer = await socket.timeout(ANSWER_MS).emitWithAck("deal:edit", message);
    if (answer.status !== "again") return answer;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  } catch {
    // No answer is not a "no": it is asked for again under the same id.
  }
  return null;
}
