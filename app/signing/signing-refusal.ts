/** Why a step of a signing was not taken; each has its sentence on the page. */
export const signingRefusals = [
  "notOpen",
  "notYourTurn",
  "noConsent",
  "documentChanged",
  "notRead",
  "noSignature",
  "differences",
  "wrongCode",
  "tooManyTries",
  "slowDown",
  "noMail",
  "nothingToSign",
  "alreadyOpen",
  "notFrozen",
  "badSignature",
  "reasonMissing",
] as const;
export type SigningRefusal = (typeof signingRefusals)[number];

export type SigningAnswer<Ok extends object = object> = ({ ok: true } & Ok) | { ok: false; reason: SigningRefusal };

export const refused = (reason: SigningRefusal): { ok: false; reason: SigningRefusal } => ({ ok: false, reason });
