import { generateSecret, generateURI, verify } from "otplib";
import { now } from "#app/platform/clock.server";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { hasPasskey } from "./has-passkey.server";
import type { QrDrawing } from "./qr-code";
import { drawQrCode } from "./qr-code.server";
import { browserSession, startStaffSession } from "./session.server";
import { readTotp, replaceTotp, type StoredTotp, type TotpRecord } from "./totp-record.server";

/** One step of 30 s either way: telephones are late, and people type slowly. */
const TOLERANCE_SECONDS = 30;

/** Three codes in a million are right at any moment; 20 tries an hour is one chance in 16,000. */
const fewTries = rateLimit("second-factor.minutes", { points: 5, perSeconds: 5 * 60 });
const fewTriesAnHour = rateLimit("second-factor.hour", { points: 20, perSeconds: 60 * 60 });

/** The member of staff who gave the password in this browser and not yet the code. */
async function halfSignedIn(request: Request): Promise<{ staffId: string; sessionId: string } | null> {
  const session = await browserSession(request.headers.get("Cookie"));
  if (!session?.staffId || session.secondFactorAt) return null;
  return { staffId: session.staffId, sessionId: session.idHash };
}

/** The record this session may confirm: an enrolled one, or the one pending for it, made when there is none. */
async function recordFor(staffId: string, sessionId: string): Promise<StoredTotp | null> {
  const totp = await readTotp(staffId);
  if (!totp) return null;
  const { record } = totp;
  if (record && (record.pendingFor === null || record.pendingFor === sessionId)) return totp;
  await replaceTotp(totp, { version: 1, secret: generateSecret(), lastTimeStep: null, pendingFor: sessionId });
  return readTotp(staffId);
}

export type SecondFactorQuestion =
  { step: "passwordFirst" } | { step: "code"; passkey: boolean } | { step: "enrol"; secret: string; qr: QrDrawing };

/** What the second page asks for: a code, or at the first sign-in to set up the app that makes codes. */
export async function askSecondFactor(request: Request): Promise<SecondFactorQuestion> {
  const half = await halfSignedIn(request);
  const totp = half && (await recordFor(half.staffId, half.sessionId));
  if (!half || !totp?.record) return { step: "passwordFirst" };
  const { secret, pendingFor } = totp.record;
  if (pendingFor !== half.sessionId) return { step: "code", passkey: await hasPasskey(half.staffId) };
  const uri = generateURI({ issuer: totp.rooftopName, label: totp.email, secret });
  return { step: "enrol", secret, qr: drawQrCode(uri) };
}

export type SecondFactorRefusal =
  { ok: false; reason: "wrongCode" } | { ok: false; reason: "slowDown"; retryAfterSeconds: number };

export type SecondFactorAnswer =
  { ok: true; setCookie: string } | { ok: false; reason: "passwordFirst" } | SecondFactorRefusal;

/** Accepts a code once: a second use within its 30 seconds is refused, also when both arrive together. */
export async function giveSecondFactor(request: Request, code: string): Promise<SecondFactorAnswer> {
  const half = await halfSignedIn(request);
  if (!half) return { ok: false, reason: "passwordFirst" };
  for (const limit of [fewTries, fewTriesAnHour]) {
    const answer = await limit.take(half.staffId);
    if (!answer.ok) return { ok: false, reason: "slowDown", retryAfterSeconds: answer.retryAfterSeconds };
  }
  const totp = await recordFor(half.staffId, half.sessionId);
  const token = code.replace(/\s/g, "");
  if (!totp?.record || !/^\d{6}$/.test(token)) return { ok: false, reason: "wrongCode" };
  if (!(await isAccepted(totp, totp.record, token))) {
    log.warn({ staffId: half.staffId }, "wrong second factor");
    return { ok: false, reason: "wrongCode" };
  }
  // A new right means a new id; the half-signed-in session is dead from here.
  const { setCookie } = await startStaffSession(request, { staffId: half.staffId, secondFactorAt: now() });
  return { ok: true, setCookie };
}

/** Right now, and not used before: the record moves on, so that of two at once one is refused. */
async function isAccepted(totp: StoredTotp, record: TotpRecord, token: string): Promise<boolean> {
  const result = await verify({
    secret: record.secret,
    token,
    epoch: Math.floor(now().getTime() / 1_000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(record.lastTimeStep === null ? {} : { afterTimeStep: record.lastTimeStep }),
  });
  if (!result.valid || !("timeStep" in result)) return false;
  return replaceTotp(totp, { ...record, lastTimeStep: result.timeStep, pendingFor: null });
}

/** The code of somebody whose second factor is set up; one that is only being set up proves nothing. */
export async function secondFactorIsRight(staffId: string, token: string): Promise<boolean> {
  for (const limit of [fewTries, fewTriesAnHour]) if (!(await limit.take(staffId)).ok) return false;
  const totp = await readTotp(staffId);
  if (!totp?.record || totp.record.pendingFor !== null) return false;
  return isAccepted(totp, totp.record, token);
}
