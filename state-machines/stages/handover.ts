import type { ActorRef, StaffRole } from "../store/actor";
import type { DeliverySlot } from "./delivery";

/** The four lights of the readiness board, in the order the board shows them. */
export const readinessLights = ["money", "car", "customer", "release"] as const;
export type ReadinessLight = (typeof readinessLights)[number];

/** Who has a piece of work unless somebody is named. */
export type WorkOwner = Extract<StaffRole, "fniManager" | "salesperson">;

interface StandardWork {
  light: ReadinessLight;
  owner: WorkOwner;
  /** Due this long before the hand-over. */
  hoursBefore: number;
  /** Keys do not leave before it is done, unless a manager takes it upon themselves. */
  required: boolean;
}

/** What the store ticks off before every hand-over. */
export const standardWork = {
  funds: { light: "money", owner: "fniManager", hoursBefore: 24, required: true },
  lenderPapers: { light: "money", owner: "fniManager", hoursBefore: 24, required: true },
  insurance: { light: "money", owner: "salesperson", hoursBefore: 24, required: true },
  inspection: { light: "car", owner: "salesperson", hoursBefore: 24, required: true },
  detail: { light: "car", owner: "salesperson", hoursBefore: 4, required: true },
  accessories: { light: "car", owner: "salesperson", hoursBefore: 24, required: false },
  energy: { light: "car", owner: "salesperson", hoursBefore: 2, required: true },
  plates: { light: "car", owner: "salesperson", hoursBefore: 2, required: true },
  registrationPapers: { light: "customer", owner: "fniManager", hoursBefore: 24, required: true },
  tradePapers: { light: "customer", owner: "salesperson", hoursBefore: 24, required: true },
  tradeKeys: { light: "customer", owner: "salesperson", hoursBefore: 0, required: false },
} as const satisfies Record<string, StandardWork>;
export type StandardWorkCode = keyof typeof standardWork;

/** What the deal itself answers: nobody ticks these by hand. */
export const derivedWork = {
  contractSigned: { light: "customer", owner: "fniManager", hoursBefore: 24, required: true },
  identity: { light: "customer", owner: "fniManager", hoursBefore: 24, required: true },
  appointment: { light: "customer", owner: "salesperson", hoursBefore: 24, required: false },
  dueBillSigned: { light: "release", owner: "salesperson", hoursBefore: 0, required: true },
  handoverSigned: { light: "release", owner: "salesperson", hoursBefore: 0, required: true },
} as const satisfies Record<string, StandardWork>;
export type DerivedWorkCode = keyof typeof derivedWork;

/** Work that a deal remembers: a standard piece that somebody planned or did, or one of this deal's own. */
export interface WorkItem {
  item: string;
  light: ReadinessLight;
  /** Empty for standard work, which the screen words. */
  title: string;
  owner: WorkPerson | null;
  dueAt: string | null;
  done: boolean;
  by: ActorRef | null;
  at: string | null;
}

export interface WorkPerson {
  staffId: string;
  role: StaffRole;
  firstName: string;
  lastName: string;
}

/** A deal has a dozen pieces of standard work; more of its own than this is a list for a workshop. */
export const MAX_WORK = 40;

export const handoverChecks = [
  "licenseSeen",
  "walkaround",
  "marksShown",
  "keys",
  "manuals",
  "phonePaired",
  "tour",
  "charging",
] as const;
export type HandoverCheck = (typeof handoverChecks)[number];

export const handoverPhotoPlaces = ["front", "rear", "left", "right", "cabin", "odometer", "mark"] as const;
export type HandoverPhotoPlace = (typeof handoverPhotoPlaces)[number];
export const MAX_HANDOVER_PHOTOS = 24;

export interface HandoverPhoto {
  photoId: string;
  place: HandoverPhotoPlace;
  /** What a mark is: said before the keys change hands. */
  note: string;
  at: string;
}

export const signingParties = ["customer", "store"] as const;
export type SigningParty = (typeof signingParties)[number];

/** A signature: the name, the drawing where there is one, and the hash of exactly what was signed. */
export interface KeptSignature {
  party: SigningParty;
  name: string;
  /** The kept drawing; null for a typed name. */
  signatureId: string | null;
  contentHash: string;
  by: ActorRef;
  at: string;
}

export const trackingSteps = ["preparing", "ready", "onTheWay", "arrived"] as const;
export type TrackingStep = (typeof trackingSteps)[number];

export interface Tracked {
  step: TrackingStep;
  /** When it is expected, where somebody said so. */
  expectedAt: string | null;
  /** First name of who brings the car. */
  driver: string;
  at: string;
}

export interface HandoverSlice {
  /** A time booked once the numbers were frozen; before that the stage's own slot counts. */
  appointment: DeliverySlot | null;
  moved: number;
  work: WorkItem[];
  overrides: { items: string[]; reason: string; by: ActorRef; at: string }[];
  checks: { check: HandoverCheck; by: ActorRef; at: string }[];
  photos: HandoverPhoto[];
  odometer: number | null;
  signatures: KeptSignature[];
  track: Tracked[];
  /** Nobody meets: the customer looks at the photos and signs on a device of their own. Absent: they meet. */
  contactless?: boolean;
  /** The second delivery, some days after the keys; absent until somebody has seen to it. */
  followUp?: FollowUp;
}

/** What became of the customer's questions, the first service, and whether they were asked for a review. */
export interface FollowUp {
  /** What was asked and answered, in words both sides read. */
  note: string;
  serviceAt: string | null;
  reviewAsked: boolean;
  by: ActorRef;
  at: string;
}

/** The second delivery belongs on these days after the keys. */
export const followUpDays = { first: 3, last: 7 } as const;

export const noHandover: HandoverSlice = {
  appointment: null,
  moved: 0,
  work: [],
  overrides: [],
  checks: [],
  photos: [],
  odometer: null,
  signatures: [],
  track: [],
};

/** The time of the hand-over that holds now: the one booked after the freeze, else the stage's own. */
export const handoverTime = (deal: {
  handover: Pick<HandoverSlice, "appointment">;
  delivery: { slot: DeliverySlot | null };
}): DeliverySlot | null => deal.handover.appointment ?? deal.delivery.slot;

/** Both sides have signed the hand-over as it stands. */
export const isHandoverSigned = ({ signatures }: Pick<HandoverSlice, "signatures">): boolean =>
  signingParties.every((party) => signatures.some((signature) => signature.party === party));
