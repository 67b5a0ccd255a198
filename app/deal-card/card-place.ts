import type { SeatKind } from "#machines/store/actor";

/** Where the reader of a card sits. It decides what is drawn; what they may do is the server's to say. */
export type CardPlace =
  | { kind: "staff" }
  | { kind: "buyer" }
  | { kind: "seat"; seatId: string; seatKind: SeatKind }
  | { kind: "screen"; pairingId: string; idleSeconds: number };
