import { actor, everyone, staff, staffActor } from "./visibility-rows";

const slot = { bookingId: everyone, startsAt: everyone, endsAt: everyone } as const;
const person = { staffId: staff, role: staff, firstName: staff, lastName: staff } as const;
/** Who looks after a promise is somebody the customer may ask for. */
const named = { staffId: staff, role: everyone, firstName: everyone, lastName: staff } as const;
const signature = {
  party: everyone,
  name: everyone,
  signatureId: everyone,
  contentHash: everyone,
  by: actor,
  at: everyone,
} as const;

/** How the store gets ready is its own; what both sides saw and signed is both sides'. */
export const handover = {
  appointment: slot,
  moved: everyone,
  work: {
    each: {
      item: staff,
      light: staff,
      title: staff,
      owner: person,
      dueAt: staff,
      done: staff,
      by: staffActor,
      at: staff,
    },
  },
  overrides: { each: { items: staff, reason: staff, by: staffActor, at: staff } },
  checks: { each: { check: everyone, by: actor, at: everyone } },
  photos: { each: { photoId: everyone, place: everyone, note: everyone, at: everyone } },
  odometer: everyone,
  signatures: { each: signature },
  track: { each: { step: everyone, expectedAt: everyone, driver: everyone, at: everyone } },
  contactless: everyone,
  followUp: { note: everyone, serviceAt: everyone, reviewAsked: everyone, by: actor, at: everyone },
} as const;

export const dueBill = {
  items: {
    each: {
      itemId: everyone,
      text: everyone,
      owner: named,
      dueOn: everyone,
      cost: staff,
      signedBy: everyone,
      closedAt: everyone,
      closedNote: everyone,
      photoId: everyone,
      appointmentAt: everyone,
    },
  },
  signatures: { each: signature },
} as const;

export const titleWork = {
  done: { each: { step: everyone, by: actor, at: everyone } },
  tagExpiresOn: everyone,
  payoffsSent: { each: { car: everyone, amount: everyone, on: everyone, by: actor, at: everyone } },
  holder: staff,
  alarms: { each: { about: staff, level: staff, dueOn: staff, at: staff } },
} as const;

export const returns = {
  request: {
    status: everyone,
    requestedAt: everyone,
    requestedBy: actor,
    reason: everyone,
    odometer: everyone,
    asDelivered: everyone,
    lastDay: everyone,
    answeredAt: everyone,
    answeredBy: actor,
    rule: everyone,
    declinedBecause: everyone,
    trades: everyone,
    productsCancelled: everyone,
    statement: {
      policyCode: everyone,
      policyName: everyone,
      paidIn: everyone,
      trades: everyone,
      restockingFee: everyone,
      mileageFee: everyone,
      total: everyone,
      byDeposit: everyone,
      atDesk: everyone,
    },
    unwoundAt: everyone,
    settledAt: everyone,
    settledBy: actor,
    settledMethod: everyone,
  },
} as const;

export const drives = {
  list: {
    each: {
      driveId: everyone,
      status: everyone,
      stockNumber: everyone,
      carName: everyone,
      place: everyone,
      startsAt: everyone,
      endsAt: everyone,
      licenseSeen: everyone,
      signature: { name: everyone, signatureId: everyone, contentHash: everyone, at: everyone },
      plate: everyone,
      leftAt: everyone,
      backAt: everyone,
      bookedBy: actor,
    },
  },
} as const;
