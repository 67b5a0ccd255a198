import { askedFor, chosenAnswer } from "../deal/credit-slice";
import { contractRateFor } from "../deal/deal-worksheet";
import { type DealView, numbersFrom, staffFigures } from "../deal/deal-view";
import { openSeats } from "../deal/seat";
import { dealStructure } from "../lending/deal-structure";
import type { LenderStructure } from "../lending/lender-structure";
import { methodOf } from "../lending/lent-method";

/** One thing in which the contract is not what the lender approved. `stops`: no contract is written over it. */
export interface ContractDifference {
  code:
    | "method"
    | "amount"
    | "capCost"
    | "moneyFactor"
    | "residual"
    | "milesPerYear"
    | "term"
    | "rate"
    | "reserve"
    | "products"
    | "loanToValue"
    | "payment"
    | "paymentCap"
    | "vin"
    | "mileage"
    | "buyerName"
    | "coBuyerName"
    | "expired";
  contract: number | string | null;
  approved: number | string | null;
  stops: boolean;
}

type Compared = Pick<DealView, "card" | "kept">;
type Answer = NonNullable<DealView["card"]["credit"]>["answers"][number];
type Terms = ReturnType<typeof staffFigures>["lenderTerms"][string];
type LeaseTerms = ReturnType<typeof staffFigures>["leaseTerms"][string];

/** The odometer moves on the way to the contract; by more than this it is another car to a lender. */
const MILES_APART = 500;

/** A name as two papers agree on it: letters and their order, not how it was typed. */
const plainName = (name: string) => name.normalize("NFKC").toLocaleLowerCase("en").replaceAll(/\s+/g, " ").trim();

/**
 * The contract held against the approval it is written on, to the cent, both as they are stored: amount, term, rate
 * between the lender's own and what it lets the store add, products, loan-to-value, payment, the car, everybody's name,
 * the day. Of a lease: the adjusted cap cost, the term, the money factor, the residual and the miles in place of amount
 * and rate. Null while no approval is chosen or no lender has a part in the deal.
 *
 * @param view of somebody who may know the lender's terms: a desk's or finance's
 * @param today the store's calendar date
 */
export function contractAgainstApproval(view: Compared, today: string): ContractDifference[] | null {
  const answer = chosenAnswer(view.card.credit);
  const structure = dealStructure(numbersFrom(view));
  if (!answer || !structure) return null;
  const found = moneyDifferences(view, answer, structure);
  found.push(...identityDifferences(view, answer.submissionId, structure));
  if (answer.expiresAt !== null && answer.expiresAt.slice(0, 10) < today)
    found.push({ code: "expired", contract: today, approved: answer.expiresAt.slice(0, 10), stops: true });
  return found;
}

/** What of the money is not as it was approved. An approval of the other way of paying is compared no further. */
function moneyDifferences(view: Compared, answer: Answer, structure: LenderStructure): ContractDifference[] {
  const [method, approved] = [methodOf(structure), askedFor(answer)];
  if (method !== approved) return [{ code: "method", contract: method, approved, stops: true }];
  const figures = staffFigures(view);
  const terms = figures.lenderTerms[answer.submissionId] ?? null;
  const leased = figures.leaseTerms[answer.submissionId] ?? null;
  const { lease, vehicle, termMonths, payment } = structure;
  const limits = lease ? leased : terms;
  const found: ContractDifference[] = [];
  const atMost = (
    code: ContractDifference["code"],
    contract: number,
    limit: number | null | undefined,
    stops = true,
  ) => {
    if (typeof limit === "number" && contract > limit) found.push({ code, contract, approved: limit, stops });
  };
  atMost(lease ? "capCost" : "amount", structure.amountFinanced, answer.amount);
  atMost("term", termMonths, answer.termMonths);
  found.push(
    ...(lease ? leaseDifferences(lease, leased) : rateDifferences(contractRateFor(view.card, termMonths), terms)),
  );
  atMost("products", structure.productsTotal, limits?.productCap);
  atMost(
    "loanToValue",
    Math.round((structure.amountFinanced * 1_000_000) / vehicle.sellingPrice),
    limits?.maxLoanToValue,
  );
  atMost("paymentCap", payment, limits?.paymentCap);
  // A lender approves an amount, a term and a rate; the payment it named with them is a warning, its cap is not.
  atMost("payment", payment, answer.payment, false);
  return found;
}

/** A lessor buys up to its money factor; the residual and the miles are its own, and no other than those it approved. */
function leaseDifferences(
  lease: NonNullable<LenderStructure["lease"]>,
  approved: LeaseTerms | null,
): ContractDifference[] {
  const found: ContractDifference[] = [];
  if (typeof approved?.maxMoneyFactor === "number" && lease.moneyFactor > approved.maxMoneyFactor)
    found.push({ code: "moneyFactor", contract: lease.moneyFactor, approved: approved.maxMoneyFactor, stops: true });
  for (const code of ["residual", "milesPerYear"] as const) {
    const limit = approved?.[code];
    if (typeof limit === "number" && limit !== lease[code])
      found.push({ code, contract: lease[code], approved: limit, stops: true });
  }
  return found;
}

/** Below the lender's own rate the store would pay for the loan; above what it lets be added, the reserve is not paid. */
function rateDifferences(rate: number | null, terms: Terms | null): ContractDifference[] {
  if (rate === null || !terms) return [];
  const { buyRate, maxRate } = terms;
  if (typeof maxRate === "number" && rate > maxRate) {
    if (typeof buyRate !== "number") return [{ code: "rate", contract: rate, approved: maxRate, stops: true }];
    return [{ code: "reserve", contract: rate - buyRate, approved: maxRate - buyRate, stops: true }];
  }
  return typeof buyRate === "number" && rate < buyRate
    ? [{ code: "rate", contract: rate, approved: buyRate, stops: true }]
    : [];
}

/** The car and the people of the contract against those that the lender was told of. */
function identityDifferences(view: Compared, submissionId: string, { vehicle }: LenderStructure): ContractDifference[] {
  const sent = staffFigures(view).sentToLenders[submissionId];
  if (!sent) return [];
  const found: ContractDifference[] = [];
  if (sent.vin !== vehicle.vin)
    found.push({ code: "vin", contract: vehicle.vin, approved: sent.vin ?? null, stops: true });
  else if (typeof sent.mileage === "number" && Math.abs(vehicle.mileage - sent.mileage) > MILES_APART)
    found.push({ code: "mileage", contract: vehicle.mileage, approved: sent.mileage, stops: false });
  const named = contractNames(view);
  for (const applicant of ["buyer", "coBuyer"] as const) {
    const stated = (sent.applicants ?? []).find((known) => known.applicant === applicant)?.name ?? null;
    const { name: written, whole } = named[applicant];
    if (plainName(stated ?? "") === plainName(written ?? "")) continue;
    // A seat is invited by a first name; the rest of it may still be missing, and is no other person.
    const isPart = !whole && written !== null && plainName(stated ?? "").startsWith(`${plainName(written)} `);
    found.push({ code: `${applicant}Name`, contract: written, approved: stated, stops: !isPart });
  }
  return found;
}

/** Whoever signs the contract, as it names them. */
function contractNames({ card }: Compared): Record<"buyer" | "coBuyer", { name: string | null; whole: boolean }> {
  const { firstName, lastName } = card.people.customer;
  const seat = openSeats(card.seats).find(({ kind }) => kind === "coBuyer");
  const theirs = `${card.seats.coBuyer.firstName} ${card.seats.coBuyer.lastName}`.trim();
  return {
    buyer: { name: `${firstName} ${lastName}`.trim() || null, whole: true },
    coBuyer: seat ? { name: theirs || seat.name, whole: theirs !== "" } : { name: null, whole: true },
  };
}
