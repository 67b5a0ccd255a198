import { assert } from "../assert";
import { paymentGrid } from "../desking/payment-grid";
import { worksheet, type Worksheet } from "../desking/worksheet";
import type { WorksheetInputs } from "../desking/worksheet-inputs";
import { noCents } from "../money/cents";
import { addMonths } from "../money/plain-date";
import type { Ppm } from "../money/rate";
import type { StageStatuses } from "../stages/stage";
import { ineligibility } from "../stages/fni";
import { effectiveAllowance } from "../stages/trade";
import { eligibilityFacts } from "./deal-completeness";
import type { CustomerCard } from "./project-deal";

/** What the numbers are made from: the customer's own card. Nothing a customer may not see can move a figure. */
export type NumbersFrom = Pick<
  CustomerCard,
  "identity" | "store" | "vehicle" | "trade" | "finance" | "fni" | "delivery" | "life"
> & { kept: StageStatuses };

const isLeftOut = (status: StageStatuses[keyof StageStatuses]) => status === "skipped" || status === "deferred";

/** The store's table rate for a term, unless the finance manager set another for this deal. */
export function contractRateFor(card: Pick<NumbersFrom, "store" | "finance">, termMonths: number): Ppm | null {
  const { contractRateOverride, creditBand, termMonths: dealTerm } = card.finance;
  if (contractRateOverride !== null && termMonths === dealTerm) return contractRateOverride;
  return card.store.retailTerms.find((row) => row.termMonths === termMonths)?.contractRate[creditBand] ?? null;
}

export function leaseTermsFor(card: NumbersFrom, termMonths: number, milesPerYear: number): WorksheetInputs["lease"] {
  const same = (row: { termMonths: number; milesPerYear: number }) =>
    row.termMonths === termMonths && row.milesPerYear === milesPerYear;
  const residual = card.vehicle.vehicle?.residuals.find(same);
  const moneyFactor = card.store.leaseTerms.find(same)?.moneyFactor[card.finance.creditBand];
  if (!residual || moneyFactor === undefined) return null;
  const { acquisition, disposition, securityDeposit } = card.store.leaseFees;
  return {
    termMonths,
    milesPerYear,
    residualRate: residual.residualRate,
    moneyFactor,
    acquisitionFee: acquisition,
    dispositionFee: disposition,
    securityDeposit,
  };
}

/** Manufacturer money that applies: what everyone gets, and what this customer says they qualify for. */
export const rebatesOf = ({
  vehicle,
  claimedIncentives,
}: Pick<CustomerCard["vehicle"], "vehicle" | "claimedIncentives">) =>
  (vehicle?.incentives ?? []).filter(
    ({ code, eligibility }) => eligibility === "everyone" || claimedIncentives.includes(code),
  );

/**
 * Products the customer accepted, and the delivery they chose, as goods sold with the vehicle. An accepted product
 * that no longer helps (GAP after the change to cash) keeps its answer but is never charged for.
 */
function productsOf(card: NumbersFrom): WorksheetInputs["products"] {
  const facts = eligibilityFacts(card);
  const accepted =
    isLeftOut(card.kept.fni) || !facts
      ? []
      : card.store.fniCatalog.flatMap((product) => {
          const answer = card.fni.answers[product.code];
          const option = product.options.find(({ code }) => code === answer?.optionCode);
          if (answer?.answer !== "accepted" || !option || ineligibility(product, facts)) return [];
          return [{ code: product.code, name: product.kind, price: option.price, taxable: product.taxable }];
        });
  const { delivery } = card;
  if (isLeftOut(card.kept.delivery) || delivery.method !== "home" || delivery.fee === 0) return accepted;
  return [...accepted, { code: "homeDelivery", name: "Home delivery", price: delivery.fee, taxable: false }];
}

/**
 * The worksheet's inputs as the deal stands; null while no vehicle is chosen.
 *
 * The first payment falls one month after the contract date and the first period counts as a whole month, so the
 * payment does not depend on the day of the contract: after 30 or 31 January it counts from 28 February back. Reg Z
 * lets a first period up to eleven days short be taken as regular (12 CFR 1026.17(c)(4)). A stage that was left out
 * counts for nothing but loses nothing.
 */
export function worksheetInputs(card: NumbersFrom): WorksheetInputs | null {
  const { vehicle, finance, store, identity } = card;
  if (!vehicle.vehicle) return null;
  const contractRate = contractRateFor(card, finance.termMonths);
  assert(contractRate !== null, `the store has a rate for ${finance.termMonths} months and ${finance.creditBand}`);
  const allowance = isLeftOut(card.kept.trade) ? null : effectiveAllowance(card.trade);
  const firstPaymentDate = addMonths(identity.contractDate, 1);
  return {
    contractDate: addMonths(firstPaymentDate, -1),
    price: {
      msrp: vehicle.vehicle.msrp,
      sellingPrice: vehicle.sellingPrice,
      addOns: vehicle.vehicle.addOns,
      docFee: store.docFee,
      governmentFees: store.governmentFees,
      rebates: rebatesOf(vehicle),
    },
    tax: store.tax,
    trade: allowance && { allowance: allowance.allowance, payoff: card.trade.lien?.payoff ?? noCents },
    products: productsOf(card),
    cashDown: finance.cashDown,
    method: finance.method,
    finance: {
      termMonths: finance.termMonths,
      contractRate,
      firstPaymentDate,
      paymentMethod: "actuarial_30",
      finalPayment: "equal",
    },
    lease: leaseTermsFor(card, finance.leaseTermMonths, finance.milesPerYear),
  };
}

/** The deal's numbers: the same call for card, page, list and document. */
export function dealWorksheet(card: NumbersFrom): Worksheet | null {
  const inputs = worksheetInputs(card);
  return inputs && worksheet(inputs);
}

/** Term by cash down around the deal as it stands, every cell a full recomputation. */
export function dealGrid(card: NumbersFrom) {
  const inputs = worksheetInputs(card);
  if (!inputs) return null;
  const terms = card.store.retailTerms.flatMap(({ termMonths }) => {
    const contractRate = contractRateFor(card, termMonths);
    return contractRate === null
      ? []
      : [{ termMonths, contractRate, firstPaymentDate: inputs.finance.firstPaymentDate }];
  });
  const downs = [...new Set([...card.store.gridCashDown, card.finance.cashDown])].toSorted((a, b) => a - b);
  return paymentGrid(inputs, terms, downs);
}
