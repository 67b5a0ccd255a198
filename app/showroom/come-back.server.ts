import { checkStaffProof } from "#app/accounts/staff-proof.server";
import { screenIdleAt } from "#app/accounts/session-limits.server";
import { resumeStaffSession, screenSession } from "#app/accounts/session.server";
import type { ShowroomPairing } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { endScreen } from "./end-screen.server";

export interface ScreenState {
  /** `none`: this browser is no screen of the store's, or no longer one. */
  state: "open" | "locked" | "none";
  dealId: string | null;
  /** Who handed it over and may come back to it; null for a tablet that was paired by code. */
  heldBy: { firstName: string; asksProof: boolean } | null;
  store: string | null;
}

const noScreen: ScreenState = { state: "none", dealId: null, heldBy: null, store: null };

async function pairingOf(request: Request): Promise<{ pairing: ShowroomPairing; locked: boolean } | null> {
  const session = await screenSession(request.headers.get("Cookie"));
  if (!session?.pairingId) return null;
  const pairing = await database().prisma.showroomPairing.findUnique({ where: { id: session.pairingId } });
  const locked = session.lockedAt !== null || session.lastSeenAt <= screenIdleAt(now());
  return pairing && !pairing.endedAt ? { pairing, locked } : null;
}

const staffOf = (staffId: string) =>
  database().prisma.staffMember.findUnique({
    where: { id: staffId },
    include: { rooftop: { select: { name: true, demo: true } } },
  });

const isDemoPerson = (staff: NonNullable<Awaited<ReturnType<typeof staffOf>>>) =>
  env.DEMO && staff.rooftop.demo && staff.passwordHash === null;

/** What the browser in front of the customer is now. */
export async function readScreen(request: Request): Promise<ScreenState> {
  const found = await pairingOf(request);
  if (!found) return noScreen;
  const { pairing, locked } = found;
  const staff = await staffOf(pairing.staffId);
  const mayComeBack = pairing.kind === "handOver" && pairing.heldUntil && pairing.heldUntil > now() && staff?.active;
  return {
    state: locked ? "locked" : "open",
    dealId: pairing.dealId,
    heldBy: mayComeBack ? { firstName: staff.firstName, asksProof: !isDemoPerson(staff) } : null,
    store: staff?.rooftop.name ?? null,
  };
}

export type ComeBackRefusal =
  { ok: false; reason: "wrong" | "over" } | { ok: false; reason: "slowDown"; retryAfterSeconds: number };
export type ComeBackAnswer = { ok: true; dealId: string; setCookie: string } | ComeBackRefusal;

/** Back to the member of staff whose screen it is: by their password or the code of their second factor. */
export async function comeBack(request: Request, proof: string): Promise<ComeBackAnswer> {
  const found = await pairingOf(request);
  const staff = found && (await staffOf(found.pairing.staffId));
  if (!found || !staff?.active || found.pairing.kind !== "handOver") return { ok: false, reason: "over" };
  const { pairing } = found;
  if (!pairing.heldUntil || pairing.heldUntil <= now()) return { ok: false, reason: "over" };
  if (!isDemoPerson(staff)) {
    const checked = await checkStaffProof(staff, proof);
    if (!checked.ok) return checked;
  }
  const { setCookie } = await resumeStaffSession(request, {
    staffId: staff.id,
    secondFactorAt: pairing.heldFactorAt,
    until: pairing.heldUntil,
  });
  await endScreen(pairing);
  return { ok: true, dealId: pairing.dealId, setCookie };
}
