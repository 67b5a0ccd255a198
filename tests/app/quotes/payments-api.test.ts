import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { StockBoard } from "#app/merchandising/stock-board.server";
import { stockBoard } from "#app/merchandising/stock-board.server";
import { paymentEstimate, usualWish } from "#app/merchandising/payment-estimate.server";
import {
  type Problem,
  problemSchema,
  type QuoteAnswer,
  quoteAnswerSchema,
  type SolveAnswer,
  solveAnswerSchema,
} from "#app/quotes/answer-schemas";
import { answeredExamples, askedExamples } from "#app/quotes/api-examples";
import { MOST_BODY_BYTES, QUOTES_A_MINUTE } from "#app/quotes/payments-api.server";
import { figuresQuoteSchema, figuresSolveSchema, stockQuoteSchema, stockSolveSchema } from "#app/quotes/quote-schemas";
import { loader as description } from "#app/routes/api.openapi[.]json";
import { action as quote, loader as quoteByGet } from "#app/routes/api.payments.quote";
import { action as solve } from "#app/routes/api.payments.solve";
import { seedStore } from "#prisma/seed/seed-store";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
await seedStore(db);
const board = (await stockBoard()) as StockBoard;

let caller = 0;
/** Each question from an address of its own, unless the test is about the limit. */
function ask(
  route: typeof quote,
  body: unknown,
  { address = `10.0.0.${(caller += 1)}`, type = "application/json" } = {},
): Promise<Response> {
  const request = new Request("http://localhost/api/payments", {
    method: "POST",
    headers: { "Content-Type": type },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const args = { request, params: {}, context: { clientAddress: address } } as unknown as ActionFunctionArgs;
  return Promise.resolve(route(args)) as Promise<Response>;
}

async function answered<Answer>(route: typeof quote, body: unknown): Promise<Answer> {
  const answer = await ask(route, body);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([200, expect.any(String)]);
  return JSON.parse(text) as Answer;
}

async function refused(body: unknown, route: typeof quote = quote): Promise<Problem> {
  const answer = await ask(route, body);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return problem;
}

describe("[Q1] a quote", () => {
  it("of a car in stock is the payment of its page, and says what it was made by", async () => {
    const asked = { stockNumber: "N2614", cashDown: 300_000, termMonths: 60, creditBand: "good" };
    const answer = await answered<QuoteAnswer>(quote, asked);
    const estimate = paymentEstimate(board, board.byStockNumber.get("N2614")!, { ...usualWish(board), credit: "good" });
    expect(estimate.method === "finance" && estimate.payment).toEqual(answer.payment);
    expect(answer.quotes).toHaveLength(1);
    expect(answer.lines.reduce((total, { amount }) => total + amount, 0)).toBe(
      answer.totalPrice + answer.governmentCharges,
    );
    expect(answer.quotes[0]?.stamp).toMatchObject({ rulePack: { id: board.policy.tax.id } });
    expect(answer.disclosure).toContain("% APR, $3,000.00 down, 60 monthly payments");
    expect(quoteAnswerSchema.parse(answer)).toEqual(answer);
  });

  it("without a credit band is a range with both ends, never one number", async () => {
    const answer = await answered<QuoteAnswer>(quote, { stockNumber: "N2614", cashDown: 300_000 });
    expect(answer.quotes.map(({ creditBand }) => creditBand)).toEqual(["excellent", "good"]);
    expect(answer.payment!.low).toBeLessThan(answer.payment!.high);
    expect(new Set(answer.quotes.map(({ stamp }) => stamp.inputsHash)).size).toBe(2);
  });

  it("of the same inputs has the same hash, and of any other another", async () => {
    const asked = { stockNumber: "N2614", cashDown: 300_000, creditBand: "good" };
    const hash = async (body: object) => (await answered<QuoteAnswer>(quote, body)).quotes[0]!.stamp.inputsHash;
    expect(await hash(asked)).toBe(await hash({ creditBand: "good", cashDown: 300_000, stockNumber: "N2614" }));
    expect(await hash(asked)).not.toBe(await hash({ ...asked, cashDown: 300_001 }));
  });

  it("of free figures, of a lease and of cash comes with its own disclosure", async () => {
    const free = await answered<QuoteAnswer>(quote, askedExamples.figuresQuote);
    expect(free).toMatchObject({ stockNumber: null, method: "finance", goodThrough: null });
    const lease = await answered<QuoteAnswer>(quote, askedExamples.figuresLease);
    expect(lease.disclosure).toMatch(/^This is a lease\. \$.* due at signing, no security deposit\. 36 monthly/);
    const cash = await answered<QuoteAnswer>(quote, { stockNumber: "U1180", method: "cash" });
    expect(cash).toMatchObject({ payment: null, quotes: [{ payment: null, aprPercent: null }] });
  });

  it("counts up to three trades and the taxes of a place", async () => {
    const asked = { stockNumber: "N2614", cashDown: 300_000, creditBand: "good" };
    const plain = await answered<QuoteAnswer>(quote, asked);
    const traded = await answered<QuoteAnswer>(quote, {
      ...asked,
      trades: [
        { value: 500_000, owed: 100_000 },
        { value: 200_000, owed: 0 },
      ],
    });
    expect(traded.payment!.low).toBeLessThan(plain.payment!.low);
    const elsewhere = await answered<QuoteAnswer>(quote, { ...asked, postcode: "97201" });
    expect(elsewhere.taxes.region).toBe("OR");
  });
});

describe("[Q2] solving backwards", () => {
  it("meets the target, and one step further does not", async () => {
    const base = { stockNumber: "N2614", creditBand: "good", termMonths: 60, target: 56_000 };
    const cash = await answered<SolveAnswer>(solve, { ...base, solveFor: "cashDown" });
    expect(cash.payment).toBeLessThanOrEqual(56_000);
    expect(cash.paymentOneStepFurther).toBeGreaterThan(56_000);
    const again = await answered<QuoteAnswer>(quote, {
      stockNumber: "N2614",
      creditBand: "good",
      termMonths: 60,
      cashDown: cash.answer.cashDown,
    });
    expect(again.payment!.low).toBe(cash.payment);
    const price = await answered<SolveAnswer>(solve, { ...base, solveFor: "price", cashDown: 300_000 });
    expect(price.paymentOneStepFurther).toBeGreaterThan(56_000);
    const term = await answered<SolveAnswer>(solve, { ...base, solveFor: "term", target: 65_000 });
    expect(board.policy.retailTerms.map(({ termMonths }) => termMonths)).toContain(term.answer.termMonths);
    const rate = await answered<SolveAnswer>(solve, askedExamples.figuresSolve);
    expect(rate.answer.ratePercent).toMatch(/^\d+\.\d{2,}$/);
    const { lease, ...terms } = askedExamples.figuresLease;
    const signing = await answered<SolveAnswer>(solve, {
      ...terms,
      lease: { ...lease, securityDeposit: 50_000 },
      solveFor: "leaseCash",
      target: 400_000,
    });
    expect(signing.answer.cashDown).toBeGreaterThan(0);
    for (const answer of [cash, price, term, rate, signing]) expect(solveAnswerSchema.parse(answer)).toEqual(answer);
  });

  it("refuses a target that no figure reaches, naming the field and the limit", async () => {
    const problem = await refused({ stockNumber: "N2614", creditBand: "good", solveFor: "price", target: 100 }, solve);
    expect(problem).toMatchObject({ status: 422, errors: [{ field: expect.any(String), limit: expect.any(Number) }] });
    const own = await refused({ stockNumber: "N2614", solveFor: "rate", target: 50_000 }, solve);
    expect(own.errors[0]).toMatchObject({ field: "solveFor", code: "notOffered" });
  });
});

describe("[Q3] what cannot be worked", () => {
  const stock = { stockNumber: "N2614" };
  const figures = askedExamples.figuresQuote;
  const table: [name: string, body: unknown, status: number, field: string, limit: unknown][] = [
    ["a price below zero", { ...figures, price: { sellingPrice: -1 } }, 400, "price.sellingPrice", 0],
    ["no price", { ...figures, price: { sellingPrice: 0 } }, 422, "price.sellingPrice", 1],
    ["a price beyond any deal", { ...figures, price: { sellingPrice: 2e9 } }, 400, "price.sellingPrice", 1_000_000_000],
    ["0 months", { ...figures, termMonths: 0 }, 400, "termMonths", 1],
    ["1,000 months", { ...figures, termMonths: 1_000 }, 400, "termMonths", 240],
    ["400 %", { ...figures, ratePercent: "400" }, 422, "ratePercent", "60.00"],
    ["a rate in words", { ...figures, ratePercent: "five" }, 400, "ratePercent", null],
    ["a rate as a binary fraction", { ...figures, ratePercent: 5.49 }, 400, "ratePercent", null],
    ["no rate", { price: figures.price, termMonths: 60 }, 422, "ratePercent", null],
    ["no term", { price: figures.price, ratePercent: "5" }, 422, "termMonths", null],
    ["half a cent", { ...figures, cashDown: 0.5 }, 400, "cashDown", null],
    [
      "cash above the deal",
      { ...stock, creditBand: "good", cashDown: 90_000_000 },
      422,
      "cashDown",
      expect.any(Number),
    ],
    ["a term nobody offers", { ...stock, termMonths: 61 }, 422, "termMonths", expect.arrayContaining([60])],
    ["a band nobody has", { ...stock, creditBand: "royal" }, 422, "creditBand", expect.arrayContaining(["good"])],
    ["a car that is not there", { stockNumber: "X1" }, 404, "stockNumber", null],
    ["a used car leased", { stockNumber: "U1180", method: "lease" }, 422, "method", null],
    ["a lease without its table", { price: figures.price, method: "lease", termMonths: 36 }, 422, "lease", null],
    [
      "a residual above the price",
      { ...askedExamples.figuresLease, lease: { ...askedExamples.figuresLease.lease, residualPercent: "99.9" } },
      422,
      "lease.residualPercent",
      expect.any(Number),
    ],
    ["a day that does not exist", { ...figures, contractDate: "2026-02-30" }, 400, "contractDate", null],
    [
      "a first payment before the contract",
      { ...figures, contractDate: "2026-11-22", firstPaymentDate: "2026-11-01" },
      422,
      "firstPaymentDate",
      1,
    ],
    ["a field that is none", { ...stock, buyRate: 1 }, 400, "buyRate", null],
    ["two questions in one", { ...stock, price: figures.price }, 400, "price", null],
    ["a postcode of nowhere", { ...stock, postcode: "1234" }, 400, "postcode", null],
    ["four trades", { ...stock, trades: Array.from({ length: 4 }, () => ({ value: 1 })) }, 400, "trades", 3],
    ["no object", "[]", 400, "body", null],
    ["no JSON", "{", 400, "body", null],
    ["a novel", JSON.stringify({ stockNumber: "x".repeat(MOST_BODY_BYTES) }), 413, "body", MOST_BODY_BYTES],
  ];
  it.each(table)("%s is refused with its field and limit", async (_name, body, status, field, limit) => {
    const problem = await refused(body);
    expect(problem.status).toBe(status);
    expect(problem.errors.find((error) => error.field === field) ?? problem.errors).toMatchObject({ field, limit });
    expect(JSON.stringify(problem)).not.toContain("NaN");
  });

  it("is refused by its kind: not JSON, not POST", async () => {
    expect((await ask(quote, "{}", { type: "text/plain" })).status).toBe(415);
    const request = new Request("http://localhost/api/payments/quote");
    const context = { clientAddress: "10.1.1.1" };
    const get = (await quoteByGet({ request, params: {}, context } as unknown as LoaderFunctionArgs)) as Response;
    expect(get.status).toBe(405);
    expect(get.headers.get("Allow")).toBe("POST, OPTIONS");
  });

  it("is refused after too many questions from one address, and says when to come back", async () => {
    const address = "10.9.9.9";
    for (let asked = 0; asked < QUOTES_A_MINUTE; asked++) await ask(quote, "{", { address });
    const answer = await ask(quote, { stockNumber: "N2614" }, { address });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(problemSchema.parse(await answer.json()).errors[0]).toMatchObject({ limit: QUOTES_A_MINUTE });
    expect((await ask(quote, { stockNumber: "N2614" })).status).toBe(200);
  });
});

describe("[Q4] the description", () => {
  it("holds the very schemas that check, and each of its examples is valid", async () => {
    const context = { clientAddress: "10.2.2.2" };
    const request = new Request("http://localhost/api/openapi.json");
    const answer = (await description({ request, params: {}, context } as unknown as LoaderFunctionArgs)) as Response;
    const described = (await answer.json()) as { openapi: string; paths: object; components: { schemas: object } };
    expect(described.openapi).toBe("3.1.0");
    expect(Object.keys(described.paths)).toEqual(["/api/payments/quote", "/api/payments/solve"]);
    expect(JSON.stringify(described)).not.toContain("#/$defs");
    const names = [...JSON.stringify(described).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    for (const name of names) expect(Object.keys(described.components.schemas)).toContain(name);

    const schemas: [z.ZodType, unknown][] = [
      [stockQuoteSchema, askedExamples.stockQuote],
      [figuresQuoteSchema, askedExamples.figuresQuote],
      [figuresQuoteSchema, askedExamples.figuresLease],
      [stockSolveSchema, askedExamples.stockSolve],
      [figuresSolveSchema, askedExamples.figuresSolve],
      [quoteAnswerSchema, answeredExamples.quote],
      [solveAnswerSchema, answeredExamples.solve],
      [problemSchema, answeredExamples.problem],
    ];
    for (const [schema, example] of schemas) expect(schema.safeParse(example).error).toBeUndefined();
    // The described schema says the same as the one that checks, in the words of JSON Schema.
    for (const [name, schema] of Object.entries(described.components.schemas)) {
      const restored = z.fromJSONSchema(schema as never);
      const examples = schemas.flatMap(([one, example]) => (one.safeParse(example).success ? [example] : []));
      expect([name, examples.some((example) => restored.safeParse(example).success)]).toEqual([name, true]);
    }
    for (const body of [askedExamples.stockQuote, askedExamples.figuresQuote, askedExamples.figuresLease])
      expect((await ask(quote, body)).status).toBe(200);
    for (const body of [askedExamples.stockSolve, askedExamples.figuresSolve])
      expect((await ask(solve, body)).status).toBe(200);
  });
});
