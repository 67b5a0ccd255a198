import { dealPermissions } from "#machines/deal/deal-permissions";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import type { EditAnswer } from "#app/deals/edit-answer";
import { type DealLine, type DealWire, socketWire } from "./deal-wire";
import { type EditOutbox, editOutbox, type OutgoingEdit, type WaitingEdit } from "./edit-outbox";
import type { KeptEdits } from "./kept-edits";
import { patchSequence } from "./patch-sequence";
import {
  type DealPatch,
  type JoinAnswer,
  type PresenceMessage,
  type PresentPerson,
  PROTOCOL_VERSION,
} from "./protocol";

export type { DealLine } from "./deal-wire";

/** A patch that comes too early waits this long for the one before it; then the gap is asked for. */
const GAP_MS = 200;
/** After "not now", or no answer: a moment, and not the same one for everybody. */
const RETRY_MS = 1_500;

export interface DealConnectionEvents {
  /** `stalled`: the line is up, and the store does not take changes just now. */
  line(state: "connecting" | "live" | "stalled" | "offline" | "reload" | "ended"): void;
  patched(before: DealView, after: DealView, patch: DealPatch): void;
  replaced(view: DealView): void;
  people(people: PresentPerson[], yourKey: string): void;
  /** Edits that are not answered, and those that are but that the view does not show yet. */
  waiting(unanswered: readonly WaitingEdit[], unseen: readonly WaitingEdit[]): void;
  /** The answer to an edit that was made before this page was opened. */
  answeredLate(edit: DealEdit, answer: EditAnswer): void;
}

export interface DealConnection {
  send(edit: DealEdit): Promise<EditAnswer>;
  presence(message: Omit<PresenceMessage, "dealId">): void;
  socket: DealLine | null;
  close(): void;
}

/** What a test replaces: the line itself, the browser's storage, and time. */
export interface DealConnectionParts {
  line?: DealWire;
  kept?: KeptEdits;
  pause?: (ms: number) => Promise<void>;
}

const realPause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const jittered = (ms: number) => ms * (0.75 + Math.random() / 2);

/**
 * One card's line to the server. Keeps the newest view, asks for what it missed, and sends every edit until it has its
 * one answer: over a broken line it waits, and goes out again under the same id when the line is back.
 */
export function connectDeal(
  dealId: string,
  initial: DealView,
  events: DealConnectionEvents,
  parts: DealConnectionParts = {},
): DealConnection {
  const deal = new ConnectedDeal(dealId, initial, events, parts);
  return {
    send: (edit) => deal.send(edit),
    presence: (message) => deal.presence(message),
    socket: deal.line.socket,
    close: () => deal.close(),
  };
}

class ConnectedDeal {
  readonly line: DealWire;
  #pause: (ms: number) => Promise<void>;
  #sequence: ReturnType<typeof patchSequence>;
  #outbox: EditOutbox;
  #joined = false;
  #over = false;
  #joining = false;
  #gapIsNoted = false;
  #headTold = 0;
  #yourKey = "";
  #lastPresence: Omit<PresenceMessage, "dealId"> | null = null;

  constructor(
    readonly dealId: string,
    initial: DealView,
    readonly events: DealConnectionEvents,
    { line = socketWire(), kept, pause = realPause }: DealConnectionParts,
  ) {
    this.line = line;
    this.#pause = pause;
    this.#sequence = patchSequence(initial, (before, after, patch) => {
      events.patched(before, after, patch);
      this.#outbox.shownUpTo(after.revision);
    });
    this.#outbox = editOutbox(
      {
        isOpen: () => this.#joined,
        sendOnce: (edit) => this.#sendOnce(edit),
        waiting: events.waiting,
        answeredLate: ({ edit }, answer) => events.answeredLate(edit, answer),
      },
      kept,
    );
    this.#listen();
    // In a test the line may be up before anybody listens.
    if (line.isUp()) void this.#join();
  }

  send(edit: DealEdit): Promise<EditAnswer> {
    return this.#outbox.add(edit, this.#sequence.view().revision);
  }

  presence(message: Omit<PresenceMessage, "dealId">): void {
    this.#lastPresence = message;
    if (this.#joined) this.line.tell("deal:presence", { dealId: this.dealId, ...message });
  }

  close(): void {
    this.#over = true;
    this.#outbox.close();
    this.line.close();
  }

  #listen(): void {
    const { line, dealId, events } = this;
    line.onUp(() => void this.#join());
    line.onDown((why) => {
      if (this.#over) return;
      this.#joined = false;
      if (why === "ended") this.#end("ended");
      else events.line("offline");
    });
    line.onTold("server:draining", () => events.line("offline"));
    line.onTold("deal:patch", (patch) => {
      if (patch.dealId !== dealId || this.#over) return;
      this.#sequence.take(patch);
      if (this.#sequence.hasGap()) void this.#noteGap();
    });
    line.onTold("deal:head", (head) => {
      if (head.dealId !== dealId) return;
      this.#headTold = head.revision;
      if (this.#isBehind()) void this.#noteGap();
    });
    line.onTold("deal:people", (message) => {
      if (message.dealId === dealId) events.people(message.people, this.#yourKey);
    });
  }

  async #sendOnce({ editId, edit, seenRevision }: OutgoingEdit): Promise<EditAnswer | null> {
    const { dealId, events } = this;
    const commitment = "needsCurrentRevision" in dealPermissions[edit.type];
    const answer = await this.line.ask("deal:edit", { dealId, editId, edit, ...(commitment && { seenRevision }) });
    if (answer && answer.status !== "again") {
      if (this.#joined) events.line("live");
      return answer;
    }
    // No answer is not a "no": it is asked for again under the same id.
    if (this.#joined && answer?.reason !== "rate") events.line("stalled");
    await this.#pause(jittered(RETRY_MS));
    return null;
  }

  /** Patches of one burst may overtake each other; what is still missing after a moment was lost. */
  async #noteGap(): Promise<void> {
    if (this.#gapIsNoted) return;
    this.#gapIsNoted = true;
    await this.#pause(GAP_MS);
    this.#gapIsNoted = false;
    if (this.#isBehind()) void this.#join();
  }

  #canAsk(): boolean {
    return this.line.isUp() && !this.#over;
  }

  #isBehind(): boolean {
    return this.#joined && (this.#sequence.hasGap() || this.#headTold > this.#sequence.view().revision);
  }

  async #join(): Promise<void> {
    if (this.#joining || this.#over) return;
    this.#joining = true;
    try {
      while (this.#canAsk()) {
        const { revision } = this.#sequence.view();
        const answer = await this.line.ask("deal:join", { dealId: this.dealId, lastRevision: revision });
        if (answer && answer.status !== "again") return this.#answerToJoin(answer);
        await this.#pause(jittered(RETRY_MS));
      }
    } finally {
      this.#joining = false;
    }
    // The line came back in between, with nobody looking.
    if (this.#canAsk() && !this.#joined) void this.#join();
  }

  #answerToJoin(answer: Exclude<JoinAnswer, { status: "again" }>): void {
    const { events, dealId } = this;
    // A page from before an upgrade must neither read nor write what it may not understand. What it keeps is sent later.
    if (answer.status === "joined" && answer.protocol !== PROTOCOL_VERSION) return this.#end("reload");
    if (answer.status !== "joined") return this.#end("ended");
    const { caughtUp, people, yourKey } = answer;
    if (caughtUp.kind === "snapshot") {
      // Told before what follows it: patches that had come too early go on from there.
      events.replaced(caughtUp.view);
      this.#sequence.replace(caughtUp.view);
    } else for (const patch of caughtUp.patches) this.#sequence.take(patch);
    this.#outbox.shownUpTo(this.#sequence.view().revision);
    this.#joined = true;
    this.#yourKey = yourKey;
    events.people(people, yourKey);
    events.line("live");
    if (this.#lastPresence) this.line.tell("deal:presence", { dealId, ...this.#lastPresence });
    this.#outbox.flush();
    if (this.#isBehind()) void this.#noteGap();
  }

  #end(state: "reload" | "ended"): void {
    this.#over = true;
    this.#joined = false;
    this.#outbox.close();
    this.line.close();
    this.events.line(state);
  }
}
