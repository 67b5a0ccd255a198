import type { Database, SqlExecutor } from "#app/platform/database.server";

type Statement = "journal" | "heads" | "effects" | "other";

function kindOf(text: string): Statement {
  if (/insert into "JournalEntry"/.test(text)) return "journal";
  if (/max\("revision"\)/.test(text) && /any\(\$1/.test(text)) return "heads";
  if (/pgboss/i.test(text)) return "effects";
  return "other";
}

export interface WatchedDatabase extends Database {
  /** Something was asked of it and is not answered yet. */
  isBusy(): boolean;
  /** Rows of each insert into the journal that reached the database, in order. */
  batches: number[];
  /** What happens to the next statements of a kind, instead of or after the real work. */
  onNext(kind: Statement, fault: Fault): void;
}

/** `before` keeps the statement from the database; `after` lets it be done and loses the answer. */
export interface Fault {
  before?: () => Promise<void> | void;
  after?: () => Promise<void> | void;
  times?: number;
}

/** A database whose answers a test can hold back, lose, or turn into errors. */
export function watchedDatabase(real: Database): WatchedDatabase {
  const faults: { kind: Statement; fault: Fault; left: number }[] = [];
  const batches: number[] = [];
  let underWay = 0;

  function take(kind: Statement): Fault | null {
    const found = faults.find((one) => one.kind === kind && one.left > 0);
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }

  const watched = (executor: SqlExecutor): SqlExecutor => ({
    async query<Row>(text: string, params?: unknown[], name?: string) {
      const kind = kindOf(text);
      const fault = take(kind);
      underWay += 1;
      try {
        await fault?.before?.();
        const answer = await executor.query<Row>(text, params, name);
        if (kind === "journal") batches.push((JSON.parse(String(params?.[0])) as unknown[]).length);
        await fault?.after?.();
        return answer;
      } finally {
        underWay -= 1;
      }
    },
  });

  return {
    ...real,
    ...watched(real),
    transaction: (work) => real.transaction((tx) => work(watched(tx))),
    batches,
    isBusy: () => underWay > 0,
    onNext: (kind, fault) => void faults.push({ kind, fault, left: fault.times ?? 1 }),
  };
}

/** A promise and its key: for holding a commit open while the test looks around. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** The next turns of the event loop: enough for everything that waits for nothing outside. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}
