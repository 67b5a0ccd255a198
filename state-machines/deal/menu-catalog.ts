import type { CustomerCard } from "./project-deal";

type MenuFrom = Pick<CustomerCard, "store" | "fni">;
export type MenuProduct = CustomerCard["store"]["fniCatalog"][number];

/**
 * The menu of this deal: the store's products at what the providers ask for this car, once they were asked, and at the
 * price that somebody answers for where it is not the list's.
 */
export function menuOf<From extends MenuFrom>({ store, fni }: From): From["store"]["fniCatalog"] {
  const { rated, exceptions } = fni;
  if (!rated && !exceptions?.length) return store.fniCatalog;
  return store.fniCatalog.map((product) => {
    const rates = rated?.products.find(({ code }) => code === product.code)?.options ?? product.options;
    const options = rates.map((option) => {
      const other = exceptions?.find((known) => known.code === product.code && known.optionCode === option.code);
      return other ? { ...option, price: other.price } : option;
    });
    return { ...product, options };
  });
}

/** The listed price of an option: what everybody pays. */
export function listPriceOf({ store, fni }: MenuFrom, code: string, optionCode: string) {
  const rates = fni.rated?.products.find((product) => product.code === code)?.options;
  const options = rates ?? store.fniCatalog.find((product) => product.code === code)?.options ?? [];
  return options.find((option) => option.code === optionCode)?.price ?? null;
}

/**
 * What a signature under the menu is about: every product with its answer, its option and its price, in the menu's
 * order. Anything that moves makes another key, and the old signature is of another menu.
 */
export function menuKey(card: MenuFrom): string {
  return menuOf(card)
    .map(({ code, options }) => {
      const given = card.fni.answers[code];
      const price = options.find((option) => option.code === given?.optionCode)?.price ?? 0;
      return `${code}:${given?.answer ?? "open"}:${given?.optionCode ?? ""}:${price}`;
    })
    .join("|");
}

/** Does the newest signature stand under the menu as it is now? */
export const menuIsSigned = (card: MenuFrom): boolean => card.fni.signed?.key === menuKey(card);
