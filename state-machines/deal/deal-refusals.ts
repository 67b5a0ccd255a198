import { handoverRefusalTexts } from "./handover-refusals";

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
  rateBeyondAuthority: {
    sentence: "That rate is beyond your limit of {limit}.",
    next: "Ask a manager for it.",
  },
  rateReasonMissing: { sentence: "This is not the rate of the store's table.", next: "Choose the reason for it." },
  termBeyondAuthority: {
    sentence: "You may write up to {count} months by yourself.",
    next: "Ask a manager, or let the customer choose it.",
  },
  feeBeyondAuthority: {
    sentence: "You may let go of {limit} of the doc fee by yourself.",
    next: "Ask a manager for it.",
  },
  docFeeWaiverTooHigh: { sentence: "The doc fee is no more than {limit}.", next: "Enter {limit} or less." },
  rateNotOffered: { sentence: "No lender writes this rate.", next: "Ask the finance manager." },

  noLenderAnswer: { sentence: "No lender has offered this.", next: "Look at the newest answers." },
  lenderAnswerExpired: { sentence: "This approval has run out.", next: "Ask the lender again." },
  notFinanced: { sentence: "This deal is not financed.", next: "Choose financing first." },
  noFlag: { sentence: "There is no such open point.", next: "Reload the page." },
  priceAboveList: { sentence: "The listed price is {limit}.", next: "Nobody pays more than the list." },
  menuNotAnswered: { sentence: "Not every product has an answer yet.", next: "Accept or decline each one." },
  menuMoved: { sentence: "The menu changed while you were looking.", next: "Read it once more, then sign." },

  approvalNotNeeded: { sentence: "You may do that by yourself.", next: "Make the change." },
  approvalEmpty: { sentence: "Nothing was asked for.", next: "Say what you need." },
  approvalsFull: { sentence: "This deal has had too many requests.", next: "Talk to the desk." },
  noApproval: { sentence: "There is no such request.", next: "Reload the page." },
  approvalAnswered: { sentence: "{name} answered this request already.", next: "Look at the answer." },
  approvalOutdated: {
    sentence: "The deal has changed since this was asked.",
    next: "Ask again for the deal as it is.",
  },
  approvalNeedsPencil: { sentence: "This asks for a proposal.", next: "Propose one, or refuse." },

  noPencil: { sentence: "There is no such proposal.", next: "Reload the page." },
  pencilExpired: { sentence: "This proposal has run out.", next: "Ask the store for a fresh one." },
  pencilSuperseded: { sentence: "A newer proposal has taken the place of this one.", next: "Read the newest one." },
  pencilWithdrawn: { sentence: "The store has withdrawn this proposal.", next: "Ask for a fresh one." },
  pencilAnswered: { sentence: "This proposal was answered already.", next: "Ask for a fresh one." },
  pencilStale: {
    sentence: "The deal has moved since this proposal was made, and it no longer comes to these figures.",
    next: "Ask the store for a fresh one.",
  },
  pencilOvertaken: {
    sentence: "The deal moved while you were writing this proposal.",
    next: "Look at its figures once more, then propose it.",
  },
  pencilsFull: { sentence: "This deal has had too many proposals.", next: "Start a fresh deal." },
  counterEmpty: { sentence: "You have not said what you would rather have.", next: "Give a payment, cash, or a word." },

  scenariosFull: { sentence: "{count} plans are pinned already.", next: "Unpin one first." },
  scenarioPinned: { sentence: "This plan is pinned already.", next: "Look at it beside the others." },
  noScenario: { sentence: "That plan is not pinned any more.", next: "Choose another one." },

  priceAboveSticker: { sentence: "The price is above what is advertised.", next: "Enter {limit} or less." },
  incentiveUnknown: { sentence: "This vehicle has no such incentive.", next: "Choose one from the list." },

  noTradeDescribed: { sentence: "We do not know your car yet.", next: "Tell us year, make and model first." },
  tradeYearAhead: { sentence: "That model year is not out yet.", next: "Check the year." },
  payoffNotOwed: { sentence: "You said nothing is owed on this car.", next: "Change the ownership first." },
  valuationUnavailable: { sentence: "We cannot value this car online.", next: "Ask us for an offer." },
  tradeCarUnknown: { sentence: "That car is not on this deal.", next: "Tell us year, make and model first." },
  photoUnknown: { sentence: "That photo is not here any more.", next: "Take it again." },
  photoNotYours: { sentence: "That photo is the other side's.", next: "Take one of your own in another place." },
  photoIsProof: { sentence: "That photo proves an adjustment.", next: "It stays with the offer." },
  tooManyPhotos: { sentence: "This car has {count} photos already.", next: "Remove one first." },
  markUnknown: { sentence: "That mark is not here any more.", next: "Mark it again." },
  tooManyMarks: { sentence: "This car has {count} marks already.", next: "Tell us the rest in a message." },
  alreadyWithStore: { sentence: "The store has this car already.", next: "Wait for its offer, or answer it." },
  nothingToReview: { sentence: "Nobody asked for an offer, or somebody is at it.", next: "Look at the newest card." },
  appraisalMissing: {
    sentence: "There is no estimate to go by, so this car is appraised by hand.",
    next: "State its wholesale value first.",
  },
  offerNotAccepted: { sentence: "There is no accepted offer to check.", next: "Wait for the customer's answer." },
  adjustmentNeedsPhoto: {
    sentence: "An adjustment needs a photo of what was found.",
    next: "Take the photo, then adjust.",
  },
  adjustmentBeyondAuthority: {
    sentence: "You may adjust an accepted offer by {limit} by yourself.",
    next: "Ask a manager to do it.",
  },
  tradeBalanceTooHigh: { sentence: "That is more than the cars leave owing.", next: "Enter {limit} or less." },
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
  vehicleTaken: {
    sentence: "Another customer’s deposit holds this car.",
    next: "Nothing was charged. Choose another car, or ask the store to tell you when it is free.",
  },
  paymentsAway: {
    sentence: "The payment provider does not answer.",
    next: "Nothing was charged. Try again in a minute.",
  },
  depositInProgress: { sentence: "A payment is under way.", next: "Finish it or wait a few minutes." },
  paymentsOff: { sentence: "Online payment is not set up.", next: "Pay the deposit at the store." },
  noDepositHeld: { sentence: "No deposit is held.", next: "There is nothing to refund." },
  depositMismatch: { sentence: "The payment does not match what we asked for.", next: "The store has been told." },

  depositNotRefundable: {
    sentence: "This deposit is not given back by itself under its terms.",
    next: "Ask the store.",
  },
  depositRefundable: {
    sentence: "The accepted terms give all of it back until the contract is signed.",
    next: "Give it back instead.",
  },
  returnAskedAlready: { sentence: "Somebody asked for that already.", next: "Wait for a manager's answer." },
  noReturnAsked: { sentence: "Nobody asks for a return of this deposit.", next: "Look at the newest card." },
  returnAboveDeposit: { sentence: "That is more than is held.", next: "Enter {limit} or less." },
  reasonDoesNotFit: {
    sentence: "That reason does not go with what is done.",
    next: "Choose a reason to give back, or one to keep.",
  },
  approverIsAsker: { sentence: "Who asks for it cannot approve it.", next: "Ask another manager." },
  holdExtendedOften: { sentence: "This hold was extended {count} times already.", next: "Let it end, or sign." },
  holdExtendedFar: { sentence: "A hold is extended by {count} hours at most.", next: "Choose a shorter time." },
  holdCannotGrow: {
    sentence: "The card's authorisation ends then, and the hold with it.",
    next: "Take the deposit first, or let the hold end.",
  },
  nothingTendered: { sentence: "There is no amount.", next: "Enter one." },
  tendersFull: { sentence: "This deal has {count} payments already.", next: "Ask the finance office." },
  tenderPromiseUnknown: { sentence: "That promised payment is not open any more.", next: "Look at the list." },
  tenderAboveDue: { sentence: "That is more than is due.", next: "Enter {limit} or less." },
  tenderDayOut: {
    sentence: "That day has passed, or is more than {count} days away.",
    next: "Choose a day in between.",
  },
  cardCapReached: {
    sentence: "The store takes no more than that by card on one deal.",
    next: "Enter {limit} or less, or take the rest another way.",
  },
  tenderUnknown: { sentence: "There is no such payment on this deal.", next: "Look at the list." },
  returnAboveTender: { sentence: "That is more than is left of this payment.", next: "Enter {limit} or less." },

  homeAddressMissing: { sentence: "We do not know the home address.", next: "Give it first, or say where else." },
  regionUnknown: { sentence: "We do not know that state or province.", next: "Write its name or its two letters." },
  taxLineUnknown: { sentence: "This deal has no such line.", next: "Choose one from the list." },
  taxTooHigh: { sentence: "That is more than the car costs.", next: "Enter {limit} or less." },

  deliveryMethodMissing: { sentence: "Pick-up or home delivery is not chosen.", next: "Choose one first." },
  addressMissing: { sentence: "We do not know where to deliver.", next: "Give the address first." },
  addressOutsideArea: { sentence: "That address is outside our delivery area.", next: "Choose pick-up instead." },
  slotNotOffered: { sentence: "That time is not offered.", next: "Choose one of the free times." },
  slotTaken: { sentence: "That time was just taken.", next: "Choose another one." },
  tooLateToReschedule: { sentence: "It is too late to change the time online.", next: "Call the store." },

  ...handoverRefusalTexts,
  promisePriceExpired: {
    sentence: "The price of this car is no longer guaranteed.",
    next: "Renew its price in the vehicle stage, then keep it.",
  },
  promisesFull: { sentence: "This deal keeps {count} prices already.", next: "Use the newest one." },
  promiseOutdated: { sentence: "The figures changed meanwhile.", next: "Read them once more, then try again." },
  promiseUnknown: { sentence: "There is no such promise in this deal.", next: "Reload the page." },

  seatsFull: { sentence: "This deal has {count} seats taken already.", next: "End one of them first." },
  coBuyerSeated: { sentence: "This deal has a co-buyer already.", next: "End that seat first." },
  seatUnknown: { sentence: "That seat is no longer there.", next: "Ask for a new invitation." },
  seatTaken: { sentence: "That seat is taken already.", next: "Ask for an invitation of your own." },
  scopeNotForSeat: { sentence: "That kind of seat cannot have this right.", next: "Choose another right." },
  noCoBuyer: { sentence: "Nobody is invited as a co-buyer.", next: "Invite the co-buyer first." },
  promiseTimeOut: {
    sentence: "That time has passed, or is more than {count} days away.",
    next: "Choose a time in between.",
  },
  dealImported: { sentence: "This deal came from another store.", next: "It can be read, not changed." },

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
