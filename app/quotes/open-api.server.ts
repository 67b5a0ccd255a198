import { z } from "zod";
import { env } from "#app/platform/env.server";
import { problemSchema, quoteAnswerSchema, solveAnswerSchema } from "./answer-schemas";
import { answeredExamples, askedExamples } from "./api-examples";
import { QUOTES_A_MINUTE, SOLVES_A_MINUTE } from "./payments-api.server";
import { figuresQuoteSchema, figuresSolveSchema, stockQuoteSchema, stockSolveSchema } from "./quote-schemas";

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; what a caller may leave out is told from the input side. */
const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, reused: "inline", target: "draft-2020-12" });
  return described;
};

const json = (schema: object, examples: Record<string, unknown>) => ({
  schema,
  examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
});

const problem = (description: string, headers?: object) => ({
  description,
  ...(headers && { headers }),
  content: {
    "application/problem+json": json({ $ref: "#/components/schemas/Problem" }, { problem: answeredExamples.problem }),
  },
});

const problems = (perMinute: number) => ({
  400: problem("Not as described: each field at fault with its limit."),
  404: problem("No such car for sale."),
  413: problem("The question is too long."),
  415: problem("Not application/json."),
  422: problem("The figures cannot be worked: which field, which limit, what to do."),
  429: problem(`More than ${perMinute} a minute from one address.`, {
    "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
  }),
});

interface Described {
  id: string;
  summary: string;
  stock: string;
  figures: string;
  asked: Record<string, unknown>;
  answer: string;
  answered: unknown;
  perMinute: number;
}

const post = ({ id, summary, stock, figures, asked, answer, answered, perMinute }: Described) => ({
  operationId: id,
  summary,
  security: [],
  requestBody: {
    required: true,
    content: {
      "application/json": json(
        { oneOf: [{ $ref: `#/components/schemas/${stock}` }, { $ref: `#/components/schemas/${figures}` }] },
        asked,
      ),
    },
  },
  responses: {
    200: {
      description: "Worked by the same core as the store's pages, cards and contracts.",
      content: { "application/json": json({ $ref: `#/components/schemas/${answer}` }, { answer: answered }) },
    },
    ...problems(perMinute),
  },
});

/** The public API described from the very schemas that check it. */
export function openApiDescription() {
  const { stockQuote, figuresQuote, figuresLease, stockSolve, figuresSolve } = askedExamples;
  return {
    openapi: "3.1.0",
    info: {
      title: "Payments",
      version: "1.0.0",
      description:
        "Payments for a store's own site. Amounts are whole cents, rates decimal text. No key, no cookie: any page may ask (CORS: any origin, without credentials). Show the disclosure of an answer beside every payment of it.",
    },
    servers: [{ url: env.PUBLIC_URL }],
    paths: {
      "/api/payments/quote": {
        post: post({
          id: "quotePayment",
          summary: "A payment for a car in stock or for free figures",
          stock: "StockQuoteRequest",
          figures: "FiguresQuoteRequest",
          asked: { stockQuote, figuresQuote, figuresLease },
          answer: "QuoteAnswer",
          answered: answeredExamples.quote,
          perMinute: QUOTES_A_MINUTE,
        }),
      },
      "/api/payments/solve": {
        post: post({
          id: "solvePayment",
          summary: "Price, cash down, term, rate or lease cash for a payment",
          stock: "StockSolveRequest",
          figures: "FiguresSolveRequest",
          asked: { stockSolve, figuresSolve },
          answer: "SolveAnswer",
          answered: answeredExamples.solve,
          perMinute: SOLVES_A_MINUTE,
        }),
      },
    },
    components: {
      schemas: {
        StockQuoteRequest: schemaOf(stockQuoteSchema, "input"),
        FiguresQuoteRequest: schemaOf(figuresQuoteSchema, "input"),
        StockSolveRequest: schemaOf(stockSolveSchema, "input"),
        FiguresSolveRequest: schemaOf(figuresSolveSchema, "input"),
        QuoteAnswer: schemaOf(quoteAnswerSchema, "output"),
        SolveAnswer: schemaOf(solveAnswerSchema, "output"),
        Problem: schemaOf(problemSchema, "output"),
      },
    },
  };
}
