import type { DealEdit } from "#machines/deal/deal-events";
import type { EditAnswer } from "#app/deals/edit-answer";

export interface OutgoingEdit {
  editId: string;
  seenRevision: number;
  edit: DealEdit;
}

export interface EditOutbox {
  /** Settles with the one answer, however long the line is down in between. */
  add(edit: DealEdit, seenRevision: number): Promise<EditAnswer>;
  /** Sends what waits, if the line is open. */
  flush(): void;
}

export interface OutboxLine {
  isOpen(): boolean;
  /** Null when no answer came or the answer was "not now": the same edit is sent again. */
  sendOnce(edit: OutgoingEdit): Promise<EditAnswer | null>;
  waiting(count: number): void;
}

/** A version 4 UUID. `crypto.randomUUID` is missing on a page that a phone opened over plain HTTP in the showroom. */
export function newEditId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Edits on their way: one at a time and in order, because an edit may rest on the one before it. */
export function editOutbox(line: OutboxLine): EditOutbox {
  const unanswered: (OutgoingEdit & { settle(answer: EditAnswer): void })[] = [];
  let sending = false;

  async function sendAll(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (;;) {
        const next = unanswered[0];
        if (!next || !line.isOpen()) return;
        const answer = await line.sendOnce(next);
        if (!answer) continue;
        unanswered.shift();
        next.settle(answer);
        line.waiting(unanswered.length);
      }
    } finally {
      sending = false;
    }
  }

  return {
    add: (edit, seenRevision) =>
      new Promise((settle) => {
        unanswered.push({ editId: newEditId(), seenRevision, edit, settle });
        line.waiting(unanswered.length);
        void sendAll();
      }),
    flush: () => void sendAll(),
  };
}
