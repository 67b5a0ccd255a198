import type { OverlayField, OverlaySource } from "./overlay-field";
import type { Signer } from "./sign-place";

/** "buyer_name", "BuyerName", "form1[0].Buyer-Name[2]": the words of a field's own name. */
const wordsOf = (name: string): string =>
  ` ${(name.split(".").at(-1) ?? name)
    .replaceAll(/\[\d*\]/g, " ")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim()} `;

const who: readonly [RegExp, Signer][] = [
  [/ co ?(buyer|applicant|purchaser|lessee|signer) /, "coBuyer"],
  [/ (buyer|purchaser|customer|applicant|lessee|transferee) /, "buyer"],
  [/ (dealer|dealership|seller|store|lessor|transferor) /, "store"],
];

const ofPeople: Record<Signer, readonly [RegExp, OverlaySource][]> = {
  coBuyer: [[/ name /, "coBuyerName"]],
  buyer: [
    [/ name /, "buyerName"],
    [/ e ?mail /, "buyerEmail"],
    [/ (tele)?phone | cell /, "buyerPhone"],
    [/ address | street /, "buyerAddress"],
  ],
  store: [
    [/ name /, "storeName"],
    [/ (tele)?phone /, "storePhone"],
    [/ address | street /, "storeAddress"],
  ],
};

const ofTrade: readonly [RegExp, OverlaySource][] = [
  [/ vin | identification /, "tradeVin"],
  [/ allowance | value /, "tradeAllowance"],
  [/ payoff | balance | owed /, "tradePayoff"],
  [/ vehicle | description | year make model /, "tradeVehicle"],
];

/** From the narrower words to the wider: "total of payments" is no payment. */
const ofDeal: readonly [RegExp, OverlaySource][] = [
  [/ (deal|contract) (number|no|id) /, "dealNumber"],
  [/ (sale|contract|purchase) date | date of (sale|contract|purchase) /, "contractDate"],
  [/ (vin|vehicle identification number) /, "vehicleVin"],
  [/ (odometer|mileage|miles) /, "vehicleMileage"],
  [/ stock (number|no) | stock $/, "stockNumber"],
  [/^ (vehicle )?year $/, "vehicleYear"],
  [/^ (vehicle )?make $/, "vehicleMake"],
  [/^ (vehicle )?model $/, "vehicleModel"],
  [/ total of payments /, "totalOfPayments"],
  [/ (number|no) of payments /, "numberOfPayments"],
  [/ first payment (date|due) | first payment $/, "firstPaymentDate"],
  [/ (monthly )?payment( amount)? $/, "payment"],
  [/ amount financed /, "amountFinanced"],
  [/ (apr|annual percentage rate) /, "apr"],
  [/ finance charge /, "financeCharge"],
  [/ (cash down|down payment) /, "cashDown"],
  [/ (selling|sale|cash) price /, "sellingPrice"],
  [/ (sales )?tax(es)?( total)? $/, "taxTotal"],
  [/ out the door | total price | grand total /, "outTheDoor"],
  [/ (lender|lienholder|assignee) /, "lender"],
];

const first = <T>(known: readonly (readonly [RegExp, T])[], words: string): T | undefined =>
  known.find(([pattern]) => pattern.test(words))?.[1];

/** What a form's field most likely asks for, by its name; nothing where the name says too little. A person looks at it. */
export function guessFill(name: string): OverlayField["fill"] {
  const words = wordsOf(name);
  if (/ date /.test(words) && / sign(ed|ature)? /.test(words)) return "nothing";
  const person = first(who, words);
  if (person && / (sign|signature) /.test(words)) return { signer: person, kind: "signature" };
  if (person && / initials? /.test(words)) return { signer: person, kind: "initials" };
  const known = / trade( ?in)? /.test(words) ? ofTrade : person ? ofPeople[person] : ofDeal;
  const source = first(known, words);
  return source ? { source } : "nothing";
}
