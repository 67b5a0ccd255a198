import { z } from "zod";
import { stockBoard, type StockBoard } from "#app/merchandising/stock-board.server";
import { rateLimit, type RateLimit } from "#app/platform/rate-limit.server";
import { answerFiguresQuote, answerStockQuote } from "./answer-quote.server";
import { answerFiguresSolve, answerStockSolve } from "./answer-solve.server";
import { ApiProblem, problemResponse, schemaProblem } from "./api-problem.server";
import { figuresQuoteSchema, figuresSolveSchema, stockQuoteSchema, stockSolveSchema } from "./quote-schemas";

/** A store's own site asks once for each page it shows; two a second from one address is a busy one. */
export const QUOTES_A_MINUTE = 120;
/** Working backwards costs some thirty times a quote. */
export const SOLVES_A_MINUTE = 40;
/** The longest question is a few hundred letters. */
export const MOST_BODY_BYTES = 8 * 1024;

const quotes = rateLimit("apiQuote", { points: QUOTES_A_MINUTE, perSeconds: 60 });
const solves = rateLimit("apiSolve", { points: SOLVES_A_MINUTE, perSeconds: 60 });

interface Endpoint<Stock, Figures> {
  limit: RateLimit;
  perMinute: number;
  stock: z.ZodType<Stock>;
  figures: z.ZodType<Figures>;
  ofStock(board: StockBoard, asked: Stock): Promise<unknown>;
  ofFigures(board: StockBoard, asked: Figures): Promise<unknown>;
}

const endpoint =
  <Stock, Figures>(api: Endpoint<Stock, Figures>) =>
  async (request: Request, clientAddress: string): Promise<Response> => {
    try {
      const taken = await api.limit.take(clientAddress);
      if (!taken.ok)
        throw new ApiProblem(
          429,
          "Too many questions.",
          [
            {
              field: "request",
              code: "rateLimit",
              limit: api.perMinute,
              message: `At most ${api.perMinute} a minute.`,
            },
          ],
          { "Retry-After": String(taken.retryAfterSeconds) },
        );
      if (request.method !== "POST") throw new ApiProblem(405, "Ask with POST.", [], { Allow: "POST, OPTIONS" });
      const body = await readBody(request);
      const board = await stockBoard();
      if (!board) throw new ApiProblem(503, "There is no store yet.");
      const answer = await answerTo(api, board, body);
      return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
    } catch (problem) {
      if (problem instanceof ApiProblem) return problemResponse(problem);
      throw problem;
    }
  };

async function answerTo<Stock, Figures>(
  api: Endpoint<Stock, Figures>,
  board: StockBoard,
  body: object,
): Promise<unknown> {
  // Which of the two questions it is shows in its fields; each then says by itself what is wrong with it.
  if ("stockNumber" in body) {
    const asked = api.stock.safeParse(body);
    if (!asked.success) throw schemaProblem(asked.error);
    return api.ofStock(board, asked.data);
  }
  const asked = api.figures.safeParse(body);
  if (!asked.success) throw schemaProblem(asked.error);
  return api.ofFigures(board, asked.data);
}

async function readBody(request: Request): Promise<object> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new ApiProblem(415, "Send application/json.", [], { "Accept-Post": "application/json" });
  const text = await request.text();
  if (text.length > MOST_BODY_BYTES)
    throw new ApiProblem(413, "The question is too long.", [
      { field: "body", code: "tooLarge", limit: MOST_BODY_BYTES, message: `At most ${MOST_BODY_BYTES} bytes.` },
    ]);
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Said below, in the same words.
  }
  throw new ApiProblem(400, "The body is not a JSON object.", [
    { field: "body", code: "notJson", limit: null, message: "The body is not a JSON object." },
  ]);
}

export const quotePayment = endpoint({
  limit: quotes,
  perMinute: QUOTES_A_MINUTE,
  stock: stockQuoteSchema,
  figures: figuresQuoteSchema,
  ofStock: answerStockQuote,
  ofFigures: answerFiguresQuote,
});

export const solvePayment = endpoint({
  limit: solves,
  perMinute: SOLVES_A_MINUTE,
  stock: stockSolveSchema,
  figures: figuresSolveSchema,
  ofStock: answerStockSolve,
  ofFigures: answerFiguresSolve,
});
