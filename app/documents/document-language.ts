import type { StorePolicy } from "#machines/store/store-policy";
import type { Locale } from "#app/ui/locale";

/**
 * The language that a store's papers are drawn in. In Quebec a contract that one party wrote is handed to the other in
 * French before anything else (Charter of the French language, section 55); everywhere else they are in English.
 */
export const documentLanguage = ({ address }: Pick<StorePolicy, "address">): Locale =>
  address.region === "QC" ? "fr" : "en";
