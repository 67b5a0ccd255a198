import { expect, test } from "vitest";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { startShopperSession } from "#app/accounts/session.server";
import { readDealView } from "#app/deals/read-deal.server";
import { readFinanceDeal } from "#app/desk/finance-deal.server";
import type { VehiclePage } from "#app/merchandising/vehicle-page";
import type { QuoteAnswer } from "#app/quotes/answer-schemas";
import { loader as order } from "#app/routes/deals.$dealId.buyers-order[.]pdf";
import { loader as card } from "#app/routes/deals.$dealId._index";
import { action as quote } from "#app/routes/api.payments.quote";
import { loader as vehicle } from "#app/routes/inventory.$stockNumber";
import { newDeal, openDealStore, staffCalled, tell } from "#tests/support/deal-store";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await openDealStore(db);

interface Figures {
  payment: number;
  totalOfPayments: number;
  cashDue: number;
  outTheDoor: number;
}

const args = (path: string, params: Record<string, string>, init: RequestInit = {}) =>
  ({
    request: new Request(`http://localhost:3000${path}`, init),
    params,
    context: { clientAddress: "10.5.5.5" },
  }) as unknown as LoaderFunctionArgs & ActionFunctionArgs;

const written = (cents: number) =>
  `$${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

type Sheet = NonNullable<ReturnType<typeof dealWorksheet>>;

function figuresOf(sheet: Sheet): Figures {
  const { chosen } = sheet;
  if (!chosen.ok || chosen.method === "cash") throw new Error("a payment is shown");
  const { payment, totalOfPayments, cashDueAtSigning } = chosen;
  return { payment, totalOfPayments, cashDue: cashDueAtSigning, outTheDoor: sheet.outTheDoor };
}

/** What the shopper says on the page, as its address, its API question and the deal's events say it. */
const ways = [
  { method: "finance", stockNumber: "N2614", kind: {}, down: 4_250, term: 72, trade: 8_000, owed: 2_500 },
  {
    method: "finance",
    stockNumber: "U1180",
    kind: { condition: "used", fuel: "gasoline" },
    down: 0,
    term: 60,
    trade: 0,
    owed: 0,
  },
  { method: "lease", stockNumber: "N2614", kind: {}, down: 1_500, term: 36, trade: 3_000, owed: 4_100 },
] as const;

test.each(ways)(
  "[Q1] [Q6] one deal is one figure on card, page, API, desk and paper: $method of $stockNumber",
  async (way) => {
    const { method, stockNumber, down, term, trade, owed } = way;
    const deal = await newDeal(db, { stockNumber, ...way.kind });
    const { dealId, customer } = deal;
    await tell(dealId, customer, { type: "finance.creditBandStated", creditBand: "good" });
    await tell(dealId, customer, { type: "finance.cashDownSet", cashDown: (down * 100) as never });
    if (method === "lease")
      await tell(
        dealId,
        customer,
        { type: "finance.leaseTermsChosen", termMonths: term, milesPerYear: 10_000 },
        { type: "finance.methodChosen", method },
      );
    else await tell(dealId, customer, { type: "finance.termChosen", termMonths: term });
    if (trade > 0)
      await tell(dealId, customer, {
        type: "trade.valueStated",
        value: (trade * 100) as never,
        owed: (owed * 100) as never,
      });

    // The card, as its own loader gives it.
    const { setCookie } = await startShopperSession(new Request("http://localhost:3000/"), {
      shopperId: deal.shopperId,
    });
    const cookie = setCookie.split(";", 1)[0] ?? "";
    const loaded = await card(args(`/deals/${dealId}`, { dealId }, { headers: { Cookie: cookie } }));
    const { view } = ("data" in loaded ? loaded.data : loaded) as { view: Parameters<typeof numbersFrom>[0] };
    const shown = figuresOf(dealWorksheet(numbersFrom(view))!);

    // The vehicle's page.
    const query = new URLSearchParams({
      pay: method,
      credit: "good",
      down: String(down),
      trade: String(trade),
      owed: String(owed),
    });
    query.set(method === "lease" ? "months" : "term", String(term));
    const page = (await vehicle(args(`/inventory/${stockNumber}?${query}`, { stockNumber }))).data as VehiclePage;
    const { estimate } = page.payment;
    if (estimate.method !== "finance" && estimate.method !== "lease") throw new Error("a payment is shown");
    const due = estimate.cashDueAtSigning;
    expect({
      payment: estimate.payment,
      totalOfPayments: estimate.totalOfPayments,
      cashDue: typeof due === "number" ? due : due.low,
    }).toEqual({
      payment: { low: shown.payment, high: shown.payment },
      totalOfPayments: { low: shown.totalOfPayments, high: shown.totalOfPayments },
      cashDue: shown.cashDue,
    });

    // The API.
    const body = {
      stockNumber,
      method,
      creditBand: "good",
      cashDown: down * 100,
      termMonths: term,
      ...(method === "lease" && { milesPerYear: 10_000 }),
      trades: trade > 0 ? [{ value: trade * 100, owed: owed * 100 }] : [],
    };
    const asked = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const answer = (await (await quote(args("/api/payments/quote", {}, asked))).json()) as QuoteAnswer;
    const [quoted] = answer.quotes;
    expect({
      payment: quoted?.payment,
      totalOfPayments: quoted?.totalOfPayments,
      cashDue: quoted?.cashDue,
      outTheDoor: answer.outTheDoor,
    }).toEqual(shown);

    // The worksheet at the desk.
    const walt = staffCalled("Walt");
    const desk = await readFinanceDeal(dealId, walt);
    expect(figuresOf(desk!.worksheet!)).toEqual(shown);
    expect((await readDealView(dealId, "finance"))?.revision).toBe(desk!.revision);

    // The paper.
    if (!hasPdftotext) return;
    const drawn = await order(args(`/deals/${dealId}/buyers-order.pdf`, { dealId }, { headers: { Cookie: cookie } }));
    const text = pdfText(new Uint8Array(await drawn.arrayBuffer()));
    for (const amount of [shown.payment, shown.totalOfPayments, shown.outTheDoor].slice(0, method === "lease" ? 2 : 3))
      expect(text).toContain(written(amount));
  },
);
