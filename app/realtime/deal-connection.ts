import { io, type Socket } from "socket.io-client";
import { dealPermissions } from "#machines/deal/deal-permissions";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import type { EditAnswer } from "#app/deals/edit-answer";
import { applyPatch } from "./apply-patch";
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

interface Unanswered {
  editId: string;
  seenRevision: number;
  edit: DealEdit;
  settle(answer: EditAnswer): void;
}

type Line = Socket<ServerToClient, ClientToServer>;

/** A version 4 UUID. `crypto.randomUUID` is missing on a page that a phone opened over plain HTTP in the showroom. */
export function newEditId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * One card's line to the server. Keeps the newest view, asks for what it missed, and sends every edit until it has its
 * one answer: over a broken line it waits, and goes out again under the same id when the line is back.
 */
export function connectDeal(dealId: string, initial: DealView, events: DealConnectionEvents): DealConnection {
  const socket: Line = io({ transports: ["websocket", "polling"], ...RECONNECT });
  const unanswered: Unanswered[] = [];
  const early = new Map<number, DealPatch>();
  let view = initial;
  let joined = false;
  let sending = false;
  let yourKey = "";
  let gapTimer: ReturnType<typeof setTimeout> | null = null;
  let lastPresence: Omit<PresenceMessage, "dealId"> | null = null;

  function take(patch: DealPatch): void {
    if (patch.dealId !== dealId || patch.revision <= view.revision) return;
    early.set(patch.revision, patch);
    for (let next = early.get(view.revision + 1); next; next = early.get(view.revision + 1)) {
      early.delete(next.revision);
      const before = view;
      view = applyPatch(before, next);
      events.patched(before, view, next);
    }
    if (early.size > 0) gapTimer ??= setTimeout(join, GAP_MS);
  }

  function join(): void {
    if (gapTimer) clearTimeout(gapTimer);
    gapTimer = null;
    socket.timeout(ANSWER_MS).emit("deal:join", { dealId, lastRevision: view.revision }, (error, answer) => {
      if (error) return void setTimeout(() => socket.connected && join(), RETRY_MS);
      takeJoin(answer);
    });
  }

  function takeJoin(answer: JoinAnswer): void {
    if (answer.status === "notFound") return events.line("ended");
    if (answer.status !== "joined") return void setTimeout(() => socket.connected && join(), RETRY_MS);
    if (answer.protocol !== PROTOCOL_VERSION) return events.line("reload");
    if (answer.caughtUp.kind === "snapshot") {
      view = answer.caughtUp.view;
      early.clear();
      events.replaced(view);
    } else {
      for (const patch of answer.caughtUp.patches) take(patch);
    }
    joined = true;
    yourKey = answer.yourKey;
    events.people(answer.people, yourKey);
    events.line("live");
    if (lastPresence) socket.emit("deal:presence", { dealId, ...lastPresence });
    void sendAll();
  }

  /** One at a time and in order: an edit may rest on the one before it. */
  async function sendAll(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (;;) {
        const next = unanswered[0];
        if (!next || !joined) return;
        const answer = await sendOnce(next);
        if (!answer) continue;
        unanswered.shift();
        next.settle(answer);
        events.waiting(unanswered.length);
      }
    } finally {
      sending = false;
    }
  }

  async function sendOnce({ editId, edit, seenRevision }: Unanswered): Promise<EditAnswer | null> {
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

  socket.on("connect", join);
  socket.on("disconnect", (reason) => {
    joined = false;
    events.line(reason === "io server disconnect" ? "ended" : "offline");
  });
  socket.on("connect_error", (error) => events.line(error.message === "signInFirst" ? "ended" : "offline"));
  socket.on("deal:patch", take);
  socket.on("deal:head", ({ revision }) => {
    if (revision > view.revision && joined) gapTimer ??= setTimeout(join, GAP_MS);
  });
  socket.on("deal:people", (message) => {
    if (message.dealId === dealId) events.people(message.people, yourKey);
  });
  socket.on("server:draining", () => events.line("offline"));

  return {
    send: (edit) =>
      new Promise((settle) => {
        unanswered.push({ editId: newEditId(), seenRevision: view.revision, edit, settle });
        events.waiting(unanswered.length);
        void sendAll();
      }),
    presence(message) {
      lastPresence = message;
      if (joined) socket.emit("deal:presence", { dealId, ...message });
    },
    close() {
      if (gapTimer) clearTimeout(gapTimer);
      socket.disconnect();
    },
  };
}
