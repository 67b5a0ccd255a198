import { assert } from "#machines/assert";
import {
  solveForCashAtSigning,
  solveForCashDown,
  type SolvedDeal,
  solveForRate,
  solveForSellingPrice,
  solveForTerm,
} from "#machines/desking/solve-backwards";
import type { ColumnRefusal } from "#machines/desking/column-refusal";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { cents, type Cents } from "#machines/money/cents";
import { percentOf } from "#machines/money/rate";
import type { StockBoard } from "#app/merchandising/stock-board.server";
import type { SolveAnswer } from "./answer-schemas";
import { ApiProblem, fieldProblem, refusalProblem } from "./api-problem.server";
import { quoteDisclosure } from "./quote-disclosure.server";
import { figuresQuoteInputs, type QuoteInputs, stockQuoteInputs } from "./quote-inputs.server";
import type { FiguresSolveRequest, StockSolveRequest } from "./quote-schemas";
import { stampOf } from "./quote-stamp.server";

type Asked = StockSolveRequest | FiguresSolveRequest;
type Solved = { deal: SolvedDeal; answer: SolveAnswer["answer"] };

const HTTP_UNPROCESSABLE = 422;

/** A rate, a price and a term are looked for within one set of terms; a band left open would make them a range. */
function oneBand({ bands }: QuoteInputs): { creditBand: string | null; inputs: WorksheetInputs } {
  // The dearest of the open bands: an answer that holds there holds for the better ones.
  const dearest = bands.at(-1);
  assert(dearest, "every store has a credit band");
  return dearest;
}

export const answerStockSolve = async (board: StockBoard, asked: StockSolveRequest): Promise<SolveAnswer> => {
  if (asked.solveFor === "rate")
    throw fieldProblem({
      field: "solveFor",
      code: "notOffered",
      limit: ["price", "cashDown", "term", "leaseCash"],
      message: "The rate of a car in stock is the store's own: ask with free figures instead.",
    });
  const { solveFor: _, target: __, ...quote } = asked;
  return answerOf(board, asked, oneBand(await stockQuoteInputs(board, quote)));
};

export const answerFiguresSolve = async (board: StockBoard, asked: FiguresSolveRequest): Promise<SolveAnswer> => {
  const { solveFor, target: _, ...quote } = asked;
  // What is looked for need not be given.
  const filled = {
    ...quote,
    ...(solveFor === "rate" && { ratePercent: quote.ratePercent ?? "0" }),
    ...(solveFor === "term" && { termMonths: quote.termMonths ?? board.policy.retailTerms[0]!.termMonths }),
    price: { ...quote.price, ...(solveFor === "price" && { sellingPrice: Math.max(1, quote.price.sellingPrice) }) },
  };
  return answerOf(board, asked, oneBand(await figuresQuoteInputs(board, filled)));
};

function answerOf(
  board: StockBoard,
  asked: Asked,
  { creditBand, inputs }: { creditBand: string | null; inputs: WorksheetInputs },
): SolveAnswer {
  const { deal, answer } = solve(board, asked, creditBand, inputs);
  const { column } = deal;
  const stamp = stampOf(deal.inputs);
  const isLease = column.method === "lease";
  const band = {
    creditBand,
    payment: deal.payment,
    numberOfPayments: column.numberOfPayments,
    aprPercent: isLease ? null : column.aprDisclosed,
    amountFinanced: null,
    financeCharge: null,
    totalOfPayments: deal.totalOfPayments,
    totalSalePrice: null,
    milesPerYear: isLease ? column.milesPerYear : null,
    cashDue: column.cashDueAtSigning,
    stamp,
  };
  return {
    solveFor: asked.solveFor,
    target: asked.target,
    answer,
    payment: deal.payment,
    totalOfPayments: deal.totalOfPayments,
    paymentOneStepFurther: deal.paymentOneStepFurther,
    creditBand,
    disclosure: quoteDisclosure(column.method, [band], {
      cashDown: deal.inputs.cashDown,
      deposit: deal.inputs.lease?.securityDeposit ?? 0,
    }),
    stamp,
  };
}

function solve(
  board: StockBoard,
  { solveFor, target }: Asked,
  creditBand: string | null,
  inputs: WorksheetInputs,
): Solved {
  const goal = cents(target);
  switch (solveFor) {
    case "price": {
      const deal = worked(solveForSellingPrice(inputs, goal));
      return { deal, answer: { sellingPrice: deal.sellingPrice } };
    }
    case "cashDown": {
      const deal = worked(solveForCashDown(inputs, goal));
      return { deal, answer: { cashDown: deal.cashDown } };
    }
    case "leaseCash": {
      const deal = worked(solveForCashAtSigning(inputs, goal));
      return { deal, answer: { cashDown: deal.cashDown } };
    }
    case "rate": {
      const deal = worked(solveForRate(inputs, goal));
      return { deal, answer: { ratePercent: percentOf(deal.contractRate) } };
    }
    case "term":
      return solveTerm(board, goal, creditBand, inputs);
  }
}

/** The shortest of the store's terms; at the store's rates for a band, at the given rate for free figures. */
function solveTerm(board: StockBoard, goal: Cents, creditBand: string | null, inputs: WorksheetInputs): Solved {
  if (inputs.method === "lease")
    throw new ApiProblem(HTTP_UNPROCESSABLE, "The figures cannot be worked.", [
      {
        field: "solveFor",
        code: "notOffered",
        limit: ["price", "cashDown", "leaseCash"],
        message: "A lease's term is its lessor's.",
      },
    ]);
  const terms = board.policy.retailTerms.flatMap(({ termMonths, contractRate }) => {
    const rate = creditBand === null ? inputs.finance.contractRate : contractRate[creditBand];
    return rate === undefined
      ? []
      : [{ termMonths, contractRate: rate, firstPaymentDate: inputs.finance.firstPaymentDate }];
  });
  const deal = worked(solveForTerm(inputs, goal, terms));
  return { deal, answer: { termMonths: deal.term.termMonths } };
}

function worked<Answer>(answer: (SolvedDeal & Answer) | ColumnRefusal): SolvedDeal & Answer {
  if (!answer.ok) throw refusalProblem(answer);
  return answer;
}
