import { createHmac, timingSafeEqual } from "node:crypto";

/** A message older than this is somebody repeating one. */
export const SIGNATURE_TOLERANCE_SECONDS = 300;

const macOf = (secret: string, seconds: number, body: string) =>
  createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");

/** `t=<seconds>,v1=<hmac-sha256 of "t.body">`, both ways alike. */
export const signLenderBody = (secret: string, body: string, at: Date): string => {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${macOf(secret, seconds, body)}`;
};

export function lenderBodyIsSigned(secret: string, body: string, header: string | null, at: Date): boolean {
  const [, seconds, mac] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? "") ?? [];
  if (!seconds || !mac) return false;
  if (Math.abs(at.getTime() / 1_000 - Number(seconds)) > SIGNATURE_TOLERANCE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(mac, "hex"), Buffer.from(macOf(secret, Number(seconds), body), "hex"));
}
