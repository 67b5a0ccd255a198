import { z } from "zod";
import { leaseDeal } from "#machines/desking/lease-deal";
import { solveForCashDown, solveForRate, solveForSellingPrice, solveForTerm } from "#machines/desking/solve-backwards";
import { leaseCashWithinSigning, leaseSellingPriceFor } from "#machines/desking/solve-lease-backwards";
import { worksheet } from "#machines/desking/worksheet";
import { cents, noCents, plus } from "#machines/money/cents";
import { loanInputs, loanVector } from "./vector-deals";
import { type Expected, sameFigures } from "./vector-figures";
import { leaseTerms, leaseVector } from "./vector-leases";

export interface SolveVector {
  unknown: string;
  target_payment?: number | undefined;
  target_total_payment?: number | undefined;
  target_cash_at_signing?: number | undefined;
}

export function checkSolve(input: unknown, expected: Expected, vector: SolveVector) {
  if (vector.target_payment === undefined) return checkLeaseSolve(input, expected, vector);
  const loan = loanVector.extend({ allowed_terms: z.array(z.number()).default([]) }).parse(input);
  const inputs = loanInputs(loan);
  const target = cents(vector.target_payment);
  const result = solveLoan(inputs, target, vector.unknown, loan.allowed_terms);
  if (!result.solved.ok) throw new Error(`Refused: ${result.solved.code}`);
  const { column, paymentOneStepFurther, inputs: adopted } = result.solved;
  if (column.method !== "finance") throw new Error("Not a finance column");
  sameFigures(
    {
      answer: result.answer,
      payment: column.payment,
      amount_financed: column.amountFinanced,
      apr_pct: column.aprPercent,
      tax_total: worksheet(adopted).taxTotal,
      payment_one_step_further: paymentOneStepFurther,
    },
    expected,
  );
}

function solveLoan(
  inputs: ReturnType<typeof loanInputs>,
  target: ReturnType<typeof cents>,
  unknown: string,
  allowed: number[],
) {
  switch (unknown) {
    case "cash_down": {
      const solved = solveForCashDown(inputs, target);
      return { solved, answer: solved.ok && solved.cashDown };
    }
    case "selling_price": {
      const solved = solveForSellingPrice(inputs, target);
      return { solved, answer: solved.ok && solved.sellingPrice };
    }
    case "rate": {
      const solved = solveForRate(inputs, target);
      return { solved, answer: solved.ok && solved.contractRate / 10 };
    }
    case "term": {
      const terms = allowed.map((termMonths) => ({ ...inputs.finance, termMonths }));
      const solved = solveForTerm(inputs, target, terms);
      return { solved, answer: solved.ok && solved.term.termMonths };
    }
    default:
      throw new Error(`Unknown ${unknown}`);
  }
}

function checkLeaseSolve(input: unknown, expected: Expected, vector: SolveVector) {
  const terms = leaseTerms(leaseVector.parse(input));
  const forPrice = vector.unknown === "selling_price";
  if (!forPrice && vector.unknown !== "cash_ccr") throw new Error(`Unknown ${vector.unknown}`);
  const target = forPrice ? vector.target_total_payment : vector.target_cash_at_signing;
  if (target === undefined) throw new Error(`No target for ${vector.unknown}`);
  const answer = forPrice ? leaseSellingPriceFor(terms, cents(target)) : leaseCashWithinSigning(terms, cents(target));
  const withAnswer = (step: number) =>
    leaseDeal({ ...terms, [forPrice ? "sellingPrice" : "cashReduction"]: plus(answer ?? noCents, cents(step)) });
  const lease = withAnswer(0);
  sameFigures(
    {
      answer,
      total_payment: lease.totalPayment,
      adjusted_cap_cost: lease.adjustedCapCost,
      paid_in_cash: lease.paidInCash,
      upfront_tax: lease.upfrontTax,
      payment_one_step_further: withAnswer(1).totalPayment,
    },
    expected,
  );
}
