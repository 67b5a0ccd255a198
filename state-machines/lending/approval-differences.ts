import type { LenderAnswer, LenderLeaseTerms } from "../deal/credit-slice";
import type { LenderStructure } from "./lender-structure";

export interface ApprovalDifference {
  code: "amount" | "termMonths" | "payment" | "products" | "loanToValue" | "paymentCap" | "moneyFactor" | "residual";
  asked: number;
  answered: number;
  /** The structure asks for more than was answered; otherwise it only differs. */
  worse: boolean;
}

type Answered = Pick<LenderAnswer, "amount" | "termMonths" | "payment"> & {
  lease?: Partial<LenderLeaseTerms> | null | undefined;
  terms?: Partial<Pick<NonNullable<LenderAnswer["terms"]>, "productCap" | "maxLoanToValue" | "paymentCap">> | null;
};

/** What was answered beside what was asked: every difference, the ones that hurt told apart. */
export function approvalDifferences(structure: LenderStructure, answer: Answered): ApprovalDifference[] {
  const differences: ApprovalDifference[] = [];
  const compare = (code: ApprovalDifference["code"], asked: number, answered: number | null | undefined) => {
    if (answered !== null && answered !== undefined && asked !== answered)
      differences.push({ code, asked, answered, worse: asked > answered });
  };
  const limit = (code: ApprovalDifference["code"], asked: number, most: number | null | undefined) => {
    if (most !== null && most !== undefined && asked > most)
      differences.push({ code, asked, answered: most, worse: true });
  };
  compare("amount", structure.amountFinanced, answer.amount);
  compare("termMonths", structure.termMonths, answer.termMonths);
  // More a month than was asked is what hurts; less of everything else is.
  if (answer.payment !== null && structure.payment !== answer.payment)
    differences.push({
      code: "payment",
      asked: structure.payment,
      answered: answer.payment,
      worse: answer.payment > structure.payment,
    });
  // An answer has the terms of one way of paying.
  const terms = answer.lease ?? answer.terms;
  limit("products", structure.productsTotal, terms?.productCap);
  const { sellingPrice } = structure.vehicle;
  const loanToValue = sellingPrice > 0 ? Math.round((structure.amountFinanced * 1_000_000) / sellingPrice) : 0;
  limit("loanToValue", loanToValue, terms?.maxLoanToValue);
  limit("paymentCap", structure.payment, terms?.paymentCap);
  if (structure.lease && answer.lease) {
    const { moneyFactor, residual } = structure.lease;
    limit("moneyFactor", moneyFactor, answer.lease.maxMoneyFactor);
    // A residual of the same term is the same one, or the month is not what was worked out.
    const { residual: answered } = answer.lease;
    if (typeof answered === "number" && answered !== residual)
      differences.push({ code: "residual", asked: residual, answered, worse: true });
  }
  return differences;
}
