// Edits in a closed loop: everybody sends one, waits for its answer and sends the next.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { newest, received } from "./lean-parser.mjs";

const CASH_DOWN_CENTS = [150_000, 200_000, 250_000, 300_000];
const TERM_MONTHS = [48, 60, 72];
const TRADE_ANSWERS = [
  ["tires", "worn"],
  ["keys", "one"],
  ["accidents", "repaired"],
  ["tires", "good"],
  ["keys", "two"],
  ["accidents", "none"],
];

const turn = (list, number) => list[number % list.length];

/** What people do most while they work a deal: money down, the term, what the trade is like. */
function edit(number) {
  const round = Math.floor(number / 3);
  if (number % 3 === 0) return { type: "finance.cashDownSet", cashDown: turn(CASH_DOWN_CENTS, round) };
  if (number % 3 === 1) return { type: "finance.termChosen", termMonths: turn(TERM_MONTHS, round) };
  const [question, answer] = turn(TRADE_ANSWERS, round);
  return { type: "trade.conditionAnswered", question, answer };
}

export const message = (dealId, number) => ({ dealId, editId: randomUUID(), edit: edit(number) });

/** How long news that is still under way may take to arrive before it counts as lost. */
const LAST_NEWS_MS = 2_000;

async function lateNews(expected) {
  for (let waited = 0; received.news < expected && waited < LAST_NEWS_MS; waited += 20) await pause(20);
}

export const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * One round. `editors` send for `seconds`; each of their deals has `listeners` lines that hear of every edit.
 * Throws when any edit was not applied: a refusal is quick and would flatter the server.
 */
export async function editRound(editors, { seconds, listeners, counted }) {
  const latencies = [];
  let accepted = 0;
  received.news = 0;
  const startedAt = performance.now();
  const before = counted();
  const until = startedAt + seconds * 1_000;

  const work = ({ socket, dealId }, offset) =>
    new Promise((resolve, reject) => {
      const send = (number) => {
        const sentAt = performance.now();
        if (sentAt >= until) return resolve();
        socket.emit("deal:edit", message(dealId, number), (answer) => {
          if (answer.status !== "applied") return reject(new Error(`an edit was answered ${JSON.stringify(answer)}`));
          accepted += 1;
          latencies.push(performance.now() - sentAt);
          send(number + 1);
        });
      };
      send(offset);
    });
  // Different people do different things at the same time.
  await Promise.all(editors.map((editor, index) => work(editor, index * 7)));
  const elapsed = (performance.now() - startedAt) / 1_000;
  const spent = counted();
  await lateNews(accepted * listeners);

  latencies.sort((a, b) => a - b);
  return {
    perSecond: accepted / elapsed,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    serverMicros: perEdit(spent.server, before.server, accepted),
    databaseMicros: perEdit(spent.database, before.database, accepted),
    loadBusy: (spent.load - before.load) / 1_000 / elapsed,
    newsLost: accepted * listeners - received.news,
  };
}

const perEdit = (after, before, edits) => (after === null || edits === 0 ? null : ((after - before) * 1_000) / edits);

/** So many edits one after the other, each of which has to be applied. */
export async function sendEdits({ socket, dealId }, count) {
  for (let number = 0; number < count; number++) {
    const answer = await socket.timeout(10_000).emitWithAck("deal:edit", message(dealId, number));
    if (answer.status !== "applied") throw new Error(`an edit was answered ${JSON.stringify(answer)}`);
  }
}

/** One of each kind of edit, to see what the server tells the others about it. */
export async function samplePatches([[editor]]) {
  const patches = {};
  for (let number = 0; number < 3; number++) {
    received.news = 0;
    const sent = message(editor.dealId, number);
    await editor.socket.timeout(10_000).emitWithAck("deal:edit", sent);
    await lateNews(1);
    patches[sent.edit.type] = JSON.parse(newest.text.slice(1))[1];
  }
  return patches;
}
