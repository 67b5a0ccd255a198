import { assert } from "../assert";
import { noCents } from "../money/cents";
import { type Worksheet, worksheet } from "../desking/worksheet";
import type { WorksheetInputs } from "../desking/worksheet-inputs";
import type { PlainDate } from "../money/plain-date";
import { type Refusal, refuse } from "./deal-refusals";
import { type NumbersFrom, worksheetInputs } from "./deal-worksheet";
import type { PromiseContent } from "./promise-content";

/** What a promise says beyond the deal's own figures. */
export interface PromiseStamp {
  number: string;
  /** The store's calendar day. */
  keptOn: PlainDate;
  /** SHA-256 of the worksheet's inputs, made outside: the core has no crypto. */
  inputsHash: string;
}

type Chosen = Extract<Worksheet["chosen"], { ok: true }>;

/**
 * The deal's figures as a promise: the one worksheet, line by line, and what it rests on.
 *
 * It holds for as long as the store guarantees the vehicle's price, which its policy decides when the vehicle enters
 * the deal: asking again later never makes that longer.
 */
export function promiseOfDeal(card: NumbersFrom, stamp: PromiseStamp): PromiseContent | Refusal {
  const { vehicle } = card.vehicle;
  const inputs = worksheetInputs(card);
  if (!vehicle || !inputs) return refuse("noVehicle");
  if (vehicle.priceGoodThrough < stamp.keptOn) return refuse("promisePriceExpired");
  const sheet = worksheet(inputs);
  const { chosen } = sheet;
  if (!chosen.ok) return refuse("notComputable");
  const { stockNumber, vin, condition, year, make, model, trim, mileage, priceGoodThrough } = vehicle;
  const lines = [...sheet.priceLines, ...sheet.productLines, ...sheet.taxLines];
  return {
    version: 1,
    number: stamp.number,
    vehicle: { stockNumber, vin, condition, year, make, model, trim, mileage },
    keptOn: stamp.keptOn,
    goodThrough: priceGoodThrough,
    lines: lines.map(({ code, label, amount }) => ({ code, label, amount })),
    totalPrice: sheet.totalPrice,
    governmentCharges: sheet.governmentCharges,
    outTheDoor: sheet.outTheDoor,
    assumptions: assumptionsOf(card, inputs),
    figures: figuresOf(chosen, inputs),
    coreVersion: sheet.coreVersion,
    inputsHash: stamp.inputsHash,
  };
}

export const isPromise = (answer: PromiseContent | Refusal): answer is PromiseContent => "version" in answer;

function assumptionsOf(card: NumbersFrom, inputs: WorksheetInputs): PromiseContent["assumptions"] {
  const band = card.store.creditBands.find(({ code }) => code === card.finance.creditBand);
  assert(band, "a deal stands on a credit band of its store");
  const { id, version, name } = inputs.tax;
  return {
    creditBand: band.code,
    minScore: band.minScore,
    maxScore: band.maxScore,
    cashDown: inputs.cashDown,
    trades: inputs.trades.map(({ allowance, payoff }) => ({ allowance, payoff })),
    taxRule: { id, version, name },
  };
}

function figuresOf(chosen: Chosen, inputs: WorksheetInputs): PromiseContent["figures"] {
  const none = {
    contractRate: null,
    apr: null,
    amountFinanced: null,
    financeCharge: null,
    milesPerYear: null,
  };
  switch (chosen.method) {
    case "cash":
      return {
        ...none,
        method: "cash",
        payment: null,
        numberOfPayments: 0,
        totalOfPayments: null,
        cashDue: chosen.balanceDue,
      };
    case "finance":
      return {
        method: "finance",
        payment: chosen.payment,
        numberOfPayments: chosen.numberOfPayments,
        contractRate: inputs.finance.contractRate,
        apr: chosen.aprDisclosed,
        amountFinanced: chosen.amountFinanced,
        financeCharge: chosen.financeCharge,
        totalOfPayments: chosen.totalOfPayments,
        milesPerYear: null,
        cashDue: chosen.cashDueAtSigning,
      };
    case "lease":
      return {
        ...none,
        method: "lease",
        payment: chosen.payment,
        numberOfPayments: chosen.numberOfPayments,
        totalOfPayments: chosen.totalOfPayments,
        milesPerYear: chosen.milesPerYear,
        cashDue: chosen.cashDueAtSigning < 0 ? noCents : chosen.cashDueAtSigning,
      };
  }
}
