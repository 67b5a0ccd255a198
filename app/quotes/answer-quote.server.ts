import { assert } from "#machines/assert";
import { type Worksheet, worksheet } from "#machines/desking/worksheet";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import type { StockBoard } from "#app/merchandising/stock-board.server";
import type { QuoteAnswer, QuotedBand } from "./answer-schemas";
import { refusalProblem } from "./api-problem.server";
import { quoteDisclosure } from "./quote-disclosure.server";
import { figuresQuoteInputs, type QuoteInputs, stockQuoteInputs } from "./quote-inputs.server";
import type { FiguresQuoteRequest, StockQuoteRequest } from "./quote-schemas";
import { stampOf } from "./quote-stamp.server";

type Chosen = Extract<Worksheet["chosen"], { ok: true }>;

/** The whole worksheet for each band; a way of paying that the core refuses is a problem with its field and limit. */
function quoted(creditBand: string | null, inputs: WorksheetInputs) {
  const sheet = worksheet(inputs);
  if (!sheet.chosen.ok) throw refusalProblem(sheet.chosen);
  return { sheet, figures: figuresOf(sheet.chosen, creditBand, inputs) };
}

function figuresOf(chosen: Chosen, creditBand: string | null, inputs: WorksheetInputs): QuotedBand {
  const none = {
    payment: null,
    numberOfPayments: null,
    aprPercent: null,
    amountFinanced: null,
    financeCharge: null,
    totalOfPayments: null,
    totalSalePrice: null,
    milesPerYear: null,
  };
  const common = { ...none, creditBand, stamp: stampOf(inputs) };
  switch (chosen.method) {
    case "cash":
      return { ...common, cashDue: chosen.balanceDue };
    case "finance":
      return {
        ...common,
        payment: chosen.payment,
        numberOfPayments: chosen.numberOfPayments,
        aprPercent: chosen.aprDisclosed,
        amountFinanced: chosen.amountFinanced,
        financeCharge: chosen.financeCharge,
        totalOfPayments: chosen.totalOfPayments,
        totalSalePrice: chosen.totalSalePrice,
        cashDue: chosen.cashDueAtSigning,
      };
    case "lease":
      return {
        ...common,
        payment: chosen.payment,
        numberOfPayments: chosen.numberOfPayments,
        totalOfPayments: chosen.totalOfPayments,
        milesPerYear: chosen.milesPerYear,
        cashDue: chosen.cashDueAtSigning,
      };
  }
}

export const answerStockQuote = async (board: StockBoard, asked: StockQuoteRequest): Promise<QuoteAnswer> =>
  answerOf(await stockQuoteInputs(board, asked));

export const answerFiguresQuote = async (board: StockBoard, asked: FiguresQuoteRequest): Promise<QuoteAnswer> =>
  answerOf(await figuresQuoteInputs(board, asked));

function answerOf({ stockNumber, place, bands, goodThrough }: QuoteInputs): QuoteAnswer {
  const worked = bands.map(({ creditBand, inputs }) => quoted(creditBand, inputs));
  const [first] = worked;
  const [{ inputs } = { inputs: null }] = bands;
  assert(first && inputs, "every store has a credit band");
  const { sheet } = first;
  const quotes = worked.map(({ figures }) => figures);
  const payments = quotes.flatMap(({ payment }) => payment ?? []);
  return {
    method: inputs.method,
    stockNumber,
    payment: payments.length > 0 ? { low: Math.min(...payments), high: Math.max(...payments) } : null,
    totalPrice: sheet.totalPrice,
    governmentCharges: sheet.governmentCharges,
    outTheDoor: sheet.outTheDoor,
    lines: [...sheet.priceLines, ...sheet.taxLines].map(({ code, label, amount }) => ({ code, label, amount })),
    quotes,
    taxes: { region: place.region, counted: place.taxes?.rule != null, gap: place.gap },
    disclosure: quoteDisclosure(inputs.method, quotes, {
      cashDown: inputs.cashDown,
      deposit: inputs.lease?.securityDeposit ?? 0,
    }),
    goodThrough,
  };
}
