import { amountOf } from "#app/deal-card/staff-amount";
import { contractRateFor, dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { chosenAnswer } from "#machines/deal/credit-slice";
import { type DealView, numbersFrom, staffFigures } from "#machines/deal/deal-view";
import { tradesWorth } from "#machines/deal/trade-worth";
import { type DealerReserve, dealerReserve, type ReserveProgram } from "#machines/desking/dealer-reserve";
import { gross, type Gross } from "#machines/desking/gross";
import { type Cents, noCents, plus } from "#machines/money/cents";
import { type Ppm, ppm, rateOf } from "#machines/money/rate";
import type { ReservePolicy } from "#machines/store/reserve-policy";

type Numbers = Pick<DealView, "card" | "kept">;

/** Why a gross is not the last word. */
export type OpenGross = "notAppraised" | "addOnCost" | "reserve";

/** What the store earns on the rate it adds. */
export interface EarnedReserve {
  buyRate: Ppm;
  contractRate: Ppm;
  /** The most the lender, the store and the state let the contract carry. */
  highestRate: Ppm;
  gross: Cents;
  /** The store's part; nothing where the rate is above what the lender allows. */
  share: Cents;
  allowed: boolean;
  /** The lender pays no more than this, and would have. */
  capped: boolean;
}

/** What the store earns on a deal as it stands, as far as its reader may know. */
export interface StoreGross extends Gross {
  /** Paid back by the maker later; beside the front, never in it. Null for eyes without it. */
  holdback: Cents | null;
  totalWithHoldback: Cents | null;
  /** Null where no rate is sold, none is known, or no programme is agreed. */
  reserve: EarnedReserve | null;
  /** Does this reader know what products cost and lenders ask? Without it there is no back gross to show. */
  seesBack: boolean;
  open: OpenGross[];
}

const rateOrNull = (value: unknown): Ppm | null => (typeof value === "number" ? (value as Ppm) : null);

/**
 * The core's gross on what this deal's numbers are made of; null without a vehicle, or for eyes without its cost. A
 * trade nobody appraised counts as worth its allowance, an add-on as costing its price, a reserve nobody agreed as
 * nothing: unknown is never shown as earned.
 */
export function storeGross(view: Numbers): StoreGross | null {
  const { cost, productCosts } = staffFigures(view);
  const inputs = worksheetInputs(numbersFrom(view));
  const vehicleCost = amountOf(cost?.vehicleCost);
  if (!inputs || vehicleCost === null) return null;
  const cars = tradesWorth(view);
  const costs = costOfProducts(view);
  const reserve = earnedReserve(view);
  const holdback = amountOf(cost?.holdback);
  const earned = gross({
    sellingPrice: inputs.price.sellingPrice,
    vehicleCost,
    reconditioning: amountOf(cost?.recon) ?? noCents,
    pack: amountOf(cost?.pack) ?? noCents,
    addOns: inputs.price.addOns.map(({ price }) => ({ price, cost: price })),
    trades: cars.map(({ allowance, acv }) => ({ allowance, acv: acv ?? allowance })),
    products: inputs.products.flatMap(({ code, price }) => {
      const known = costs.get(code);
      return known === undefined ? [] : [{ code, price, cost: known }];
    }),
    reserve: reserve?.share ?? noCents,
  });
  const open: OpenGross[] = [];
  if (cars.some(({ acv }) => acv === null)) open.push("notAppraised");
  if (inputs.price.addOns.length > 0) open.push("addOnCost");
  if (productCosts && inputs.method === "finance" && !reserve) open.push("reserve");
  return {
    ...earned,
    holdback,
    totalWithHoldback: holdback === null ? null : plus(earned.totalGross, holdback),
    reserve,
    seesBack: productCosts !== null,
    open,
  };
}

/** The store's cost of each product as it was chosen, by its code: the provider's for this car where they were asked. */
function costOfProducts(view: Numbers): Map<string, Cents> {
  const costs = new Map<string, Cents>();
  const { productCosts, ratedProducts } = staffFigures(view);
  for (const { code, options } of productCosts ?? []) {
    const chosen = code === undefined ? undefined : view.card.fni.answers[code]?.optionCode;
    const rated = ratedProducts?.find((product) => product.code === code)?.options;
    const cost = amountOf((rated ?? options)?.find((option) => option.code === chosen)?.cost);
    if (code !== undefined && cost !== null) costs.set(code, cost);
  }
  return costs;
}

/** The terms of the approval that the contract is written on, as long as it covers the deal's term. */
function approvedTerms({ card }: Pick<Numbers, "card">) {
  const answer = chosenAnswer(card.credit);
  const covered = answer && card.finance.termMonths <= (answer.termMonths ?? 0);
  return covered ? staffFigures({ card }).lenderTerms[answer.submissionId] : undefined;
}

/** The rate that this deal's lender asks, for those who may know it; null without a financed contract. */
export function buyRateOf({ card }: Numbers): Ppm | null {
  const { method, termMonths, creditBand } = card.finance;
  // Written on an approval, the lender's own rate is what the store buys at.
  const approved = rateOrNull(approvedTerms({ card })?.buyRate);
  if (method === "finance" && approved !== null) return approved;
  const row = staffFigures({ card }).buyRates?.find((terms) => terms.termMonths === termMonths);
  return method === "finance" ? rateOrNull(row?.buyRate?.[creditBand]) : null;
}

/** How far the contract's rate may be raised, as the rule for setting one reads it; null for eyes without it. */
export function highestRateOf(view: Numbers): Ppm | null {
  const approved = rateOrNull(approvedTerms(view)?.maxRate);
  if (approved !== null) return approved;
  const agreed = storeGross(view)?.reserve?.highestRate;
  if (agreed !== undefined) return agreed;
  const [buyRate, cap] = [buyRateOf(view), rateOrNull(staffFigures(view).rateCapOverBuyRate)];
  return buyRate === null || cap === null ? null : ppm(buyRate + cap);
}

function earnedReserve(view: Numbers): EarnedReserve | null {
  const { reserve: policy, rateCapOverBuyRate } = staffFigures(view);
  const buyRate = buyRateOf(view);
  const contractRate = contractRateFor(view.card, view.card.finance.termMonths);
  const column = dealWorksheet(numbersFrom(view))?.finance;
  const storeCap = rateOrNull(rateCapOverBuyRate);
  if (!policy || buyRate === null || contractRate === null || storeCap === null || !column?.ok) return null;
  const { termMonths, principal } = column;
  const loan = { principal, termMonths, buyRate: rateOf(buyRate), contractRate: rateOf(contractRate) };
  const worked = dealerReserve(loan, reserveProgram(policy as ReservePolicy));
  const lenders = ppm(worked.maxContractRate.times(1_000_000).floor().toNumber());
  // An approval says itself how far its rate may be raised, as the rule for setting a rate reads it.
  const highestRate = rateOrNull(approvedTerms(view)?.maxRate) ?? ppm(Math.min(lenders, buyRate + storeCap));
  const share = worked.allowed ? worked.dealerShare : noCents;
  return {
    buyRate,
    contractRate,
    highestRate,
    gross: worked.grossReserve,
    share,
    allowed: worked.allowed,
    capped: isCapped(worked, policy as ReservePolicy),
  };
}

const isCapped = ({ allowed, dealerShare }: DealerReserve, { maxReserve }: ReservePolicy) =>
  allowed && maxReserve !== null && dealerShare === maxReserve;

/** The policy's millionths as the exact rates that a reserve is worked with. */
const reserveProgram = (policy: ReservePolicy): ReserveProgram => ({
  method: policy.method,
  flatShare: rateOf(policy.flatShare),
  dealerSplit: rateOf(policy.dealerSplit),
  maxReserve: policy.maxReserve,
  markupCaps: policy.markupCaps.map(({ upToMonths, maxMarkup }) => ({ upToMonths, maxMarkup: rateOf(maxMarkup) })),
  rateCeiling: policy.rateCeiling === null ? null : rateOf(policy.rateCeiling),
});
