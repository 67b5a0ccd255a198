import type { Page } from "@playwright/test";
import { io } from "socket.io-client";
import { assert } from "#machines/assert";
import type { DealView } from "#machines/deal/deal-view";
import type { JoinAnswer } from "#app/realtime/protocol";

/** The whole deal as the server tells it to whoever is signed in on this page. */
export async function dealAsToldTo(page: Page, baseURL: string, dealId: string): Promise<DealView> {
  const cookies = await page.context().cookies();
  const line = io(baseURL, {
    transports: ["websocket"],
    extraHeaders: { Origin: baseURL, Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
  });
  try {
    const answer = (await line.timeout(10_000).emitWithAck("deal:join", { dealId })) as JoinAnswer;
    assert(answer.status === "joined" && answer.caughtUp.kind === "snapshot", "a newcomer is told the whole deal");
    return answer.caughtUp.view;
  } finally {
    line.disconnect();
  }
}

type Leaves = Map<string, string | number>;

function leavesOf(value: unknown, path = "", found: Leaves = new Map()): Leaves {
  if (typeof value === "string" || typeof value === "number") found.set(path, value);
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) leavesOf(inner, path ? `${path}.${key}` : key, found);
  return found;
}

/** Shorter numbers and words are in every page by chance. */
const SHORTEST_NUMBER = 10_000;
const SHORTEST_TEXT = 5;

/** Who is on the card, and that the deal has moved, is told to everybody: a role, a time, the kind of a thing give nothing away. */
const isNoSecret = (path: string) => /\.(role|at|kind)$/.test(path);

/** What one is told of a deal and the other is not, by its path; nothing that the other has anyway under another name. */
export function toldToOneOnly(one: DealView, other: DealView): Leaves {
  const othersLeaves = leavesOf(other);
  const othersValues = new Set(othersLeaves.values());
  const othersWords = [...othersValues].join("\n");
  const othersFigures = new Set([...othersValues].map((value) => Math.abs(Number(value))));
  const isTelling = (value: string | number) =>
    typeof value === "number"
      ? value >= SHORTEST_NUMBER && !othersFigures.has(value)
      : value.length >= SHORTEST_TEXT && !othersWords.includes(value);
  return new Map(
    [...leavesOf(one)].filter(([path, value]) => !othersLeaves.has(path) && !isNoSecret(path) && isTelling(value)),
  );
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A figure as data has it, in cents, or as a page writes it, in dollars; a text as it is. */
export function secretPattern(value: string | number): RegExp {
  if (typeof value === "string") return new RegExp(literally(value));
  const dollars = (value / 100).toLocaleString("en-US", { minimumFractionDigits: value % 100 === 0 ? 0 : 2 });
  return new RegExp(String.raw`(?<![\w.])${value}(?![\w.])|\$${literally(dollars)}(?![\d,])`);
}
