import { worksheetInputs } from "#machines/deal/deal-worksheet";
import { boundDocFee } from "#machines/desking/charged-fees";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { type Cents, cents } from "#machines/money/cents";
import { addMonths, type PlainDate, plainDate } from "#machines/money/plain-date";
import { ppm, ppmFromFactor, ppmFromPercent } from "#machines/money/rate";
import { withWish } from "#app/merchandising/page-deal.server";
import { choicesOf, usualWish } from "#app/merchandising/payment-estimate.server";
import { bandsOf } from "#app/merchandising/payment-wish";
import { type PaymentPlace, placeOf } from "#app/merchandising/place-taxes.server";
import type { StockBoard } from "#app/merchandising/stock-board.server";
import { dealOf } from "#app/merchandising/stock-figures.server";
import { fieldProblem } from "./api-problem.server";
import type { FiguresQuoteRequest, StockQuoteRequest } from "./quote-schemas";

/** What the core is asked: once for each credit band that the question leaves open. */
export interface QuoteInputs {
  stockNumber: string | null;
  place: PaymentPlace;
  bands: { creditBand: string | null; inputs: WorksheetInputs }[];
  goodThrough: PlainDate | null;
}

const HTTP_NOT_FOUND = 404;

const tradesOf = ({ trades }: Pick<StockQuoteRequest, "trades">): WorksheetInputs["trades"] =>
  trades.map(({ value, owed }) => ({ allowance: cents(value), payoff: cents(owed) }));

const notOffered = (field: string, offered: readonly (number | string)[]) =>
  fieldProblem({
    field,
    code: "notOffered",
    limit: [...offered],
    message: `${field} is one of ${offered.join(", ")}.`,
  });

/** A postcode is one reader's spelling of a place. */
const placeAsked = (board: StockBoard, { postcode }: { postcode?: string | undefined }) =>
  placeOf(board, postcode?.toUpperCase() ?? "");

/** A car in stock as its own page would work it, at the shopper's terms. */
export async function stockQuoteInputs(board: StockBoard, asked: StockQuoteRequest): Promise<QuoteInputs> {
  const vehicle = board.byStockNumber.get(asked.stockNumber);
  if (!vehicle || vehicle.status === "sold")
    throw fieldProblem(
      { field: "stockNumber", code: "unknownStock", limit: null, message: "No car for sale has this stock number." },
      HTTP_NOT_FOUND,
    );
  const { terms, leaseTerms, miles, credit } = choicesOf(board);
  const isLease = asked.method === "lease";
  const offered = isLease ? leaseTerms : terms;
  if (asked.termMonths !== undefined && !offered.includes(asked.termMonths)) throw notOffered("termMonths", offered);
  if (isLease && asked.milesPerYear !== undefined && !miles.includes(asked.milesPerYear))
    throw notOffered("milesPerYear", miles);
  const codes = board.policy.creditBands.map(({ code }) => code);
  if (asked.creditBand !== undefined && !codes.includes(asked.creditBand)) throw notOffered("creditBand", codes);
  const usual = usualWish(board);
  const wish = {
    ...usual,
    method: asked.method,
    cashDown: asked.cashDown,
    credit: asked.creditBand ?? credit[0]!.value,
    ...(asked.termMonths !== undefined && {
      [isLease ? "leaseTermMonths" : "termMonths"]: asked.termMonths,
    }),
    milesPerYear: asked.milesPerYear ?? usual.milesPerYear,
  };
  const place = await placeAsked(board, asked);
  const deal = dealOf(board, vehicle);
  const open = bandsOf(wish.credit, board.policy.creditBands);
  // Who pays cash is asked for no credit.
  const bands = (asked.method === "cash" ? open.slice(0, 1) : open).flatMap(({ code }) => {
    const inputs = worksheetInputs(withWish(deal, wish, { creditBand: code, place }));
    const creditBand = asked.method === "cash" ? null : code;
    return inputs ? [{ creditBand, inputs: { ...inputs, trades: tradesOf(asked) } }] : [];
  });
  const goodThrough = deal.vehicle.vehicle?.priceGoodThrough ?? null;
  return { stockNumber: vehicle.stockNumber, place, bands, goodThrough };
}

function wanted(field: string): never {
  throw fieldProblem({ field, code: "missing", limit: null, message: `${field} is wanted for this method.` });
}

/** Free figures with the store's fees and the taxes of the place. */
export async function figuresQuoteInputs(board: StockBoard, asked: FiguresQuoteRequest): Promise<QuoteInputs> {
  const place = await placeAsked(board, asked);
  const { policy } = board;
  const tax = place.taxes?.rule ?? policy.tax;
  const { sellingPrice, msrp, addOns, rebates } = asked.price;
  const selling = cents(sellingPrice);
  const ownFee = boundDocFee(policy.tax.docFeeCap, policy.docFee, selling);
  const contractDate = asked.contractDate === undefined ? board.today : plainDate(asked.contractDate);
  const inputs: WorksheetInputs = {
    contractDate,
    price: {
      msrp: cents(msrp ?? sellingPrice),
      sellingPrice: selling,
      addOns: addOns > 0 ? [{ code: "addOns", name: "Add-ons", price: cents(addOns), taxable: true }] : [],
      docFee: boundDocFee(tax.docFeeCap, ownFee, selling),
      governmentFees: place.taxes?.governmentFees ?? policy.governmentFees,
      rebates: rebates > 0 ? [{ code: "rebates", name: "Rebates", amount: cents(rebates) }] : [],
    },
    tax,
    trades: tradesOf(asked),
    products: [],
    cashDown: cents(asked.cashDown),
    method: asked.method,
    finance: {
      termMonths: asked.termMonths ?? (asked.method === "finance" ? wanted("termMonths") : 1),
      contractRate: contractRate(asked),
      firstPaymentDate:
        asked.firstPaymentDate === undefined ? addMonths(contractDate, 1) : plainDate(asked.firstPaymentDate),
      paymentMethod: "actuarial_30",
      finalPayment: "equal",
    },
    lease: asked.method === "lease" ? leaseTerms(asked) : null,
  };
  return { stockNumber: null, place, bands: [{ creditBand: null, inputs }], goodThrough: null };
}

function contractRate({ ratePercent, method }: FiguresQuoteRequest) {
  if (ratePercent !== undefined) return ppmFromPercent(ratePercent);
  return method === "finance" ? wanted("ratePercent") : ppm(0);
}

function leaseTerms(asked: FiguresQuoteRequest): NonNullable<WorksheetInputs["lease"]> {
  const { lease = wanted("lease"), termMonths = wanted("termMonths"), milesPerYear = wanted("milesPerYear") } = asked;
  const amount = (value: number): Cents => cents(value);
  return {
    termMonths,
    milesPerYear,
    residualRate: ppmFromPercent(lease.residualPercent),
    moneyFactor: ppmFromFactor(lease.moneyFactor),
    acquisitionFee: amount(lease.acquisitionFee),
    dispositionFee: amount(lease.dispositionFee),
    securityDeposit: amount(lease.securityDeposit),
  };
}
