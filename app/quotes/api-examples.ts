import type { Problem, QuoteAnswer, SolveAnswer } from "./answer-schemas";
import type { FiguresQuoteRequest, FiguresSolveRequest, StockQuoteRequest, StockSolveRequest } from "./quote-schemas";

type Asked<Request> = Partial<Request>;

const stamp = {
  coreVersion: "1.0.0",
  rulePack: { id: "us-il", version: "2026-01" },
  inputsHash: "3f8a1c0d2b4e5f60718293a4b5c6d7e8f90112233445566778899aabbccddeef",
};

/** Questions and answers as the description shows them; a test holds each against its schema. */
export const askedExamples = {
  stockQuote: {
    stockNumber: "N2614",
    method: "finance",
    cashDown: 300_000,
    termMonths: 60,
    creditBand: "good",
    trades: [{ value: 800_000, owed: 250_000 }],
  } satisfies Asked<StockQuoteRequest>,
  figuresQuote: {
    price: { sellingPrice: 3_000_000, addOns: 0, rebates: 50_000 },
    method: "finance",
    cashDown: 300_000,
    termMonths: 60,
    ratePercent: "5.49",
  } satisfies Asked<FiguresQuoteRequest>,
  figuresLease: {
    price: { sellingPrice: 3_000_000, msrp: 3_200_000, addOns: 0, rebates: 0 },
    method: "lease",
    cashDown: 200_000,
    termMonths: 36,
    milesPerYear: 10_000,
    lease: {
      residualPercent: "57",
      moneyFactor: "0.00125",
      acquisitionFee: 69_500,
      dispositionFee: 39_500,
      securityDeposit: 0,
    },
  } satisfies Asked<FiguresQuoteRequest>,
  stockSolve: {
    stockNumber: "N2614",
    solveFor: "cashDown",
    target: 56_000,
    termMonths: 60,
    creditBand: "good",
  } satisfies Asked<StockSolveRequest>,
  figuresSolve: {
    price: { sellingPrice: 3_000_000, addOns: 0, rebates: 0 },
    method: "finance",
    cashDown: 300_000,
    termMonths: 60,
    solveFor: "rate",
    target: 56_000,
  } satisfies Asked<FiguresSolveRequest>,
};

export const answeredExamples = {
  quote: {
    method: "finance",
    stockNumber: "N2614",
    payment: { low: 57_321, high: 57_321 },
    totalPrice: 3_636_270,
    governmentCharges: 197_355,
    outTheDoor: 3_933_625,
    lines: [
      { code: "sellingPrice", label: "Selling price", amount: 3_699_500 },
      { code: "docFee", label: "Documentation fee", amount: 36_770 },
      { code: "rebate.customerCash", label: "Customer cash", amount: -100_000 },
    ],
    quotes: [
      {
        creditBand: "good",
        payment: 57_321,
        numberOfPayments: 60,
        aprPercent: "5.49",
        amountFinanced: 3_001_625,
        financeCharge: 437_635,
        totalOfPayments: 3_439_260,
        totalSalePrice: 4_371_260,
        milesPerYear: null,
        cashDue: 300_000,
        stamp,
      },
    ],
    taxes: { region: null, counted: false, gap: null },
    disclosure:
      "5.49 % APR, $3,000.00 down, 60 monthly payments, $34,392.60 together, tax included. An estimate, subject to credit approval.",
    goodThrough: "2026-11-29",
  } satisfies QuoteAnswer,
  solve: {
    solveFor: "cashDown",
    target: 56_000,
    answer: { cashDown: 369_167 },
    payment: 56_000,
    totalOfPayments: 3_360_000,
    paymentOneStepFurther: 56_001,
    creditBand: "good",
    disclosure:
      "5.49 % APR, $3,691.67 down, 60 monthly payments, $33,600.00 together, tax included. An estimate, subject to credit approval.",
    stamp,
  } satisfies SolveAnswer,
  problem: {
    type: "about:blank#400",
    title: "The request is not as described.",
    status: 400,
    detail: "termMonths is at most 240.",
    errors: [{ field: "termMonths", code: "too_big", limit: 240, message: "termMonths is at most 240." }],
  } satisfies Problem,
};
