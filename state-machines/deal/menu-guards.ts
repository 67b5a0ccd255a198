import { type EligibilityFacts, fniIsComplete, ineligibility } from "../stages/fni";
import { productBenefit } from "../stages/product-benefit";
import { eligibilityFacts } from "./deal-completeness";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { listPriceOf, menuKey, menuOf, type MenuProduct } from "./menu-catalog";

/** May this option be sold, as far as anybody knows how the car will be used? */
function optionHelps(product: MenuProduct, optionCode: string, facts: EligibilityFacts): boolean {
  const option = product.options.find(({ code }) => code === optionCode);
  return option !== undefined && productBenefit(product, option, facts).none === null;
}

/** Nobody pays more than the list, and nothing is given a price that is not on the menu. */
function priceCanBeExcepted(
  deal: DealContext,
  { code, optionCode, price }: DealEventOf<"fni.priceExceptionSet">,
): Refusal | null {
  const list = listPriceOf(deal, code, optionCode);
  if (list === null) return refuse("productUnknown");
  return price !== null && price > list ? refuse("priceAboveList", { limit: list }, "price") : null;
}

/** Providers rate what the store sells, and keep the options that may already be answered. */
function ratesAreOfTheMenu({ store }: DealContext, { products }: DealEventOf<"fni.rated">): Refusal | null {
  const known = products.every(({ code, options }) => {
    const product = store.fniCatalog.find((entry) => entry.code === code);
    return product?.options.every((option) => options.some((rated) => rated.code === option.code));
  });
  return known ? null : refuse("productUnknown");
}

function menuCanBeSigned(deal: DealContext, { key }: DealEventOf<"fni.menuSigned">): Refusal | null {
  const facts = eligibilityFacts(deal);
  if (!facts) return refuse("noVehicle");
  if (!fniIsComplete(deal.fni, menuOf(deal), facts)) return refuse("menuNotAnswered");
  return key === menuKey(deal) ? null : refuse("menuMoved");
}

/** Only products and options of the menu, and only what can help, are bought. */
export function productCanBeAnswered(
  deal: DealContext,
  { code, optionCode, answer }: DealEventOf<"fni.productAnswered">,
): Refusal | null {
  const product = menuOf(deal).find((entry) => entry.code === code);
  if (!product?.options.some((option) => option.code === optionCode)) return refuse("productUnknown");
  const facts = eligibilityFacts(deal);
  if (!facts) return refuse("noVehicle");
  return answer === "accepted" && (ineligibility(product, facts) || !optionHelps(product, optionCode, facts))
    ? refuse("productNotEligible")
    : null;
}

export const menuGuards = {
  "fni.priceExceptionSet": priceCanBeExcepted,
  "fni.rated": ratesAreOfTheMenu,
  "fni.menuSigned": menuCanBeSigned,
};
