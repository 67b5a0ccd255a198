import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { startStaffSession } from "#app/accounts/session.server";
import {
  canaries,
  canariesIn,
  openAllowance,
  plantCanaries,
  secretAcv,
  secretLostReason,
  secretNote,
  secretRecon,
  secretReopening,
} from "#tests/support/canaries";
import { newDeal, type TestDeal } from "#tests/support/deal-store";
import { heardOf, type Line, openLine, snapshotIn, viewAfter } from "#tests/support/live-line";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { prepareStore, type ServerData, serverData, shopperPerson } from "#tests/support/prepared-store";
import { startJobs, stopJobs } from "#app/platform/jobs.server";
import { type RunningServer, startServer } from "#tests/support/start-server";
import { until } from "#tests/support/until";

const isBuilt = existsSync("build/server/index.js");
if (!isBuilt)
  process.stderr.write("\nSKIPPED: there is no build; the canary test needs one (node scripts/prepare.mjs test).\n");

interface Heard {
  where: string;
  text: string;
}

let data: ServerData;
let server: RunningServer;
let deal: TestDeal;
let cookie = "";
let staffCookies: Record<string, string> = {};
const toCustomer: Heard[] = [];
const toStaff: Heard[] = [];

/** One request as the customer's browser sends it; every byte of the answer is kept. */
async function visit(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Cookie: cookie, Origin: server.url, ...(init.headers as Record<string, string>) };
  const answer = await fetch(`${server.url}${path}`, { redirect: "manual", ...init, headers });
  const bytes = new Uint8Array(await answer.clone().arrayBuffer());
  const text = Buffer.from(bytes).toString("utf8");
  toCustomer.push({
    where: `${init.method ?? "GET"} ${path}`,
    text: `${JSON.stringify([...answer.headers])}\n${text}`,
  });
  if (answer.headers.get("Content-Type") === "application/pdf" && hasPdftotext)
    toCustomer.push({ where: `${path} as text`, text: pdfText(bytes) });
  return answer;
}

const keep = (heard: Heard[], where: string, line: Line) => heard.push(...line.frames.map((text) => ({ where, text })));

beforeAll(async () => {
  if (!isBuilt) return;
  data = await serverData();
  await data.open(async (database) => {
    await prepareStore(database, 0);
    const staffId = await plantCanaries(database);
    await startJobs(database);
    deal = await newDeal(database);
    await stopJobs();
    cookie = (await shopperPerson(deal)).cookie;
    for (const name of ["Maya", "Theron", "Ines", "Walt", "Gus"]) {
      const browser = new Request("http://localhost:3000/");
      const { setCookie } = await startStaffSession(browser, {
        staffId: await staffId(name),
        secondFactorAt: new Date(),
      });
      staffCookies = { ...staffCookies, [name]: setCookie.split(";", 1)[0] ?? "" };
    }
  });
  server = await startServer({ ...data.env, LOG_LEVEL: "trace", EDITS_PER_SECOND: "1000" });
});

afterAll(async () => {
  if (!isBuilt) return;
  await server.kill();
  await data.remove();
});

/** The whole deal by everybody's hand, with refusals on the way; answers where it ended. */
async function playTheDeal(): Promise<void> {
  const { dealId } = deal;
  const customer = await openLine(server.url, { cookie });
  const staff: Record<string, Line> = {};
  for (const [name, theirs] of Object.entries(staffCookies))
    staff[name] = await openLine(server.url, { cookie: theirs });
  const { maya, theron, ines, walt, gus } = {
    maya: staff.Maya!,
    theron: staff.Theron!,
    ines: staff.Ines!,
    walt: staff.Walt!,
    gus: staff.Gus!,
  };
  for (const line of [maya, theron, ines, walt, gus]) await line.join(dealId);
  await ines.joinDesk();
  await customer.joinDesk();

  const began = snapshotIn(await customer.join(dealId));
  const view = () => viewAfter(began, customer.patches);
  const says = async (line: Line, edit: DealEdit, status = "applied") => {
    const answer = await line.edit(dealId, edit, { seenRevision: view().revision });
    expect([edit.type, answer.status, JSON.stringify(answer)]).toEqual([edit.type, status, expect.any(String)]);
    if (answer.status === "applied") await heardOf(customer, answer.revision);
  };

  for (const name of Object.keys(staffCookies))
    staff[name]!.socket.emit("deal:presence", {
      dealId,
      stage: "trade",
      field: "tradeOffer",
      device: "desktop",
      idle: false,
    });
  await says(customer, {
    type: "customer.identified",
    firstName: "Rosa",
    lastName: "Quill",
    email: "rosa@example.test",
    phone: "555 0142",
  });
  await says(customer, {
    type: "customer.addressStated",
    street: "3 Alder Court",
    city: "Lakeside",
    region: "IL",
    postcode: "62104",
  });
  await says(maya, { type: "staff.assignmentRequested", staffId: "canary-staff-maya-okonjo" });
  await says(walt, { type: "staff.assignmentRequested", staffId: "canary-staff-walt-emberly" });
  await says(ines, { type: "staff.assignmentRequested", staffId: "canary-staff-ines-calloway" });
  await says(maya, { type: "note.added", text: secretNote });
  await says(customer, {
    type: "trade.described",
    year: 2019,
    make: "Corvane",
    model: "Tessa",
    trim: "",
    mileage: 58_240,
    vin: null,
  });
  await says(customer, { type: "trade.ownershipStated", ownership: "owned" });
  await says(customer, { type: "trade.valuationRequested" });
  await says(gus, { type: "trade.acvAppraised", acv: secretAcv, recon: secretRecon });
  await says(ines, {
    type: "trade.offerProposed",
    allowance: openAllowance,
    reasons: [],
    note: "Good until we see it.",
  });
  await says(customer, { type: "trade.offerAccepted", offerId: view().card.trade.offer!.offerId });

  // What is refused is told to whoever asked, and to nobody else.
  await says(customer, { type: "vehicle.sellingPriceSet", sellingPrice: cents(100) }, "refused");
  await says(customer, { type: "trade.acvAppraised", acv: cents(1), recon: cents(1) }, "refused");
  await says(customer, { type: "finance.contractRateSet", contractRate: null }, "refused");
  await says(customer, { type: "finance.cashDownSet", cashDown: cents(90_000_000) }, "refused");
  await says(
    customer,
    { type: "fni.productAnswered", code: "leaseWear", optionCode: "leaseWear-39", answer: "accepted" },
    "refused",
  );
  await says(theron, { type: "vehicle.sellingPriceSet", sellingPrice: cents(100) }, "refused");
  await says(walt, { type: "finance.contractRateSet", contractRate: 900_000 as never }, "refused");
  await says(walt, { type: "deal.freezeRequested" }, "refused");

  const { advertisedPrice } = view().card.vehicle.vehicle!;
  await says(ines, { type: "vehicle.sellingPriceSet", sellingPrice: cents(advertisedPrice - 20_000) });
  await says(customer, { type: "finance.cellAdopted", termMonths: 60, cashDown: cents(300_000) });
  await says(walt, { type: "finance.contractRateSet", contractRate: 118_000 as never });
  for (const { code, options } of view().card.store.fniCatalog) {
    const answer = code === "key" ? "accepted" : "declined";
    await says(customer, { type: "fni.productAnswered", code, optionCode: options[0]!.code, answer });
  }

  const { amount, termsVersion } = view().card.store.deposit;
  await says(customer, { type: "deposit.termsAccepted", amount, termsVersion });
  const toProvider = await visit(`/deals/${dealId}/deposit`, { method: "POST" });
  const checkout = new URL(toProvider.headers.get("Location") ?? "", server.url).pathname;
  await visit(checkout);
  await visit(checkout, { method: "POST", body: new URLSearchParams({ choice: "pay" }) });
  await until("the deposit is held", () => view().card.deposit.status === "held");

  await says(customer, { type: "delivery.methodChosen", method: "pickup" });
  const slots = (await (await visit(`/deals/${dealId}/slots`)).json()) as {
    days: { slots: { startsAt: string; free: boolean }[] }[];
  };
  await says(customer, {
    type: "delivery.slotRequested",
    startsAt: slots.days.at(-1)!.slots.find(({ free }) => free)!.startsAt,
  });
  await says(customer, { type: "finance.termsAgreed" });
  await says(walt, { type: "customer.identityVerified", method: "license" });
  await says(walt, { type: "deal.freezeRequested" });
  await visit(`/deals/${dealId}/buyers-order.pdf`);
  await says(walt, { type: "deal.reopened", reason: secretReopening });
  await says(maya, { type: "deal.lost", reason: secretLostReason });
  await visit(`/deals/${dealId}`);
  await says(maya, { type: "deal.revived" });
  await says(
    customer,
    { type: "trade.payoffStated", lender: "X", payoff: cents(1), payoffGoodThrough: plainDate("2030-01-01") },
    "refused",
  );

  // A reader that was away for all of it catches up by steps and by the whole card.
  const late = await openLine(server.url, { cookie });
  const joined = await late.join(dealId, view().revision - 20);
  if (joined.caughtUp.kind === "patches") expect(joined.caughtUp.patches).toHaveLength(20);
  const whole = snapshotIn(await customer.join(dealId));
  expect(view().revision).toBe(whole.revision);
  await late.ask("d-somebody-else");
  keep(toCustomer, "socket", customer);
  keep(toCustomer, "late socket", late);
  for (const [name, line] of Object.entries(staff)) keep(toStaff, name, line);
  for (const line of [customer, late, ...Object.values(staff)]) line.close();
}

async function lookAtEverything(): Promise<void> {
  const { dealId } = deal;
  const stock = snapshotIn(await (await openLine(server.url, { cookie })).join(dealId)).card.vehicle.vehicle!
    .stockNumber;
  const pages = [
    "/",
    "/inventory",
    `/inventory/${stock}`,
    `/inventory/${stock}?method=lease`,
    `/deals/${dealId}`,
    `/deals/${dealId}/history`,
    "/resume",
  ];
  for (const path of pages) expect([path, (await visit(path)).status < 400]).toEqual([path, true]);
  for (const path of pages) {
    const [pathname = "", query = ""] = path.split("?");
    await visit(`${pathname === "/" ? "/_root" : pathname}.data${query && `?${query}`}`);
  }
  for (const path of [
    `/deals/${dealId}/vehicles`,
    `/deals/${dealId}/vehicles?q=suv`,
    `/deals/${dealId}/slots`,
    `/deals/${dealId}/buyers-order.pdf`,
  ])
    expect([path, (await visit(path)).status]).toEqual([path, 200]);
  await visit(`/deals/${dealId}?_data=routes%2Fdeals.$dealId._index`);
  await visit(`/deals/${dealId}/share`, { method: "POST" });
  // What is not theirs answers without saying anything.
  for (const path of [
    "/desk",
    "/finance",
    `/finance/${dealId}`,
    "/deals/d-nobody",
    "/deals/d-nobody.data",
    "/deals/d-nobody/buyers-order.pdf",
    "/staff/sign-in",
    "/readyz",
    "/metrics",
    "/%E0%A4%A",
    "/assets/nothing.js.map",
  ])
    await visit(path);
  for (const method of ["PUT", "DELETE", "OPTIONS", "HEAD"]) await visit(`/deals/${dealId}`, { method });
}

describe.skipIf(!isBuilt)("what a customer is sent", () => {
  it("[AUTHZ-02] [LOG-01] over a whole deal, no byte of it holds a staff value: pages, data, live frames, documents, mail and log", async () => {
    await playTheDeal();
    await lookAtEverything();
    expect(await server.stop()).toBe(0);
    const mails = await data.open((database) => database.prisma.outboxMessage.findMany());
    expect(mails.length).toBeGreaterThan(0);
    for (const { to, subject, text, html } of mails)
      toCustomer.push({ where: `mail to ${to}`, text: [subject, text, html].join("\n") });
    const log = server.output();

    const leaks = [...toCustomer, { where: "log", text: log }].flatMap(({ where, text }) =>
      canariesIn(text)
        // The log is the store's own: it may name a member of staff by id and an event by its type, never a value.
        .filter((name) => where !== "log" || !(name === "staff id" || name.startsWith("the key")))
        .map((name) => `${where}: ${name}`),
    );
    expect(leaks).toEqual([]);

    // The same net over what staff were sent catches nearly everything: it has no holes.
    const caught = new Set(toStaff.flatMap(({ text }) => canariesIn(text)));
    const neverSentWhole = new Set(["over-allowance"]);
    expect(canaries.map(({ name }) => name).filter((name) => !caught.has(name) && !neverSentWhole.has(name))).toEqual(
      [],
    );
    expect(toCustomer.length).toBeGreaterThan(100);
    process.stderr.write(
      `\n${toCustomer.length} answers and frames, ${canaries.length} canaries, ${mails.length} mails\n`,
    );
  }, 120_000);
});
