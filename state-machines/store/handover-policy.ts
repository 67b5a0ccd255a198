/** What a store decides once about getting cars ready, bringing them and trying them out. */
export interface HandoverPolicy {
  /** Open hours that a car takes from the word to the keys. */
  prepHours: { new: number; certified: number; used: number };
  /** Who can bring cars at the same time. */
  drivers: number;
  /** How long a mile takes on the way to a customer. */
  minutesPerMile: number;
  /** May a car leave before its money is in? Off where the law or the store says no. */
  spotDelivery: boolean;
  testDrive: {
    minutes: number;
    /** Drives at the same time. */
    lanes: number;
    leadMinutes: number;
    /** Zero: none at home. */
    homeMiles: number;
  };
}

/** A store that has not said: a day's work on a car, one driver, half an hour to try one. */
export const usualHandover: HandoverPolicy = {
  prepHours: { new: 4, certified: 8, used: 8 },
  drivers: 1,
  minutesPerMile: 2,
  spotDelivery: true,
  testDrive: { minutes: 30, lanes: 2, leadMinutes: 60, homeMiles: 15 },
};
