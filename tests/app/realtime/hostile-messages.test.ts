import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { journalOf, newDeal, openDealStore, type TestDeal } from "#tests/support/deal-store";
import { type Line, openLine } from "#tests/support/live-line";
import { shopperSession, startLiveServer } from "#tests/support/live-server";
import { openRawWebsocket, type RawWebsocket } from "#tests/support/raw-websocket";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";

const database = await testDatabase();
const live = await startLiveServer();
const mistakes: unknown[] = [];
const note = (reason: unknown) => void mistakes.push(reason);
process.on("unhandledRejection", note);
process.on("uncaughtException", note);
afterAll(() => {
  process.off("unhandledRejection", note);
  process.off("uncaughtException", note);
  expect(mistakes).toEqual([]);
});

let deal: TestDeal;
let cookie: string;
beforeAll(async () => {
  await openDealStore(database);
  deal = await newDeal(database);
  cookie = (await shopperSession(deal.shopperId)).cookie;
});

const cashDown = (dollars: number) => ({ type: "finance.cashDownSet" as const, cashDown: cents(dollars * 100) });
const rows = async () => (await journalOf(deal.dealId)).length;
/** Says anything, typed or not, and waits for the answer. */
const say = (line: Line, event: string, ...words: unknown[]) =>
  (
    line.socket as unknown as {
      timeout(ms: number): { emitWithAck(event: string, ...words: unknown[]): Promise<unknown> };
    }
  )
    .timeout(5_000)
    .emitWithAck(event, ...words);
const shout = (line: Line, event: string, ...words: unknown[]) =>
  void (line.socket as unknown as { emit(event: string, ...words: unknown[]): void }).emit(event, ...words);

async function joinedLine(): Promise<Line> {
  const line = await live.shopper(deal.shopperId, { cookie });
  await line.join(deal.dealId);
  return line;
}

async function rawLine(): Promise<RawWebsocket> {
  const { line } = await openRawWebsocket({ port: live.port, headers: { Cookie: cookie, Origin: live.url } });
  if (!line) throw new Error("the handshake was refused");
  await until("the engine said hello", () => line.received.length > 0);
  return line;
}

async function joinedRawLine(): Promise<RawWebsocket> {
  const line = await rawLine();
  line.send("40");
  await until("connected", () => line.received.some((text) => text.startsWith("40")));
  line.send(`420["deal:join",{"dealId":"${deal.dealId}"}]`);
  await until("joined", () => line.received.some((text) => text.startsWith("430")));
  return line;
}

/** A bystander on the same deal: their slowest answer of so many edits. */
async function bystanderP95(line: Line, edits: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < edits; turn++) {
    const startedAt = performance.now();
    const answer = await line.edit(deal.dealId, cashDown(2_000 + turn));
    times.push(performance.now() - startedAt);
    expect(["applied", "again"]).toContain(answer.status);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)]!;
}

describe("[SOCK-03] [SOCK-04] [AUTHZ-04] fields of a wrong kind", () => {
  const good = { type: "finance.cashDownSet", cashDown: 300_000 };
  const edits: [string, unknown][] = [
    ["text for a number", { ...good, cashDown: "300000" }],
    ["NaN as text", { ...good, cashDown: "NaN" }],
    ["null", { ...good, cashDown: null }],
    ["a huge number", { ...good, cashDown: 1e12 }],
    ["a negative one", { ...good, cashDown: -1 }],
    ["a broken one", { ...good, cashDown: 0.1 + 0.2 }],
    ["a list", { ...good, cashDown: [300_000] }],
    ["an object", { ...good, cashDown: { valueOf: 1 } }],
    ["a missing field", { type: "finance.cashDownSet" }],
    ["an extra field", { ...good, role: "salesManager" }],
    ["mass assignment", { ...good, dealId: "d-other", stage: "delivery", price: 1, approved: true, signedAt: "now" }],
    ["an unknown type", { type: "deal.giveAway" }],
    ["a journal-only event", { type: "deal.frozen", contractDate: "2026-11-28" }],
    [
      "money that only the provider brings",
      { type: "deposit.held", attempt: 1, amount: 50_000, reference: "x", holdUntil: "2030-01-01T00:00:00Z" },
    ],
    ["no type", { cashDown: 300_000 }],
    ["a prototype as key", JSON.parse('{"type":"finance.cashDownSet","cashDown":300000,"__proto__":{"admin":true}}')],
    ["a constructor as key", { ...good, constructor: { prototype: { admin: true } } }],
    ["a prototype as a question", { type: "trade.conditionAnswered", question: "__proto__", answer: "none" }],
    ["a constructor as a question", { type: "trade.conditionAnswered", question: "constructor", answer: "name" }],
    ["NUL in a name", { type: "customer.identified", firstName: "A\u0000B", lastName: "", email: "", phone: "" }],
    [
      "half of a surrogate pair",
      { type: "customer.identified", firstName: "A\ud800", lastName: "", email: "", phone: "" },
    ],
    ["a direction change", { type: "customer.identified", firstName: "A\u202eB", lastName: "", email: "", phone: "" }],
    ["81 letters", { type: "customer.identified", firstName: "A".repeat(81), lastName: "", email: "", phone: "" }],
    ["no mail address", { type: "customer.identified", firstName: "A", lastName: "", email: "a@b@c", phone: "" }],
    [
      "a day that does not exist",
      { type: "trade.payoffStated", lender: "X", payoff: 1, payoffGoodThrough: "2026-02-30" },
    ],
    ["a number", 7],
    ["a list", [good]],
    ["null", null],
  ];
  it("are each refused as malformed with their field, change nothing, and leave the line open", async () => {
    const line = await joinedLine();
    const before = await rows();
    for (const [what, edit] of edits) {
      const answer = await say(line, "deal:edit", { dealId: deal.dealId, editId: randomUUID(), edit });
      expect(answer, what).toMatchObject({ status: "refused", refusal: { code: "malformed" } });
      expect((answer as { problems: string[] }).problems.length, what).toBeGreaterThan(0);
    }
    expect(await rows()).toBe(before);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    // An incomplete message is still refused: the prototype is clean.
    expect(await say(line, "deal:edit", { dealId: deal.dealId })).toMatchObject({ refusal: { code: "malformed" } });
    expect(line.ended).toEqual([]);
  });

  it("so are envelopes of a wrong kind", async () => {
    const line = await joinedLine();
    const { dealId } = deal;
    const envelopes: unknown[] = [
      undefined,
      null,
      "x",
      7,
      [],
      {},
      { dealId, editId: "not-a-uuid", edit: cashDown(1) },
      { dealId, editId: randomUUID(), edit: cashDown(1), actor: { kind: "system" } },
      { dealId, editId: randomUUID(), edit: cashDown(1), seenRevision: "1" },
      { dealId, editId: randomUUID(), edit: cashDown(1), seenRevision: -1 },
      { dealId: ["d"], editId: randomUUID(), edit: cashDown(1) },
      { dealId: "../../etc", editId: randomUUID(), edit: cashDown(1) },
    ];
    for (const envelope of envelopes)
      expect(await say(line, "deal:edit", envelope)).toMatchObject({ refusal: { code: "malformed" } });
    for (const message of [null, 7, { dealId: 7 }, { dealId, lastRevision: 1.5 }, { dealId, role: "admin" }])
      expect(await say(line, "deal:join", message)).toEqual({ status: "malformed" });
  });
});

describe("[SOCK-05] messages nobody answers", () => {
  it("unknown events, missing answers and answers that are none are ignored, and change nothing", async () => {
    const line = await joinedLine();
    const before = await rows();
    shout(line, "deal:edit", { dealId: deal.dealId, editId: randomUUID(), edit: cashDown(9) });
    shout(line, "deal:edit");
    shout(line, "deal:join", null, "not a function");
    shout(line, "deal:presence", { dealId: deal.dealId });
    shout(line, "deal:presence", null);
    shout(line, "deal:leave", { dealId: 5 });
    shout(line, "admin:drop", {});
    shout(line, "constructor", {});
    expect(await line.edit(deal.dealId, cashDown(3_000))).toMatchObject({ status: "applied" });
    expect(await rows()).toBe(before + 1);
  });
});

describe("[SOCK-01] [SOCK-02] frames as no client sends them", () => {
  const texts: string[] = [
    "",
    "9",
    "4",
    "49",
    "4x",
    "42",
    "42[",
    "42{}",
    "42[]",
    '42["deal:edit"',
    '42["deal:edit",{]',
    "42[null]",
    "42[1,2,3]",
    '42["disconnect"]',
    '42["connect"]',
    '42["connect_error",{}]',
    '42["newListener",1]',
    '42["__proto__",{}]',
    "40/admin,",
    "40/a,{]",
    "41/none,",
    "43",
    "43999[]",
    `42${"9".repeat(400)}["deal:join",{}]`,
    '451-["deal:edit",{"_placeholder":true,"num":0}]',
    `45${"9".repeat(30)}-["x"]`,
    '42["deal:edit",{"a":"\ud800"}]',
    "6",
    "2probe",
    "3",
    "1",
    "0{}",
    "\u0000",
  ];
  it.each(texts.map((text) => [JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text), text]))(
    "%s may close that line and harms nobody",
    async (_shown, text) => {
      const bystander = await joinedLine();
      const raw = await joinedRawLine();
      raw.send(text);
      raw.send("2");
      expect(await bystander.edit(deal.dealId, cashDown(2_500))).toMatchObject({ status: "applied" });
      raw.end();
      bystander.close();
    },
  );

  it("broken frames: unmasked, reserved bits, unknown opcodes, lying lengths, endless pieces, bad UTF-8", async () => {
    const bystander = await joinedLine();
    const payload = Buffer.from('42["x"]');
    const breaks: ((line: RawWebsocket) => void)[] = [
      (line) => line.frame({ opcode: 1, payload, masked: false }),
      (line) => line.frame({ opcode: 1, payload, reserved: 7 }),
      (line) => line.frame({ opcode: 5, payload }),
      (line) => line.frame({ opcode: 9, payload: Buffer.alloc(126) }),
      (line) => line.frame({ opcode: 1, payload, length: 2 ** 40 }),
      (line) => line.frame({ opcode: 1, payload: Buffer.from([0xff, 0xfe, 0x80]) }),
      (line) => line.frame({ opcode: 2, payload: Buffer.alloc(2_000, 1) }),
      (line) => line.bytes(Buffer.from("GET / HTTP/1.1\r\n\r\n")),
      (line) => {
        for (let piece = 0; piece < 100; piece++)
          line.frame({ opcode: piece === 0 ? 1 : 0, payload: Buffer.alloc(1_000, 0x61), final: false });
      },
    ];
    for (const breakLine of breaks) {
      const raw = await joinedRawLine();
      breakLine(raw);
      expect((await bystander.edit(deal.dealId, cashDown(2_600))).status).toBe("applied");
      raw.end();
    }
  });

  it("a frame over 64 KiB closes its line, and twenty of twenty megabytes leave no memory behind", async () => {
    const bystander = await joinedLine();
    const raw = await joinedRawLine();
    raw.send(`42["deal:edit","${"x".repeat(66_000)}"]`);
    await until("the line is closed", () => raw.isClosed());
    const before = process.memoryUsage().rss;
    const big = Buffer.alloc(20 * 1024 * 1024, 0x61);
    for (let turn = 0; turn < 20; turn++) {
      const line = await rawLine();
      // Only the head of it: the length alone has to be enough to say no.
      line.frame({ opcode: 1, payload: big.subarray(0, 100_000), length: big.length });
      await until("the line is closed", () => line.isClosed());
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect((await bystander.edit(deal.dealId, cashDown(2_700))).status).toBe("applied");
  });

  it("three hundred namespaces on one line open none", async () => {
    const raw = await rawLine();
    for (let turn = 0; turn < 300; turn++) raw.send(`40/space${turn},`);
    raw.send("40");
    await until(
      "the only one there is",
      () => raw.isClosed() || raw.received.some((text) => text.startsWith(`40{"sid"`)),
    );
    expect(raw.received.filter((text) => text.startsWith("40/space"))).toEqual([]);
    raw.end();
  });
});

describe("[SOCK-06] floods", () => {
  it("edits: told to slow down, then cut off; a bystander on the same deal hardly notices", async () => {
    const [bystander, flooder] = [await joinedLine(), await joinedLine()];
    const quiet = await bystanderP95(bystander, 15);
    const flood = (edits: number) =>
      Array.from({ length: edits }, () => flooder.edit(deal.dealId, cashDown(1)).catch(() => null));
    const answers = await Promise.all(flood(100));
    expect(answers.filter((answer) => answer?.status === "again").length).toBeGreaterThan(20);
    expect(flooder.ended).toEqual([]);
    const rest = flood(600);
    const during = await bystanderP95(bystander, 15);
    await until("the flooder is cut off", () => flooder.ended.length > 0);
    expect(flooder.ended).toEqual(["io server disconnect"]);
    await Promise.all(rest);
    expect(during, `quiet ${quiet} ms`).toBeLessThan(500);
  });

  it.each([
    [
      "presence",
      (line: Line) =>
        shout(line, "deal:presence", { dealId: deal.dealId, stage: null, field: null, device: "phone", idle: false }),
    ],
    ["unknown messages", (line: Line) => shout(line, "what:ever", { x: "y".repeat(100) })],
    ["joins", (line: Line) => line.socket.emit("deal:join", { dealId: deal.dealId }, () => undefined)],
    ["nonsense", (line: Line) => line.socket.emit("deal:join", null as never, () => undefined)],
  ])("%s are no way around it", async (_what, once) => {
    const flooder = await joinedLine();
    for (let turn = 0; turn < 600; turn++) once(flooder);
    await until("cut off", () => flooder.ended.length > 0);
    expect(flooder.ended).toEqual(["io server disconnect"]);
  });
});

describe("who may open a line", () => {
  it("[SOCK-08] a foreign origin with the person's own cookie is refused, and so is none", async () => {
    await expect(openLine(live.url, { cookie, origin: "https://evil.example" })).rejects.toThrow();
    await expect(openLine(live.url, { cookie, origin: null })).rejects.toThrow();
    await expect(openLine(live.url, { cookie, origin: "null" })).rejects.toThrow();
    await expect(openLine(live.url, { cookie, origin: `${live.url}.evil.example` })).rejects.toThrow();
    const { status } = await openRawWebsocket({
      port: live.port,
      headers: { Cookie: cookie, Origin: "https://evil.example" },
    });
    expect(status).not.toBe(101);
    const polling = await fetch(`${live.url}/socket.io/?EIO=4&transport=polling`, { headers: { Cookie: cookie } });
    expect(polling.status).toBe(403);
  });

  it("[SOCK-08] nobody without a session, with a made-up one, or with a stranger's", async () => {
    for (const theirs of [undefined, "deal_session=bm8", `deal_session=${"A".repeat(43)}`, "deal_session=%00"])
      await expect(openLine(live.url, { cookie: theirs })).rejects.toThrow("signInFirst");
  });

  it("[SOCK-10] what a client claims to be in its CONNECT packet is not read", async () => {
    const auth = { role: "salesManager", kind: "staff", staffId: "staff-ines-calloway", seesCost: true, token: "x" };
    const line = await live.shopper(deal.shopperId, { cookie, auth });
    expect((await line.join(deal.dealId)).audience).toBe("customer");
    expect(await line.joinDesk()).toEqual({ status: "notFound" });
  });
});
