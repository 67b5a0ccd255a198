import { amountOf } from "#app/deal-card/staff-amount";
import { type DealView, staffFigures } from "#machines/deal/deal-view";
import { gross, type Gross } from "#machines/desking/gross";
import { noCents } from "#machines/money/cents";
import { effectiveAllowance } from "#machines/stages/trade";

/**
 * What the store earns on the deal as it stands, for eyes that hold its costs; null for any other.
 * The reserve is not in it: the lender's programme that shares it is not part of the store's policy.
 */
export function dealGross(view: Pick<DealView, "card" | "kept">): Gross | null {
  const { cost, appraisal, productCosts } = staffFigures(view);
  const vehicleCost = amountOf(cost?.vehicleCost);
  if (vehicleCost === null) return null;
  const acv = amountOf(appraisal?.acv);
  const isTraded = view.kept.trade !== "skipped" && view.kept.trade !== "deferred";
  const allowance = isTraded ? effectiveAllowance(view.card.trade) : null;
  const products = view.card.store.fniCatalog.flatMap((product) => {
    const answer = view.card.fni.answers[product.code];
    if (answer?.answer !== "accepted") return [];
    const option = product.options.find(({ code }) => code === answer.optionCode);
    const costs = productCosts?.find(({ code }) => code === product.code)?.options;
    const optionCost = amountOf(costs?.find((one) => one.code === answer.optionCode)?.cost);
    return option && optionCost !== null ? [{ code: product.code, price: option.price, cost: optionCost }] : [];
  });
  return gross({
    sellingPrice: view.card.vehicle.sellingPrice,
    vehicleCost,
    reconditioning: amountOf(cost?.recon) ?? noCents,
    pack: amountOf(cost?.pack) ?? noCents,
    addOns: [],
    trade: allowance && acv !== null ? { allowance: allowance.allowance, acv } : null,
    products,
    reserve: noCents,
  });
}
