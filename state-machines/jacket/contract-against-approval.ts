import { chosenAnswer } from "../deal/credit-slice";
import { contractRateFor } from "../deal/deal-worksheet";
import { type DealView, numbersFrom, staffFigures } from "../deal/deal-view";
import { dealStructure } from "../lending/deal-structure";

/** One thing in which the contract is not what the lender approved. `stops`: no contract is written over it. */
export interface ContractDifference {
  code: "amount" | "term" | "rate" | "products" | "loanToValue" | "payment" | "names" | "vin" | "expired";
  contract: number | null;
  approved: number | null;
  stops: boolean;
}

/** What was sent to the lender besides money, where the desk knows it. */
export interface SentToLender {
  vin: string;
  names: string[];
}

/**
 * The contract held against the approval it is written on, to the cent: amount, term, rate within what the lender
 * allows, what products cost, loan-to-value, the payment's cap, the car, the names, the day. Null while none is chosen.
 */
export function contractAgainstApproval(
  view: Pick<DealView, "card" | "kept">,
  today: string,
  sent: SentToLender | null = null,
): ContractDifference[] | null {
  const { card } = view;
  const answer = chosenAnswer(card.credit);
  const structure = dealStructure(numbersFrom(view));
  if (!answer || !structure) return null;
  const terms = staffFigures(view).lenderTerms[answer.submissionId] ?? null;
  const found: ContractDifference[] = [];
  const atMost = (code: ContractDifference["code"], contract: number, approved: number | null | undefined) => {
    if (typeof approved === "number" && contract > approved) found.push({ code, contract, approved, stops: true });
  };
  atMost("amount", structure.amountFinanced, answer.amount);
  atMost("term", structure.termMonths, answer.termMonths);
  const rate = contractRateFor(card, structure.termMonths);
  atMost("rate", rate ?? 0, terms?.maxRate);
  if (rate !== null && typeof terms?.buyRate === "number" && rate < terms.buyRate)
    found.push({ code: "rate", contract: rate, approved: terms.buyRate, stops: true });
  atMost("products", structure.productsTotal, terms?.productCap);
  const { sellingPrice } = structure.vehicle;
  atMost("loanToValue", Math.round((structure.amountFinanced * 1_000_000) / sellingPrice), terms?.maxLoanToValue);
  atMost("payment", structure.payment, terms?.paymentCap);
  if (answer.expiresAt !== null && answer.expiresAt.slice(0, 10) < today)
    found.push({ code: "expired", contract: null, approved: null, stops: true });
  if (sent && sent.vin !== structure.vehicle.vin)
    found.push({ code: "vin", contract: null, approved: null, stops: true });
  const { firstName, lastName } = card.people.customer;
  if (sent && sent.names.length > 0 && !sent.names.includes(`${firstName} ${lastName}`.trim().toLocaleLowerCase()))
    found.push({ code: "names", contract: null, approved: null, stops: true });
  return found;
}
