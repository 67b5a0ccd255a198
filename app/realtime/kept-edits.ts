import type { OutgoingEdit } from "./edit-outbox";

const DATABASE = "deal-jacket";
const EDITS = "edits";
const BY_CARD = "card";
const VERSION = 1;
/** Nobody remembers what they wanted to change longer than this ago; after it a wish is dropped, not applied. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1_000;
/** One card's waiting changes: a week of typing without a line. */
const MOST_EDITS = 500;

/** Where unsent edits wait through a reload and a closed tab. */
export interface KeptEdits {
  /** Those of this card and person, in the order of typing. */
  load(): Promise<OutgoingEdit[]>;
  keep(edit: OutgoingEdit): Promise<void>;
  drop(editId: string): Promise<void>;
}

interface KeptRow extends OutgoingEdit {
  card: string;
  order: number;
  keptAt: number;
}

/** A page may not have IndexedDB (private windows, old browsers): then edits wait in the open page, as they always could. */
export function keptEdits(dealId: string, whose: string): KeptEdits {
  const card = `${dealId} ${whose}`;
  const opened = openStore();
  const during = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> => {
    const database = await opened;
    if (!database) return null;
    const transaction = database.transaction(EDITS, mode);
    const request = work(transaction.objectStore(EDITS));
    await settled(transaction);
    return request.result;
  };
  return {
    async load() {
      const rows = ((await during("readonly", (store) => store.index(BY_CARD).getAll(card))) ?? []) as KeptRow[];
      const oldest = Date.now() - KEPT_MS;
      for (const row of rows) if (row.keptAt < oldest) await during("readwrite", (store) => store.delete(row.editId));
      return rows
        .filter(({ keptAt }) => keptAt >= oldest)
        .toSorted((one, other) => one.order - other.order)
        .slice(0, MOST_EDITS)
        .map(({ editId, seenRevision, madeAt, edit }) => ({ editId, seenRevision, madeAt, edit }));
    },
    async keep(edit) {
      const row: KeptRow = { ...edit, card, order: nextOrder(), keptAt: Date.now() };
      await during("readwrite", (store) => store.put(row));
    },
    async drop(editId) {
      await during("readwrite", (store) => store.delete(editId));
    },
  };
}

let lastOrder = 0;

/** Grows with the clock and never stands still, so that two edits of one moment keep their order. */
function nextOrder(): number {
  lastOrder = Math.max(Date.now(), lastOrder + 0.001);
  return lastOrder;
}

function openStore(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(DATABASE, VERSION);
      opening.addEventListener("upgradeneeded", () => {
        const store = opening.result.createObjectStore(EDITS, { keyPath: "editId" });
        store.createIndex(BY_CARD, "card");
      });
      opening.addEventListener("success", () => resolve(opening.result));
      for (const trouble of ["error", "blocked"]) opening.addEventListener(trouble, () => resolve(null));
    } catch {
      resolve(null);
    }
  });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    const fail = () => reject(transaction.error ?? new Error("not kept"));
    for (const trouble of ["abort", "error"]) transaction.addEventListener(trouble, fail);
  });
}
