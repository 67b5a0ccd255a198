import { assert, property, shuffledSubarray } from "#tests/support/seeded-fast-check";
import { describe, expect, it } from "vitest";
import {
  addPending,
  answeredAfterMs,
  emptyBook,
  endPending,
  hasGap,
  placePending,
  questionsByPlace,
  takeMessage,
  takePage,
  takeRead,
  unread,
  waitingSince,
} from "#app/chat/chat-book";
import type { ChatMessage } from "#app/realtime/chat-protocol";

const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 14, 0, second)).toISOString();

function said(seq: number, side: "customer" | "store", more: { about?: string; answers?: number } = {}): ChatMessage {
  const by = {
    side,
    role: side === "store" ? ("salesperson" as const) : ("customer" as const),
    firstName: null,
    key: side,
  };
  const { about = null, answers = null } = more;
  return { seq, at: at(seq), by, content: { kind: "text", text: `m${seq}`, about, answers } };
}

const page = (messages: ChatMessage[], fresh = true) => ({
  head: messages.at(-1)?.seq ?? 0,
  messages,
  fresh,
  reads: [],
});

describe("[CH3] a reader's own book of the conversation", () => {
  it("is the same whatever order, and however often, its messages arrive", () => {
    const all = Array.from({ length: 12 }, (_, index) => said(index + 1, index % 3 === 0 ? "store" : "customer"));
    const disorder = shuffledSubarray([...all, ...all], { minLength: all.length * 2 });
    assert(
      property(disorder, (arriving) => {
        const book = arriving.reduce(takeMessage, emptyBook);
        expect(book.messages).toEqual(all);
        expect([hasGap(book), book.early]).toEqual([false, []]);
      }),
    );
  });

  it("shows nothing behind a gap until the gap is filled", () => {
    const early = [said(1, "customer"), said(3, "store")].reduce(takeMessage, emptyBook);
    expect([early.messages.map(({ seq }) => seq), hasGap(early)]).toEqual([[1], true]);
    const healed = takePage(early, page([said(2, "customer"), said(3, "store")], false));
    expect([healed.messages.map(({ seq }) => seq), hasGap(healed)]).toEqual([[1, 2, 3], false]);
  });

  it("counts what others wrote since it was read", () => {
    const book = takePage(emptyBook, page([said(1, "store"), said(2, "customer"), said(3, "store"), said(4, "store")]));
    expect(unread(book, "customer")).toBe(2);
    expect(unread(takeRead(book, { key: "customer", side: "customer", seq: 4 }), "customer")).toBe(0);
    expect(unread(takeRead(book, { key: "store", side: "store", seq: 4 }), "customer")).toBe(2);
  });

  it("keeps what is unsent until the server has it", () => {
    const pending = { messageId: "a", at: at(0), content: said(1, "customer").content, seq: null, failed: null };
    const book = addPending(addPending(emptyBook, pending), pending);
    expect(book.pending).toHaveLength(1);
    expect(endPending(book, "a").pending).toEqual([]);
    const answered = placePending(book, "a", 1);
    expect(answered.pending).toHaveLength(1);
    expect(takeMessage(answered, said(1, "customer"))).toMatchObject({ pending: [], messages: [{ seq: 1 }] });
    expect(placePending(takeMessage(book, said(1, "customer")), "a", 1).pending).toEqual([]);
  });

  it("knows since when the customer waits, and how long an answer took", () => {
    const messages = [said(1, "customer"), said(2, "customer"), said(5, "store"), said(9, "customer")];
    const book = { ...emptyBook, messages };
    expect(waitingSince(book)).toBe(at(9));
    expect(waitingSince({ ...emptyBook, messages: messages.slice(0, 2) })).toBe(at(1));
    expect(waitingSince({ ...emptyBook, messages: messages.slice(0, 3) })).toBeNull();
    expect([answeredAfterMs(messages, 2), answeredAfterMs(messages, 3)]).toEqual([4_000, null]);
  });

  it("[CH10] keeps questions with their answers at their places", () => {
    const messages = [
      said(1, "customer", { about: "line.docFee" }),
      said(2, "customer", { about: "figure.apr" }),
      said(3, "store", { about: "line.docFee", answers: 1 }),
      said(4, "customer"),
    ];
    const places = questionsByPlace({ ...emptyBook, messages });
    expect(
      [...places].map(([place, asked]) => [
        place,
        asked.map(({ question, answers }) => [question.seq, answers.map(({ seq }) => seq)]),
      ]),
    ).toEqual([
      ["line.docFee", [[1, [3]]]],
      ["figure.apr", [[2, []]]],
    ]);
  });
});
