import { webcrypto } from "node:crypto";
import { CryptoKeySigner, HttpTimestampAuthority, PDF } from "@libpdf/core";

/** What a store seals with, as plain data for a worker: it is decrypted for the moment of sealing. */
export interface SigningKey {
  algorithm: "EC" | "RSA";
  /** PKCS #8 and X.509, DER in base64; the chain from the issuer up. */
  privateKey: string;
  certificate: string;
  chain: string[];
  /** Who says when it was sealed; null for our own clock's word. */
  timestampUrl: string | null;
}

export interface SealWords {
  reason: string;
  location: string;
  at: string;
}

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, "base64"));

/**
 * The PDF with a detached CMS signature over every byte of it (PAdES B-B; B-T where a time-stamp service is named). A byte
 * that changes afterwards breaks it; what is added afterwards shows.
 */
export async function sealPdf(bytes: Uint8Array, key: SigningKey, { reason, location, at }: SealWords) {
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const privateKey = await webcrypto.subtle.importKey(
    "pkcs8",
    fromBase64(key.privateKey),
    key.algorithm === "EC" ? curve : rsa,
    false,
    ["sign"],
  );
  const signer = new CryptoKeySigner(
    privateKey,
    fromBase64(key.certificate),
    key.algorithm,
    key.algorithm === "EC" ? "ECDSA" : "RSASSA-PKCS1-v1_5",
    key.chain.map(fromBase64),
  );
  const pdf = await PDF.load(bytes);
  const sealed = await pdf.sign({
    signer,
    reason,
    location,
    signingTime: new Date(at),
    fieldName: "StoreSeal",
    ...(key.timestampUrl === null
      ? { level: "B-B" as const }
      : { level: "B-T" as const, timestampAuthority: new HttpTimestampAuthority(key.timestampUrl) }),
  });
  return sealed.bytes;
}
