import { numbersFrom, type DealView } from "../deal/deal-view";
import { dealWorksheet } from "../deal/deal-worksheet";
import { type DealTerms, termsFigures, type TermsFigures, termsOf } from "../deal/deal-terms";
import { promiseDifferences, standingPromise } from "../deal/promise-differences";

/** What a row is about; the screens word it. Amounts in cents, a rate in hundredths of a percent, months as they are. */
export const contractRows = [
  "sellingPrice",
  "outTheDoor",
  "taxTotal",
  "tradeEquity",
  "cashDue",
  "amountFinanced",
  "apr",
  "financeCharge",
  "months",
  "payment",
  "totalOfPayments",
  "totalCost",
] as const;
export type ContractRowCode = (typeof contractRows)[number];

/** One line of what was agreed, what was promised and what the contract says. Null: that paper says nothing of it. */
export interface ContractRow {
  code: ContractRowCode;
  agreed: number | null;
  promised: number | null;
  contract: number | null;
  /** The contract says another thing than a paper before it. */
  differs: boolean;
}

export interface ContractDifference {
  code: string;
  label: string;
  before: number;
  now: number;
}

export interface ContractCompared {
  /** The number of the accepted proposal; null where the terms were agreed without one. */
  pencil: number | null;
  /** The number of the promise that still holds. */
  promise: string | null;
  rows: ContractRow[];
  /** Lines in which the contract asks for more than was promised. */
  promiseLines: ContractDifference[];
  /** The same differences have the same key; any other needs to be read again. "" when there is none. */
  key: string;
}

const hundredths = (percent: string | null): number | null =>
  percent === null ? null : Math.round(Number(percent) * 100);

type Figures = Record<ContractRowCode, number | null>;

function figuresIn(terms: DealTerms, figures: TermsFigures): Figures {
  const months = { cash: null, finance: terms.termMonths, lease: terms.leaseTermMonths }[terms.method];
  const { aprDisclosed, ...amounts } = figures;
  return { sellingPrice: terms.sellingPrice, months, apr: hundredths(aprDisclosed), ...amounts };
}

/**
 * "What we agreed, what we promised, what the contract says": the accepted proposal, the standing price promise and the
 * contract line by line. A paper that says nothing of a line differs in nothing.
 *
 * @param today the store's calendar date
 */
export function contractCompared({ card, kept }: Pick<DealView, "card" | "kept">, today: string): ContractCompared {
  const numbers = numbersFrom({ card, kept });
  const sheet = dealWorksheet(numbers);
  const accepted = card.pencils.list.findLast(({ status }) => status === "accepted") ?? null;
  const promise = standingPromise(card, today);
  const none = { pencil: null, promise: null, rows: [], promiseLines: [], key: "" };
  const now = sheet && termsFigures(sheet);
  if (!now || (!accepted && !promise)) return none;
  const contract = figuresIn(termsOf(numbers), now);
  const agreed = accepted && figuresIn(accepted.terms, accepted.figures);
  const promised: Partial<Figures> = promise
    ? {
        outTheDoor: promise.content.outTheDoor,
        payment: promise.content.figures.method === card.finance.method ? promise.content.figures.payment : null,
        sellingPrice: promise.content.lines.find(({ code }) => code === "sellingPrice")?.amount ?? null,
      }
    : {};
  const promiseLines = promise
    ? promiseDifferences(numbers, promise.content).map(({ code, label, promised: before, now }) => ({
        code,
        label,
        before,
        now,
      }))
    : [];
  const rows = contractRows
    .map((code): ContractRow => {
      const [was, now] = [agreed?.[code] ?? null, contract[code]];
      return {
        code,
        agreed: was,
        promised: promised[code] ?? null,
        contract: now,
        differs: agreed !== null && was !== now,
      };
    })
    .filter(({ agreed: one, promised: other, contract: third }) => [one, other, third].some((value) => value !== null));
  const moved = rows
    .filter(({ differs }) => differs)
    .map(({ code, agreed: was, contract: is }) => `${code}:${was}:${is}`);
  const dearer = promiseLines.map((line) => `${line.code}:${line.before}:${line.now}`);
  return {
    pencil: accepted?.number ?? null,
    promise: promise?.content.number ?? null,
    rows,
    promiseLines,
    key: [...moved, ...dearer].join("|"),
  };
}
