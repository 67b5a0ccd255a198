/** The parts of a car's skin that a mark can lie on, as the drawing names them; left is the driver's side. */
export const damagePlaces = [
  "frontBumper",
  "hood",
  "windshield",
  "roof",
  "rearWindow",
  "trunk",
  "rearBumper",
  "leftFrontFender",
  "leftFrontDoor",
  "leftRearDoor",
  "leftQuarter",
  "leftFrontWheel",
  "leftRearWheel",
  "rightFrontFender",
  "rightFrontDoor",
  "rightRearDoor",
  "rightQuarter",
  "rightFrontWheel",
  "rightRearWheel",
] as const;
export type DamagePlace = (typeof damagePlaces)[number];

export const damageKinds = ["scratch", "dent", "chip", "crack", "rust", "missing"] as const;
export type DamageKind = (typeof damageKinds)[number];

/** Against what everybody has at hand: a coin, a hand, or larger than that. */
export const damageSizes = ["coin", "hand", "larger"] as const;
export type DamageSize = (typeof damageSizes)[number];

/** More marks than this are told faster in a message. */
export const MAX_DAMAGE_MARKS = 24;

export interface DamageMark {
  /** Made by whoever marks; the same id again corrects the mark. */
  markId: string;
  place: DamagePlace;
  kind: DamageKind;
  size: DamageSize;
  /** A close-up, where one was taken. */
  photoId: string | null;
}
