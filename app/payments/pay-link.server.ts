import { now } from "#app/platform/clock.server";
import { env } from "#app/platform/env.server";
import { isSignedText, signText } from "#app/platform/field-encryption.server";

/** Long enough for tonight's sofa, too short to lie around in a mailbox as a way to pay. */
const LINK_HOURS = 24;
const PURPOSE = "pay-link";
const tokenPattern = /^([A-Za-z0-9_-]{1,200})~([A-Za-z0-9_.-]{1,200})$/;

/** A link that pays one deal's deposit and nothing else: signed, gone after a day, stored nowhere. */
export function createPayLink(dealId: string): { url: string; expiresAt: Date } {
  const expiresAt = new Date(now().getTime() + LINK_HOURS * 3_600_000);
  const text = Buffer.from(`${dealId} ${expiresAt.getTime()}`).toString("base64url");
  return { url: `${env.PUBLIC_URL}/pay/${text}~${signText(text, PURPOSE)}`, expiresAt };
}

/** The deal a link pays for; null where it is not ours, altered or over. */
export function readPayLink(token: string): { dealId: string } | null {
  const [, text, signature] = tokenPattern.exec(token) ?? [];
  if (!text || !signature || !isSignedText(text, signature, PURPOSE)) return null;
  const [dealId, until] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  return dealId && Number(until) > now().getTime() ? { dealId } : null;
}
