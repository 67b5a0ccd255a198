import { actor, coBuyer, everyone } from "./visibility-rows";

/** Who sits at the table is known to all who do; where the co-buyer lives is theirs and the store's. */
export const seats = {
  list: {
    each: {
      seatId: everyone,
      kind: everyone,
      relation: everyone,
      scope: everyone,
      name: everyone,
      invitedBy: actor,
      invitedAt: everyone,
      takenAt: everyone,
      endedAt: everyone,
      endedBy: actor,
    },
  },
  coBuyer: {
    firstName: everyone,
    lastName: everyone,
    email: coBuyer,
    phone: coBuyer,
    street: coBuyer,
    city: coBuyer,
    region: coBuyer,
    postcode: coBuyer,
  },
} as const;

export const showroom = {
  screens: { each: { pairingId: everyone, kind: everyone, by: actor, openedAt: everyone, closedAt: everyone } },
  seconds: {
    vehicle: everyone,
    trade: everyone,
    finance: everyone,
    fni: everyone,
    deposit: everyone,
    delivery: everyone,
  },
} as const;

/** The store's waiting time is no secret: the customer spends it. */
export const wait = {
  party: everyone,
  since: everyone,
  fromRevision: everyone,
  derived: everyone,
  promise: { until: everyone, firstUntil: everyone, by: actor, at: everyone },
  past: {
    each: {
      party: everyone,
      since: everyone,
      until: everyone,
      promisedUntil: everyone,
      late: everyone,
      fromRevision: everyone,
    },
  },
} as const;
