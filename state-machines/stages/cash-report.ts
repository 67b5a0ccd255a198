import { cents, type Cents, larger, noCents, sum } from "../money/cents";
import type { Tender, TenderMethod } from "./tender";

/**
 * Above this much cash a business in the United States tells the tax office (Form 8300, 26 U.S.C. §6050I,
 * 26 CFR 1.6050I-1): "more than $10,000" in one transaction, or in related ones within twelve months.
 */
export const CASH_REPORTING_THRESHOLD = cents(1_000_000);
/** The form is due by the fifteenth day after the payment that went over. */
export const CASH_REPORT_DAYS = 15;

export interface CashPayment {
  method: TenderMethod;
  amount: Cents;
  /** ISO instant. */
  at: string;
}

/**
 * Coins and notes, and in the sale of a car also bank drafts, cashier's cheques and money orders whose face is not above
 * the threshold themselves; a personal cheque, a card and a transfer never are.
 */
const isCash = ({ method, amount }: CashPayment) =>
  method === "cash" || (method === "bankDraft" && amount <= CASH_REPORTING_THRESHOLD);

export interface CashReport {
  /** The most that came within any twelve months. */
  total: Cents;
  /** Null while the threshold is not passed; else the calendar day by which the form is due. */
  reportBy: string | null;
}

const yearLater = (at: string) => {
  const date = new Date(at);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.getTime();
};

/**
 * "Do we have to report this deal's cash?"
 *
 *     total = the largest sum of cash received within twelve months of one of its payments
 *     due when total > 10,000.00, fifteen days after the payment that passed it
 *
 * What is given back later does not unmake that it was received. Worked by hand: 6,000 in March and 4,000.01 in May are
 * 10,000.01, due fifteen days after May's; 6,000 and 5,000 thirteen months apart are not.
 */
export function cashReport(payments: readonly CashPayment[]): CashReport {
  const cash = payments.filter(isCash).toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  let total = noCents;
  let passedAt: string | null = null;
  for (const [first, { at }] of cash.entries()) {
    const end = yearLater(at);
    const within = cash.slice(first).filter((payment) => Date.parse(payment.at) < end);
    const all = sum(within.map(({ amount }) => amount));
    total = larger(total, all);
    let running = 0;
    const over = within.find(({ amount }) => (running += amount) > CASH_REPORTING_THRESHOLD);
    if (over && (passedAt === null || over.at < passedAt)) passedAt = over.at;
  }
  if (passedAt === null) return { total, reportBy: null };
  const due = new Date(Date.parse(passedAt) + CASH_REPORT_DAYS * 86_400_000);
  return { total, reportBy: due.toISOString().slice(0, 10) };
}

/** A deal's money over the desk as payments: its tenders, and a deposit that was laid on the desk. */
export function deskPayments(
  tenders: readonly Pick<Tender, "method" | "amount" | "at">[],
  deposit: { takenBy: TenderMethod | null; amount: Cents | null; heldAt: string | null },
): CashPayment[] {
  const { takenBy, amount, heldAt } = deposit;
  const laid = takenBy && amount !== null && heldAt ? [{ method: takenBy, amount, at: heldAt }] : [];
  return [...laid, ...tenders.map((tender) => ({ method: tender.method, amount: tender.amount, at: tender.at }))];
}
