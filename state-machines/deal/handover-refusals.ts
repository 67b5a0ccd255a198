/** Every "no" on the way to the keys, of a return and of a test drive. */
export const handoverRefusalTexts = {
  notReadyForKeys: {
    sentence: "{count} points are open before the keys may leave.",
    next: "Clear them on the readiness board, or have a manager take them over by name.",
  },
  nothingToOverride: { sentence: "That point is not open.", next: "Look at the newest board." },
  noSpotDelivery: {
    sentence: "This store hands over no car before its money is in.",
    next: "Wait for the money.",
  },
  workUnknown: { sentence: "There is no such work on this deal.", next: "Reload the board." },
  tooMuchWork: { sentence: "This deal has {count} pieces of work already.", next: "Finish some first." },
  odometerBack: { sentence: "That is less than the car had when it was priced.", next: "Read it once more." },
  notOnTheRoad: { sentence: "This car is picked up at the store.", next: "Say when it is ready." },
  nothingToSign: { sentence: "There is nothing left to sign.", next: "Look at the list." },
  tooManyDue: { sentence: "{count} things are promised already.", next: "Close some first." },
  dueItemUnknown: { sentence: "That promise is closed, or was never there.", next: "Reload the list." },
  dueItemSigned: { sentence: "Somebody has signed that promise.", next: "Keep it, and close it when it is kept." },
  alarmRaised: { sentence: "That alarm was raised already.", next: "Look at the tracker." },
  notDelivered: { sentence: "The keys have not been handed over.", next: "Hand them over first." },
  noReturn: { sentence: "There is no such return to answer.", next: "Reload the page." },
  returnAsked: { sentence: "This car was brought back already.", next: "Look at what became of it." },
  returnNotCovered: {
    sentence: "The store’s return policy does not cover this deal.",
    next: "Talk to the store.",
  },
  returnWindowOver: {
    sentence: "{name}: the {count} days are over.",
    next: "Talk to the store.",
  },
  returnTooManyMiles: {
    sentence: "{name}: the car was driven more than {count} miles.",
    next: "Talk to the store.",
  },
  returnNotAsDelivered: {
    sentence: "{name}: the car has to come back as it was handed over.",
    next: "Talk to the store.",
  },
  driveBooked: { sentence: "A test drive is booked already.", next: "Cancel it first." },
  tooManyDrives: { sentence: "This deal has had {count} test drives.", next: "Ask the store for another one." },
  driveUnknown: { sentence: "There is no such test drive now.", next: "Reload the page." },
  driveNeedsLicense: { sentence: "Nobody has seen the license yet.", next: "Take a picture of it first." },
  driveNeedsSignature: { sentence: "The agreement is not signed yet.", next: "Have it signed first." },
  driveNotAtHome: {
    sentence: "A test drive at home is for places up to {count} miles away.",
    next: "Come to the store instead.",
  },
} as const;
