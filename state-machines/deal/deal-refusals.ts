/**
 * Every business "no": what happened and what to do next, in plain words.
 * A refusal never changes the deal; what the person typed stays on their screen.
 */
export const refusalTexts = {
  notAllowed: { sentence: "Your role may not do this.", next: "Ask the store to do it for you." },
  malformed: { sentence: "We could not read that change.", next: "Check the marked field and try again." },
  numbersMoved: {
    sentence: "The numbers changed while you were looking.",
    next: "Read them once more, then agree.",
  },
  revisionFromFuture: { sentence: "That answers a version of the deal that does not exist.", next: "Reload the page." },
  editConflict: {
    sentence: "This change was already sent with other content.",
    next: "Make the change again.",
  },
  dealFrozen: {
    sentence: "The deal is frozen for its contract.",
    next: "Ask the finance manager to reopen it.",
  },
  dealLost: { sentence: "This deal was closed.", next: "The store can revive it." },
  dealDelivered: { sentence: "This deal is delivered.", next: "Its jacket can be read, not changed." },
  notFrozen: { sentence: "The deal is not frozen.", next: "Freeze it first." },
  alreadyFrozen: { sentence: "{name} froze this deal already.", next: "Open the frozen deal." },
  notLost: { sentence: "The deal is not closed.", next: "Nothing needs to be revived." },
  notContracted: { sentence: "The contract is not signed yet.", next: "Sign it before the keys leave." },
  checklistOpen: { sentence: "{count} points of the checklist are open.", next: "Clear the red lines first." },

  noVehicle: { sentence: "No vehicle is chosen.", next: "Choose a vehicle first." },
  vehicleUnavailable: { sentence: "That vehicle is no longer available.", next: "Choose another one." },
  sameVehicle: { sentence: "That vehicle is on the deal already.", next: "Choose another one." },
  beyondAuthority: {
    sentence: "That price is below your limit of {limit}.",
    next: "Ask a sales manager to set it.",
  },
  offerBeyondAuthority: {
    sentence: "That offer is above your limit of {limit}.",
    next: "Ask a manager or the appraiser to make it.",
  },
  priceAboveSticker: { sentence: "The price is above what is advertised.", next: "Enter {limit} or less." },
  incentiveUnknown: { sentence: "This vehicle has no such incentive.", next: "Choose one from the list." },

  noTradeDescribed: { sentence: "We do not know your car yet.", next: "Tell us year, make and model first." },
  tradeYearAhead: { sentence: "That model year is not out yet.", next: "Check the year." },
  payoffNotOwed: { sentence: "You said nothing is owed on this car.", next: "Change the ownership first." },
  valuationUnavailable: { sentence: "We cannot value this car online.", next: "Ask us for an offer." },
  noOffer: { sentence: "There is no offer to answer.", next: "Ask the store for an offer." },
  offerChanged: { sentence: "The offer was replaced by a newer one.", next: "Read the new offer." },
  offerExpired: { sentence: "The offer has expired.", next: "Ask the store to renew it." },
  offerAnswered: { sentence: "The offer was answered already.", next: "Ask the store for a new offer." },

  termNotOffered: { sentence: "The store does not offer this term.", next: "Choose one from the grid." },
  creditBandUnknown: { sentence: "That credit band is not in the list.", next: "Choose one from the list." },
  cashDownTooHigh: { sentence: "That is more than the deal costs.", next: "Enter {limit} or less." },
  leaseNotOffered: { sentence: "This vehicle cannot be leased.", next: "Choose cash or finance." },
  rateOutsideCap: { sentence: "That rate is outside what the lender allows.", next: "Enter {limit} or less." },
  notComputable: { sentence: "These terms do not work out.", next: "Change the term or the cash down." },
  customersToConfirm: { sentence: "Only the customer can agree to terms.", next: "Ask the customer to confirm." },

  productUnknown: { sentence: "That product is not on the menu.", next: "Reload the menu." },
  productNotEligible: { sentence: "That product would not help on this deal.", next: "See the reason on the menu." },

  depositTermsChanged: { sentence: "The deposit terms have changed.", next: "Read them once more." },
  depositTermsMissing: { sentence: "The deposit terms are not accepted.", next: "Accept the terms first." },
  depositHeldAlready: { sentence: "A deposit is held already.", next: "Nothing more is due now." },
  depositInProgress: { sentence: "A payment is under way.", next: "Finish it or wait a few minutes." },
  paymentsOff: { sentence: "Online payment is not set up.", next: "Pay the deposit at the store." },
  noDepositHeld: { sentence: "No deposit is held.", next: "There is nothing to refund." },
  depositMismatch: { sentence: "The payment does not match what we asked for.", next: "The store has been told." },

  deliveryMethodMissing: { sentence: "Pick-up or home delivery is not chosen.", next: "Choose one first." },
  addressMissing: { sentence: "We do not know where to deliver.", next: "Give the address first." },
  addressOutsideArea: { sentence: "That address is outside our delivery area.", next: "Choose pick-up instead." },
  slotNotOffered: { sentence: "That time is not offered.", next: "Choose one of the free times." },
  slotTaken: { sentence: "That time was just taken.", next: "Choose another one." },
  tooLateToReschedule: { sentence: "It is too late to change the time online.", next: "Call the store." },

  staffUnknown: { sentence: "That person does not work here.", next: "Choose somebody from the list." },
  stageNotOpen: { sentence: "There is nothing to do in that stage now.", next: "Open another stage." },
} as const;

export type RefusalCode = keyof typeof refusalTexts;

export interface Refusal {
  code: RefusalCode;
  /** Values for the sentence; amounts as cents under `limit`. */
  params?: Record<string, string | number>;
  /** The input it is about, so that the screen can mark it. */
  field?: string;
}

export const refuse = (code: RefusalCode, params?: Record<string, string | number>, field?: string): Refusal => ({
  code,
  ...(params && { params }),
  ...(field && { field }),
});
