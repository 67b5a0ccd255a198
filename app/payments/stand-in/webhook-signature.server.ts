import { createHmac } from "node:crypto";

/** `t=…,v1=…` over the exact bytes; one v1 for each secret, as while secrets are changed. */
export function makeSignature(body: string, secrets: readonly string[], at: number): string {
  const signed = secrets.map(
    (secret) => `v1=${createHmac("sha256", secret).update(`${at}.${body}`, "utf8").digest("hex")}`,
  );
  return [`t=${at}`, ...signed].join(",");
}
