import type { DealEdit } from "#machines/deal/deal-events";
import type { EditAnswer } from "#app/deals/edit-answer";
import type { KeptEdits } from "./kept-edits";
import { isKeepable } from "./keepable-edits";

export interface OutgoingEdit {
  editId: string;
  seenRevision: number;
  /** When it was made on this device, for showing it there; the server has its own clock. */
  madeAt: string;
  edit: DealEdit;
}

/** An edit that the confirmed card does not show yet, and whether it would survive the closing of the page. */
export interface WaitingEdit extends OutgoingEdit {
  kept: boolean;
}

export interface EditOutbox {
  /** Settles with the one answer, however long the line is down in between. */
  add(edit: DealEdit, seenRevision: number): Promise<EditAnswer>;
  /** Sends what waits, if the line is open. */
  flush(): void;
  /** The card shows everything up to this revision: what was waiting only to be seen on it is done. */
  shownUpTo(revision: number): void;
  close(): void;
}

export interface OutboxLine {
  isOpen(): boolean;
  /** Null when no answer came or the answer was "not now": the same edit is sent again. */
  sendOnce(edit: OutgoingEdit): Promise<EditAnswer | null>;
  /** Unanswered edits in the order of typing, and those answered that the card does not show yet. */
  waiting(unanswered: readonly WaitingEdit[], unseen: readonly WaitingEdit[]): void;
  /** The answer to an edit of an earlier page, whose sender is gone. */
  answeredLate(edit: OutgoingEdit, answer: EditAnswer): void;
}

/** A version 4 UUID. `crypto.randomUUID` is missing on a page that a phone opened over plain HTTP in the showroom. */
export function newEditId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

type Unanswered = WaitingEdit & { settle(answer: EditAnswer): void };

const nothingKept: KeptEdits = {
  load: () => Promise.resolve([]),
  keep: () => Promise.resolve(),
  drop: () => Promise.resolve(),
};

/** Storage that fails is no worse than storage that is not there. */
const quietly = (work: Promise<void>) => void work.catch(() => undefined);

/**
 * Edits on their way: one at a time and in order, because an edit may rest on the one before it. What may be kept is
 * also in the browser's storage until it is answered, so that a reload or a closed tab loses nothing; the server answers
 * a repeat with the first answer, so that sending once too often does nothing.
 */
export function editOutbox(line: OutboxLine, store: KeptEdits = nothingKept): EditOutbox {
  const unanswered: Unanswered[] = [];
  let unseen: (WaitingEdit & { revision: number })[] = [];
  let shown = 0;
  let sending = false;
  let closed = false;
  const tell = () => line.waiting([...unanswered], [...unseen]);
  const restored = store.load().then(takeUp, () => undefined);

  /** Edits of an earlier page go first: they were typed first. */
  function takeUp(kept: readonly OutgoingEdit[]): void {
    const known = new Set(unanswered.map(({ editId }) => editId));
    const earlier = kept.filter(({ editId }) => !known.has(editId));
    const settleLate = (edit: OutgoingEdit) => (answer: EditAnswer) => line.answeredLate(edit, answer);
    unanswered.unshift(...earlier.map((edit) => ({ ...edit, kept: true, settle: settleLate(edit) })));
    if (earlier.length > 0) tell();
  }

  function answered(edit: Unanswered, answer: EditAnswer): void {
    unanswered.shift();
    if (edit.kept) quietly(store.drop(edit.editId));
    if (answer.status === "applied" || answer.status === "repeated")
      if (answer.revision > shown) unseen.push({ ...edit, revision: answer.revision });
    tell();
    edit.settle(answer);
  }

  async function sendAll(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      await restored;
      for (;;) {
        const next = unanswered[0];
        if (!next || closed || !line.isOpen()) return;
        const answer = await line.sendOnce(next);
        if (answer) answered(next, answer);
      }
    } finally {
      sending = false;
    }
  }

  return {
    add: (edit, seenRevision) =>
      new Promise((settle) => {
        const outgoing = { editId: newEditId(), seenRevision, madeAt: new Date().toISOString(), edit };
        const kept = isKeepable(edit);
        unanswered.push({ ...outgoing, kept, settle });
        if (kept) quietly(store.keep(outgoing));
        tell();
        void sendAll();
      }),
    flush: () => void sendAll(),
    shownUpTo(revision) {
      shown = revision;
      const left = unseen.filter((edit) => edit.revision > revision);
      if (left.length === unseen.length) return;
      unseen = left;
      tell();
    },
    close() {
      closed = true;
    },
  };
}
