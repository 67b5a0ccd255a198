import type { Actor } from "#machines/store/actor";
import { SCREEN_IDLE_MS } from "#app/accounts/session-limits.server";
import type { CardPlace } from "./card-place";

/** Where an actor sits, as the card is told it. */
export function cardPlace(actor: Actor): CardPlace {
  if (actor.kind !== "customer") return { kind: "staff" };
  const { seat } = actor;
  if (!seat) return { kind: "buyer" };
  if (seat.kind === "storeScreen")
    return { kind: "screen", pairingId: seat.pairingId, idleSeconds: SCREEN_IDLE_MS / 1_000 };
  return { kind: "seat", seatId: seat.seatId, seatKind: seat.kind };
}
