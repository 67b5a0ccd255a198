import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { expect, it } from "vitest";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { checkCode } from "#app/promises/promise-code.server";
import { loader as description } from "#app/routes/api.openapi[.]json";
import { action as quote } from "#app/routes/api.payments.quote";
import { action as solve } from "#app/routes/api.payments.solve";
import { loader as vehicle } from "#app/routes/inventory.$stockNumber";
import { loader as inventory } from "#app/routes/inventory._index";
import { loader as promisePage } from "#app/routes/promise.$number._index";
import { loader as promisePaper } from "#app/routes/promise.$number.paper[.]pdf";
import { canariesIn, plantCanaries, secretCost } from "#tests/support/canaries";
import { contextNow, newDeal, openDealStore, tell } from "#tests/support/deal-store";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await openDealStore(db);
await plantCanaries(db);
stockChanged();

const args = (path: string, params: Record<string, string> = {}, body?: object) =>
  ({
    request: new Request(`http://localhost:3000${path}`, {
      method: body ? "POST" : "GET",
      headers: { "Content-Type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    }),
    params,
    context: { clientAddress: "10.6.6.6" },
  }) as unknown as LoaderFunctionArgs & ActionFunctionArgs;

it("[AUTHZ-02] [Q3] no answer of the API, of a search by payment or of a promise holds a staff value", async () => {
  const deal = await newDeal(db);
  await tell(deal.dealId, deal.customer, { type: "promise.requested" });
  const { promises, vehicle: chosen } = await contextNow(deal.dealId);
  const stockNumber = chosen.vehicle!.stockNumber;
  const { number } = promises.list[0]!.content;
  const heard: [where: string, text: string][] = [];
  const asked: [typeof quote, object][] = [
    [quote, { stockNumber }],
    [quote, { stockNumber, method: "lease" }],
    [quote, { stockNumber, method: "cash" }],
    [quote, { stockNumber, termMonths: 61 }],
    [quote, { stockNumber, wholesale: 1 }],
    [solve, { stockNumber, solveFor: "cashDown", target: 60_000, creditBand: "good" }],
    [solve, { stockNumber, solveFor: "price", target: 1, creditBand: "good" }],
  ];
  for (const [route, body] of asked) {
    const answer = (await route(args("/api/payments", {}, body))) as Response;
    heard.push([JSON.stringify(body), await answer.text()]);
  }
  heard.push(["description", await ((await description(args("/api/openapi.json"))) as Response).text()]);
  const query = "?credit=good&down=1500&trade=8000&owed=2500&zip=97201";
  heard.push(["page", JSON.stringify(await vehicle(args(`/inventory/${stockNumber}${query}`, { stockNumber })))]);
  heard.push(["search", JSON.stringify(await inventory(args(`/inventory${query}&maxPayment=900&sort=paymentUp`)))]);
  const address = `/promise/${number}?code=${checkCode(number)}`;
  heard.push(["promise", JSON.stringify(await promisePage(args(address, { number })))]);
  const paper = await promisePaper(args(address, { number }));
  if (hasPdftotext) heard.push(["paper", pdfText(new Uint8Array(await paper.arrayBuffer()))]);
  const row = await db.prisma.pricePromise.findUniqueOrThrow({ where: { number } });
  heard.push(["kept", row.content]);

  expect(heard.flatMap(([where, text]) => canariesIn(text).map((name) => `${where}: ${name}`))).toEqual([]);
  expect(heard.every(([, text]) => text.length > 40)).toBe(true);
  // The net has no hole: what was planted is found where it stands.
  expect(canariesIn(JSON.stringify(secretCost))).not.toEqual([]);
});
