import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { viewOf } from "#machines/deal/view-of-deal";
import { runDueJobs } from "#app/platform/jobs.server";
import { MAX_CHAT_TEXT, MESSAGES_AT_ONCE, MESSAGES_PER_PAGE } from "#app/realtime/chat-limits";
import type { ChatContent } from "#app/realtime/chat-protocol";
import { newDeal, openDealStore, send, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { startLiveServer } from "#tests/support/live-server";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";
import { type Talker, talker } from "./chat-lines";

const database = await testDatabase();
const live = await startLiveServer();
beforeAll(() => openDealStore(database));

// One person has a limited number of lines; a test gives its own back.
const open: Talker[] = [];
afterEach(() => {
  for (const { line } of open.splice(0)) line.close();
});

async function aConversation() {
  const deal = await newDeal(database);
  const customer = await talker(await live.shopper(deal.shopperId), deal.dealId);
  const maya = await talker(await live.staff("Maya"), deal.dealId);
  open.push(customer, maya);
  return { ...deal, customerActor: deal.customer, theo: customer, maya };
}

const textsOf = (messages: readonly { content: ChatContent }[]) =>
  messages.map(({ content }) => (content.kind === "text" ? content.text : content.kind));
const heard = (who: Talker, count: number) => until(`${count} messages`, () => who.heard.length >= count);

describe("saying something", () => {
  it("[CH1] a message is stored once, told to both sides, and stands in one order", async () => {
    const { dealId, theo, maya } = await aConversation();
    expect(await theo.say("Is 14,000 the best you can do?")).toMatchObject({ status: "sent", seq: 1 });
    expect(await maya.say("Gus is looking at your photos now.")).toMatchObject({ status: "sent", seq: 2 });
    await heard(theo, 2);
    await heard(maya, 2);
    expect(theo.heard).toEqual(maya.heard);
    expect(theo.heard.map(({ seq, by }) => [seq, by.side, by.firstName])).toEqual([
      [1, "customer", null],
      [2, "store", "Maya"],
    ]);
    const joined = await theo.join();
    expect(joined.chat).toMatchObject({ head: 2, fresh: true });
    expect(joined.chat.messages).toEqual(theo.heard);
    expect(await database.prisma.chatMessage.count({ where: { dealId } })).toBe(2);
  });

  it("[CH2] the same message sent again is the same message; other content under its id is refused", async () => {
    const { dealId, theo, maya } = await aConversation();
    const messageId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => theo.say("Once is enough", messageId)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual(["repeated", "repeated", "sent"]);
    expect(new Set(answers.map((answer) => "seq" in answer && answer.seq))).toEqual(new Set([1]));
    expect(await theo.say("Something else", messageId)).toEqual({ status: "refused", reason: "conflict" });
    expect(await maya.say("Once is enough", messageId)).toEqual({ status: "refused", reason: "conflict" });
    expect(await database.prisma.chatMessage.count({ where: { dealId } })).toBe(1);
    await heard(maya, 1);
    expect(maya.heard).toHaveLength(1);
  });

  it("[CH1] order numbers have no gap however many write at once", async () => {
    const { theo, maya } = await aConversation();
    await Promise.all([...Array(8).keys()].flatMap((turn) => [theo.say(`t${turn}`), maya.say(`m${turn}`)]));
    const { chat } = await maya.join();
    expect(chat.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(new Set(textsOf(chat.messages)).size).toBe(16);
  });

  it("[CH3] whoever was away gets what they missed, and older pages on asking", async () => {
    const { dealId, theo, maya } = await aConversation();
    for (let turn = 1; turn <= 5; turn += 1) await theo.say(`line ${turn}`);
    const missed = await maya.join({ chat: 3 });
    expect([textsOf(missed.chat.messages), missed.chat.fresh]).toEqual([["line 4", "line 5"], false]);
    const rows = Array.from({ length: MESSAGES_PER_PAGE + 20 }, (_, index) => ({
      dealId,
      seq: 6 + index,
      messageId: randomUUID(),
      contentHash: "",
      at: new Date(),
      authorSide: "customer",
      authorId: "x",
      role: "customer",
      content: { kind: "text", text: `line ${6 + index}`, about: null, answers: null },
    }));
    await database.prisma.chatMessage.createMany({ data: rows });
    const { chat } = await maya.join({ chat: 2 });
    expect([chat.fresh, chat.messages.length, chat.head]).toEqual([true, MESSAGES_PER_PAGE, MESSAGES_PER_PAGE + 25]);
    const earlier = await maya.line.socket.emitWithAck("chat:earlier", { dealId, stream: "chat", before: 26 });
    expect("messages" in earlier && textsOf(earlier.messages)).toHaveLength(25);
  });

  it("[PAY-17] a card number is masked before it is stored or told to anybody, its sender included", async () => {
    const { dealId, theo, maya } = await aConversation();
    await theo.say("take it from 4242 4242-4242 ４２４２ please");
    await heard(maya, 1);
    await heard(theo, 1);
    const stored = await database.prisma.chatMessage.findMany({ where: { dealId } });
    const everywhere = [JSON.stringify(stored), ...theo.line.frames, ...maya.line.frames].join("\n");
    expect(everywhere).not.toMatch(/4242 4242/);
    expect(textsOf(maya.heard)).toEqual(["take it from •••• ••••-•••• ４２４２ please"]);
  });

  it("[CH4] a message has a length, a form and a pace", async () => {
    const { dealId, theo } = await aConversation();
    expect(await theo.say("x".repeat(MAX_CHAT_TEXT + 1))).toEqual({ status: "malformed" });
    expect(await theo.say("  \n ")).toEqual({ status: "malformed" });
    const extra = { dealId, messageId: randomUUID(), content: { kind: "text", text: "a" }, role: "salesManager" };
    expect(await theo.line.socket.emitWithAck("chat:send", extra as never)).toEqual({ status: "malformed" });
    const answers = await Promise.all([...Array(MESSAGES_AT_ONCE + 3).keys()].map((turn) => theo.say(`quick ${turn}`)));
    expect(answers.filter((answer) => answer.status === "again").length).toBeGreaterThan(0);
  });

  it("[CH5] nobody is in the conversation of a deal they have not joined", async () => {
    const { dealId } = await aConversation();
    const stranger = await aConversation();
    const { socket } = stranger.theo.line;
    expect(await socket.emitWithAck("chat:join", { dealId })).toEqual({ status: "notFound" });
    const message = { dealId, messageId: randomUUID(), content: { kind: "text" as const, text: "hello" } };
    expect(await socket.emitWithAck("chat:send", message)).toEqual({ status: "refused", reason: "notAllowed" });
    expect(await database.prisma.chatMessage.count({ where: { dealId } })).toBe(0);
  });

  it("[CH6] read marks move forward alone, never past the end, and both sides see them", async () => {
    const { dealId, theo, maya } = await aConversation();
    await theo.say("one");
    await theo.say("two");
    await heard(maya, 2);
    const { socket } = maya.line;
    // Marks sent at once may overtake each other, and the lower one then moves nothing: these wait for each other.
    socket.emit("chat:read", { dealId, seq: 1 });
    await until("the first mark arrived", () => theo.reads.length === 1);
    socket.emit("chat:read", { dealId, seq: 99 });
    await until("both marks arrived", () => theo.reads.length === 2);
    socket.emit("chat:read", { dealId, seq: 1 });
    await maya.say("done");
    await heard(theo, 3);
    expect(theo.reads.map(({ side, seq }) => [side, seq])).toEqual([
      ["store", 1],
      ["store", 2],
    ]);
    expect((await theo.join()).chat.reads.map(({ side, seq }) => [side, seq])).toEqual([["store", 2]]);
  });

  it("[CH7] typing is told to the others and stored nowhere", async () => {
    const { dealId, theo, maya } = await aConversation();
    maya.line.socket.emit("chat:typing", { dealId, typing: true });
    await until("the sign arrived", () => theo.typing.length === 1);
    expect([theo.typing, maya.typing]).toEqual([["Maya true"], []]);
  });
});

describe("whispering", () => {
  const secret = "canary-whisper: his credit union quoted 560";

  it("[CH8] is between staff: no frame, page or history of a customer holds a word of it", async () => {
    const { dealId, theo, maya } = await aConversation();
    const ines = await talker(await live.staff("Ines"), dealId);
    expect(await maya.whisper(secret)).toMatchObject({ status: "sent", seq: 1 });
    await until("Ines heard it", () => ines.whispered.length === 1);
    const { socket } = theo.line;
    expect(await theo.whisper("I can whisper too")).toEqual({ status: "refused", reason: "notAllowed" });
    socket.emit("whisper:read", { dealId, seq: 1 });
    socket.emit("whisper:typing", { dealId, typing: true });
    maya.line.socket.emit("whisper:typing", { dealId, typing: true });
    maya.line.socket.emit("whisper:read", { dealId, seq: 1 });
    expect(await socket.emitWithAck("chat:earlier", { dealId, stream: "whisper", before: 9 })).toEqual({
      status: "notFound",
    });
    const joined = await theo.join({ whisper: 0 });
    expect(Object.keys(joined).toSorted()).toEqual(["chat", "now", "status", "yourKey"]);
    await maya.say("Good news soon");
    await heard(theo, 1);
    expect(theo.line.frames.join("\n")).not.toMatch(/canary-whisper|whisper:/);
    expect(theo.heard.map(({ seq }) => seq)).toEqual([1]);
    expect((await ines.join()).whisper?.messages.map(({ by }) => by.firstName)).toEqual(["Maya"]);
  });

  it("[CH9] a conversation is handed over aloud, its note in a whisper, and no id of staff leaves the store", async () => {
    const { dealId, theo, maya } = await aConversation();
    const { colleagues = [] } = await maya.join();
    expect(colleagues.map(({ firstName }) => firstName)).not.toContain("Maya");
    const walt = colleagues.find(({ firstName }) => firstName === "Walt")!;
    const message = { dealId, messageId: randomUUID(), staffId: walt.id, note: secret };
    const first = await maya.line.socket.emitWithAck("chat:handover", message);
    expect(first).toMatchObject({ status: "sent", seq: 1 });
    expect(await maya.line.socket.emitWithAck("chat:handover", message)).toMatchObject({ status: "repeated", seq: 1 });
    await heard(theo, 1);
    expect(theo.heard[0]?.content).toEqual({ kind: "handover", to: { firstName: "Walt", role: "fniManager" } });
    expect(theo.line.frames.join("\n")).not.toMatch(
      new RegExp(`canary-whisper|${walt.id}|${staffCalled("Maya").staffId}`),
    );
    expect(maya.whispered[0]?.content).toMatchObject({ kind: "handover", note: secret });
    expect(await theo.line.socket.emitWithAck("chat:handover", { ...message, messageId: randomUUID() })).toEqual({
      status: "refused",
      reason: "notAllowed",
    });
  });
});

describe("asking about a figure", () => {
  it("[CH10] a question stands at its place and its answer stands there too", async () => {
    const { theo, maya } = await aConversation();
    await theo.send({ kind: "text", text: "What is in this?", about: "line.docFee" });
    await maya.send({ kind: "text", text: "Title work and filing.", answers: 1, about: "line.tax.state" });
    await heard(theo, 2);
    expect(theo.heard.map(({ content }) => content)).toEqual([
      { kind: "text", text: "What is in this?", about: "line.docFee", answers: null },
      { kind: "text", text: "Title work and filing.", about: "line.docFee", answers: 1 },
    ]);
    expect(await maya.send({ kind: "text", text: "And this?", answers: 2_000 })).toEqual({
      status: "refused",
      reason: "noQuestion",
    });
  });

  it.each([
    "tradeAppraisal",
    "contractRate",
    "notes",
    "line.overAllowance",
    "line.pack",
    "customerAddress",
    "figure",
    "x".repeat(70),
  ])("[CH10] %s is no place to ask about", async (about) => {
    const { theo } = await aConversation();
    expect(await theo.send({ kind: "text", text: "?", about })).toEqual({ status: "malformed" });
  });
});

describe("deal things in the conversation", () => {
  it("[CH11] cards say what the customer's own projection says", async () => {
    const { dealId, theo, maya } = await aConversation();
    expect(await theo.send({ kind: "card", card: { type: "payment" } })).toMatchObject({ status: "sent" });
    expect(await maya.send({ kind: "card", card: { type: "vehicle" } })).toMatchObject({ status: "sent" });
    expect(await maya.send({ kind: "card", card: { type: "offer", offerId: "none" } })).toEqual({
      status: "refused",
      reason: "noCard",
    });
    expect(await maya.send({ kind: "card", card: { type: "document", document: "buyersOrder" } })).toEqual({
      status: "refused",
      reason: "noCard",
    });
    await heard(theo, 2);
    const view = viewOf(await stateOf(dealId), "customer");
    const numbers = headlineNumbers(view)!;
    expect(theo.heard.map(({ content }) => content)).toEqual([
      {
        kind: "card",
        card: {
          type: "payment",
          revision: view.revision,
          method: numbers.method,
          amount: numbers.payment,
          cashDue: numbers.cashDue,
        },
      },
      { kind: "card", card: expect.objectContaining({ type: "vehicle", price: view.card.vehicle.sellingPrice }) },
    ]);
  });

  it("[CH12] an offer arrives by itself, once, also when the server that took it died before saying so", async () => {
    const { dealId, customerActor, theo, maya } = await aConversation();
    await tell(
      dealId,
      customerActor,
      {
        type: "trade.described",
        year: 2019,
        make: "Corvane",
        model: "Tessa",
        trim: "",
        mileage: 58_240,
        vin: null,
      } as never,
      { type: "trade.ownershipStated", ownership: "owned" },
    );
    await tell(dealId, staffCalled("Gus"), { type: "trade.acvAppraised", acv: cents(1_390_000), recon: cents(65_000) });
    const offer = { type: "trade.offerProposed", allowance: cents(1_450_000), reasons: [], note: "" } as const;
    expect(await send(dealId, staffCalled("Ines"), offer as never)).toMatchObject({ status: "applied" });
    await heard(theo, 1);
    expect(theo.heard[0]?.content).toMatchObject({ kind: "card", card: { type: "offer", allowance: 1_450_000 } });
    expect(theo.heard[0]?.by).toMatchObject({ side: "store", firstName: "Ines" });
    await database.prisma.chatMessage.deleteMany({ where: { dealId } });
    const { chat } = await maya.join();
    expect(textsOf(chat.messages)).toEqual(["card"]);
    expect(textsOf((await theo.join()).chat.messages)).toEqual(["card"]);
  });
});

describe("the other side is away", () => {
  const dueNow = () => database.query("update pgboss.job set start_after = now() where name = 'chat-away-notice'");
  const mails = (to: string) => database.prisma.outboxMessage.findMany({ where: { to } });

  it("[CH13] one e-mail an absence, without what was written, and none to whoever has read", async () => {
    const { dealId, customerActor, theo, maya } = await aConversation();
    const email = `${randomUUID()}@example.test`;
    await tell(dealId, customerActor, {
      type: "customer.identified",
      firstName: "Theo",
      lastName: "Lang",
      email,
      phone: "",
    });
    await runDueJobs();
    await database.prisma.outboxMessage.deleteMany({});
    theo.line.close();
    await until("Theo is gone", () => maya.line.people.at(-1)?.length === 1);
    await maya.say("Your records made the difference.");
    await maya.say("Take your time.");
    await dueNow();
    await runDueJobs();
    const [mail, ...more] = await mails(email);
    expect([mail?.subject, more]).toEqual(["Lakeside Motors wrote to you", []]);
    expect(mail?.text).not.toContain("difference");

    const back = await talker(await live.shopper((customerActor as { shopperId: string }).shopperId), dealId);
    back.line.socket.emit("chat:read", { dealId, seq: 2 });
    await until("Maya sees it", () => maya.reads.length > 0);
    back.line.close();
    await until("Theo is gone again", () => maya.line.people.at(-1)?.length === 1);
    await maya.say("One more thing.");
    await dueNow();
    await runDueJobs();
    expect(await mails(email)).toHaveLength(2);
  });

  it("[CH13] whoever is on the card is not written to; a store that is away is, by its keeper", async () => {
    const { dealId, theo, maya } = await aConversation();
    const walt = (await maya.join()).colleagues!.find(({ firstName }) => firstName === "Walt")!;
    await maya.line.socket.emitWithAck("chat:handover", {
      dealId,
      messageId: randomUUID(),
      staffId: walt.id,
      note: "",
    });
    await theo.say("Anybody there?");
    await dueNow();
    await runDueJobs();
    const { email } = await database.prisma.staffMember.findUniqueOrThrow({ where: { id: walt.id } });
    expect(await mails(email)).toEqual([]);
    maya.line.close();
    await until("Maya is gone", () => theo.line.people.at(-1)?.length === 1);
    await dueNow();
    await runDueJobs();
    expect((await mails(email)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("A customer wrote on deal"),
    ]);
  });
});
