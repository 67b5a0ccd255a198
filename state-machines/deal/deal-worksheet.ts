import { assert } from "../assert";
import { paymentGrid } from "../desking/payment-grid";
import { worksheet, type Worksheet } from "../desking/worksheet";
import type { WorksheetInputs } from "../desking/worksheet-inputs";
import { addMonths } from "../money/plain-date";
import type { Ppm } from "../money/rate";
import type { StageStatuses } from "../stages/stage";
import { ineligibility } from "../stages/fni";
import { eligibilityFacts } from "./deal-completeness";
import { menuOf } from "./menu-catalog";
import { creditedTrades } from "./deal-trades";
import { taxInputs, taxRuleOf } from "./tax-inputs";
import { balloonOf, depositsOf } from "./finance-options";
import { incentivesOf, type IncentivesFrom, rebatesIn } from "./deal-incentives";
import type { CustomerCard } from "./project-deal";

/** What the numbers are made from: the customer's own card. Nothing a customer may not see can move a figure. */
export type NumbersFrom = Pick<
  CustomerCard,
  "identity" | "store" | "vehicle" | "trade" | "furtherTrades" | "finance" | "fni" | "delivery" | "taxes" | "life"
> & { kept: StageStatuses };

export const isLeftOut = (status: StageStatuses[keyof StageStatuses]) => status === "skipped" || status === "deferred";

/**
 * The store's table rate for a term, unless the finance manager set another for this deal or the customer took the
 * maker's rate for this term.
 */
export function contractRateFor(card: IncentivesFrom, termMonths: number): Ppm | null {
  const { contractRateOverride, creditBand, termMonths: dealTerm } = card.finance;
  if (contractRateOverride !== null && termMonths === dealTerm) return contractRateOverride;
  const { contractRate } = incentivesOf(card, { termMonths });
  if (contractRate !== null) return contractRate;
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
    ...depositsOf(card.store, card.finance.options),
  };
}

/**
 * Products the customer accepted, and the delivery they chose, as goods sold with the vehicle. An accepted product
 * that no longer helps (GAP after the change to cash) keeps its answer but is never charged for.
 */
function productsOf(card: NumbersFrom): WorksheetInputs["products"] {
  const facts = eligibilityFacts(card);
  // What the place where the car is kept says of a product comes before what the store's menu says.
  const taxed = taxRuleOf(card).productsTaxed;
  const accepted =
    isLeftOut(card.kept.fni) || !facts
      ? []
      : menuOf(card).flatMap((product) => {
          const answer = card.fni.answers[product.code];
          const option = product.options.find(({ code }) => code === answer?.optionCode);
          if (answer?.answer !== "accepted" || !option || ineligibility(product, facts)) return [];
          const taxable = taxed?.[product.kind] ?? product.taxable;
          return [{ code: product.code, name: product.kind, price: option.price, taxable }];
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
  const { vehicle, finance, identity } = card;
  if (!vehicle.vehicle) return null;
  const contractRate = contractRateFor(card, finance.termMonths);
  assert(contractRate !== null, `the store has a rate for ${finance.termMonths} months and ${finance.creditBand}`);
  const { options } = finance;
  const firstPaymentDate = addMonths(identity.contractDate, options.firstPaymentMonths);
  const taxes = taxInputs(card);
  return {
    contractDate: addMonths(firstPaymentDate, -options.firstPaymentMonths),
    price: {
      msrp: vehicle.vehicle.msrp,
      sellingPrice: vehicle.sellingPrice,
      addOns: vehicle.vehicle.addOns,
      ...taxes.docFee,
      governmentFees: taxes.governmentFees,
      rebates: rebatesIn(incentivesOf(card)),
    },
    tax: taxes.tax,
    ...taxes.stated,
    trades: isLeftOut(card.kept.trade) ? [] : creditedTrades(card, !isLeftOut(card.kept.delivery)),
    products: productsOf(card),
    cashDown: finance.cashDown,
    method: finance.method,
    finance: {
      termMonths: finance.termMonths,
      contractRate,
      firstPaymentDate,
      paymentMethod: "actuarial_30",
      finalPayment: "equal",
      ...(options.balloonShare > 0 && { balloon: balloonOf(vehicle.sellingPrice, options.balloonShare) }),
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
    if (contractRate === null) return [];
    // The maker pays for a rate by terms, and what is given up for it comes back at the others.
    const rebates = rebatesIn(incentivesOf(card, { termMonths }));
    return [{ termMonths, contractRate, rebates, firstPaymentDate: inputs.finance.firstPaymentDate }];
  });
  const downs = [...new Set([...card.store.gridCashDown, card.finance.cashDown])].toSorted((a, b) => a - b);
  return paymentGrid(inputs, terms, downs);
}
