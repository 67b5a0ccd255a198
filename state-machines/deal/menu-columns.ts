import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";
import { ineligibility } from "../stages/fni";
import { productBenefit } from "../stages/product-benefit";
import { recommendedProducts } from "../stages/recommended-products";
import { eligibilityFacts } from "./deal-completeness";
import { contractRateFor, dealWorksheet, type NumbersFrom } from "./deal-worksheet";
import { menuOf, type MenuProduct } from "./menu-catalog";

export const packageNames = ["complete", "recommended", "essential"] as const;
export type PackageName = (typeof packageNames)[number];

/** A sheet of paper holds so many; more of them is no choice any more. */
const MOST_PRODUCTS = 8;
const ESSENTIAL = 2;

export interface MenuColumn {
  name: PackageName;
  products: { code: string; optionCode: string; price: Cents }[];
  price: Cents;
  /** With all of them, over the deal's own term and over a longer one, each at its own rate. */
  terms: { termMonths: number; payment: Cents; more: Cents; aprDisclosed: string | null; totalOfPayments: Cents }[];
}

/** What may be bought here, with the first option that helps. */
function offered(card: NumbersFrom): { product: MenuProduct; option: MenuProduct["options"][number] }[] {
  const facts = eligibilityFacts(card);
  if (!facts) return [];
  return menuOf(card)
    .filter((product) => !ineligibility(product, facts))
    .flatMap((product) => {
      const helping = product.options.filter((option) => productBenefit(product, option, facts).none === null);
      const option = helping.find(({ code }) => code === card.fni.answers[product.code]?.optionCode) ?? helping[0];
      return option ? [{ product, option }] : [];
    })
    .slice(0, MOST_PRODUCTS);
}

/**
 * The menu as columns: everything that suits this deal first, then what the answers speak for, then the two strongest.
 * Each column is a whole recomputation of the worksheet, at the deal's term and at the next longer one of the store with
 * that term's own rate. Bundles hold single products, so that each can be answered for itself.
 */
export function menuColumns(card: NumbersFrom): MenuColumn[] {
  const all = offered(card);
  const facts = eligibilityFacts(card);
  const ranked = card.fni.needs
    ? recommendedProducts(
        all.map(({ product }) => product),
        card.fni.needs,
        facts?.loanToValue ?? null,
      ).map(({ code }) => code)
    : all.slice(0, 4).map(({ product }) => product.code);
  const within = (codes: readonly string[]) => all.filter(({ product }) => codes.includes(product.code));
  const columns: [PackageName, typeof all][] = [
    ["complete", all],
    ["recommended", within(ranked)],
    ["essential", within(ranked.slice(0, ESSENTIAL))],
  ];
  return columns
    .filter(
      ([, products], index) => products.length > 0 && (index === 0 || products.length < columns[index - 1]![1].length),
    )
    .map(([name, products]) => column(card, name, products));
}

function column(card: NumbersFrom, name: PackageName, products: ReturnType<typeof offered>): MenuColumn {
  const rows = products.map(({ product, option }) => ({
    code: product.code,
    optionCode: option.code,
    price: option.price,
  }));
  const answers = {
    ...Object.fromEntries(menuOf(card).map(({ code }) => [code, { answer: "declined" as const, optionCode: "" }])),
    ...Object.fromEntries(rows.map(({ code, optionCode }) => [code, { answer: "accepted" as const, optionCode }])),
  };
  const { termMonths } = card.finance;
  const longer = card.store.retailTerms.map((row) => row.termMonths).find((months) => months > termMonths);
  const terms = card.finance.method === "finance" ? [termMonths, ...(longer ? [longer] : [])] : [];
  return {
    name,
    products: rows,
    price: rows.reduce((total, { price }) => total + price, 0) as Cents,
    terms: terms.flatMap((months) => {
      const withAll = financed(card, answers, months);
      const without = financed(card, {}, months);
      return withAll && without
        ? [{ termMonths: months, ...withAll, more: (withAll.payment - without.payment) as Cents }]
        : [];
    }),
  };
}

/** The contract with these answers over this term; null where it does not work out. */
function financed(card: NumbersFrom, answers: NumbersFrom["fni"]["answers"], termMonths: number) {
  const contractRate: Ppm | null = contractRateFor(card, termMonths);
  if (contractRate === null) return null;
  const kept = { ...card.kept, fni: "complete" as const };
  const sheet = dealWorksheet({
    ...card,
    kept,
    fni: { ...card.fni, answers },
    finance: { ...card.finance, termMonths, contractRateOverride: contractRate },
  });
  if (!sheet?.finance.ok) return null;
  const { payment, totalOfPayments, aprDisclosed } = sheet.finance;
  return { payment, totalOfPayments, aprDisclosed };
}
