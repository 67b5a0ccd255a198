import { contextOf } from "#machines/deal/apply-deal-event";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import type { EnvelopeSigner } from "#app/generated/prisma/client";
import { database } from "#app/platform/database.server";
import { financeDeskRoles } from "#app/desk/desk-roles";
import type { Origin } from "./signing-log.server";
import { startSigningSession } from "./signing-session.server";

export interface SignersHere {
  store: string;
  next: { name: string; role: string } | null;
}

/**
 * Whose turn it is on this very screen: a screen that the store paired is the buyer's and the co-buyer's, a desk is the
 * store's. Nobody signs in store on a device of their own; for that there is the link with its code.
 */
async function nextHere(dealId: string, actor: Actor): Promise<EnvelopeSigner | null> {
  const envelope = await database().prisma.signingEnvelope.findFirst({
    where: { dealId, status: "open" },
    include: { signers: { orderBy: { place: "asc" } } },
  });
  const next = envelope?.signers.find(({ signedAt }) => signedAt === null);
  if (!next || next.channel !== "screen") return null;
  const isScreen = actor.kind === "customer" && actor.seat?.kind === "storeScreen";
  const isDesk = actor.kind === "staff" && financeDeskRoles.includes(actor.role);
  return (next.role === "store" ? isDesk : isScreen) ? next : null;
}

export async function signersHere(dealId: string, actor: Actor): Promise<SignersHere> {
  const state = await readDealState(dealId);
  const next = await nextHere(dealId, actor);
  return { store: state ? contextOf(state).store.name : "", next: next && { name: next.name, role: next.role } };
}

/** Begins for whoever's turn it is; how they were known goes into every signature. */
export async function beginHere(dealId: string, actor: Actor, origin: Origin): Promise<{ setCookie: string } | null> {
  const next = await nextHere(dealId, actor);
  if (!next) return null;
  if (actor.kind === "staff") {
    // The store signs by whoever presses: their name stands on the paper.
    const name = `${actor.firstName} ${actor.lastName}`;
    const signer = await database().prisma.envelopeSigner.update({ where: { id: next.id }, data: { name } });
    return startSigningSession(signer, "staff session", origin);
  }
  const state = await readDealState(dealId);
  const checkedBy = state && contextOf(state).people.identityVerifiedBy?.firstName;
  const proof = checkedBy ? `store screen, papers checked by ${checkedBy}` : "store screen";
  return startSigningSession(next, proof, origin);
}
