import type { ActorRef } from "../store/actor";

/** The guided ones, in the order a person walks round a car. Each has one place: another photo takes it over. */
export const guidedPhotoRoles = [
  "frontThreeQuarter",
  "rearThreeQuarter",
  "driverSide",
  "interior",
  "odometer",
  "tires",
  "damage",
] as const;
export type GuidedPhotoRole = (typeof guidedPhotoRoles)[number];

/** Beside the guided ones: a close-up of a damage mark, and what an appraiser found. */
export const photoRoles = [...guidedPhotoRoles, "mark", "finding"] as const;
export type PhotoRole = (typeof photoRoles)[number];

/** Seven guided ones, a close-up of most marks and the appraiser's own; more are an album, not an appraisal. */
export const MAX_PHOTOS_A_CAR = 24;

/** A photo of the car, by the name it is kept under; its bytes are outside the deal. */
export interface TradePhoto {
  photoId: string;
  role: PhotoRole;
  by: ActorRef;
  at: string;
}

export const isGuided = (role: PhotoRole): role is GuidedPhotoRole =>
  (guidedPhotoRoles as readonly PhotoRole[]).includes(role);

/** Those that a new photo of a role takes the place of. */
export const replacedBy = (photos: readonly TradePhoto[], role: PhotoRole): TradePhoto[] =>
  isGuided(role) ? photos.filter((photo) => photo.role === role) : [];
