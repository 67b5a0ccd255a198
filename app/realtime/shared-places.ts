/**
 * Places of the card by name, as they may be shown, pointed at and asked about. An allow-list: what is not named here
 * (a staff panel, a new form) is not a place for others. A name may have a part behind a dot, for one of several.
 */
const sharedFamilies = [
  // Fields of the stages that customer and staff both see.
  "vehicle",
  "sellingPrice",
  "incentives",
  "taxes",
  "promise",
  "tradeCar",
  "tradeCondition",
  "tradeOwnership",
  "tradePayoff",
  "tradeValue",
  "tradeOffer",
  "tradePhotos",
  "method",
  "termMonths",
  "cashDown",
  "creditBand",
  "leaseTerms",
  "financeOptions",
  "targetPayment",
  "terms",
  "cell",
  "pencil",
  "products",
  "product",
  "deposit",
  "deliveryMethod",
  "deliverySlot",
  // Figures: the payment, the law's four, and the lines of the summary by their codes.
  "figure",
  "line",
] as const;

/** Places that hold what is nobody else's to watch: a follower is taken to the stage and no further. */
const personalFamilies = ["customerName", "customerAddress", "deliveryAddress"] as const;

/** The lines of a worksheet that both sides see, by the first part of their code. Gross and cost have lines too. */
const sharedLines = new Set([
  "sellingPrice",
  "docFee",
  "doc",
  "outTheDoor",
  "rebate",
  "addOn",
  "fee",
  "fees",
  "governmentFee",
  "tax",
  "taxes",
  "tradeEquity",
  "negativeEquity",
  "tradeAllowance",
  "tradePayoff",
  "tradeCredit",
  "trade",
  "cashDown",
  "product",
  "amountFinanced",
  "cashDueAtSigning",
  "paidToCustomer",
  "dueAtDelivery",
  "grossCapCost",
  "adjustedCapCost",
  "acquisitionFee",
  "acquisition",
  "capitalizedTax",
  "firstPayment",
  "refundableDeposit",
  "upfrontTax",
  "prepaidFinanceCharge",
  "products",
  "price",
  "securityDeposit",
]);

export const MAX_PLACE = 60;
export const placePattern = /^[A-Za-z][\w.:-]*$/;

const has = (families: readonly string[], place: string) => families.includes(place.split(".")[0] ?? "");

/** May it be shown to a follower, pointed at, asked about? */
export function isSharedPlace(place: string): boolean {
  if (place.length > MAX_PLACE || !placePattern.test(place) || !has(sharedFamilies, place)) return false;
  const [family, code = ""] = place.split(".");
  if (family === "line") return sharedLines.has(code);
  return family !== "figure" || code !== "";
}

/** May a customer be told that somebody is there? Staff panels have names too. */
export const isCustomersPlace = (place: string) => isSharedPlace(place) || has(personalFamilies, place);
