import "reflect-metadata";
import { randomUUID, webcrypto } from "node:crypto";
import { KeyUsageFlags, KeyUsagesExtension, X509Certificate, X509CertificateGenerator } from "@peculiar/x509";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { Fault } from "#app/platform/fault";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import type { SigningKey } from "./seal-pdf.server";

/** A contract is looked at for longer than a car is driven. */
const YEARS_VALID = 20;
const CURVE = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/**
 * What a store's documents are sealed with: the operator's own key and certificate where they are set, else one that is
 * made for the store on first use and kept encrypted.
 */
export async function storeSigningKey(rooftopId: string): Promise<SigningKey> {
  if (env.SIGNING_KEY_PEM && env.SIGNING_CERTIFICATE_PEM)
    return operatorsKey(env.SIGNING_KEY_PEM, env.SIGNING_CERTIFICATE_PEM);
  const { prisma } = database();
  const kept = await prisma.storeSigningKey.findFirst({ where: { rooftopId, retiredAt: null } });
  if (kept) return openKey(kept);
  const { name } = await prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId }, select: { name: true } });
  const id = randomUUID();
  const made = await makeSigningKey(name, now());
  // Whoever was first; the other's key never sealed anything.
  await prisma.storeSigningKey.createMany({
    data: [
      {
        id,
        rooftopId,
        certificate: made.certificate,
        keySealed: encryptField(made.privateKey, placeOf(id)),
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  return openKey(await prisma.storeSigningKey.findFirstOrThrow({ where: { rooftopId, retiredAt: null } }));
}

const placeOf = (id: string) => `StoreSigningKey:keySealed:${id}`;

function openKey({ id, certificate, keySealed }: { id: string; certificate: string; keySealed: string }): SigningKey {
  return {
    algorithm: "EC",
    privateKey: decryptField(keySealed, placeOf(id)),
    certificate,
    chain: [],
    timestampUrl: env.TIMESTAMP_URL ?? null,
  };
}

/** A key of its own for a store, and the certificate that names the store under it. */
export async function makeSigningKey(
  storeName: string,
  madeAt: Date,
): Promise<Pick<SigningKey, "privateKey" | "certificate">> {
  const keys = (await webcrypto.subtle.generateKey(CURVE, true, ["sign", "verify"])) as CryptoKeyPair;
  const plainName = storeName.replaceAll(/[^\p{L}\p{N} .&'-]/gu, "");
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [`${plainName} document seal`] }, { O: [plainName] }],
      notBefore: new Date(madeAt.getTime() - 60_000),
      notAfter: new Date(Date.UTC(madeAt.getUTCFullYear() + YEARS_VALID, madeAt.getUTCMonth(), madeAt.getUTCDate())),
      signingAlgorithm: CURVE,
      keys,
      extensions: [new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true)],
    },
    webcrypto as unknown as Crypto,
  );
  const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  return {
    privateKey: Buffer.from(pkcs8).toString("base64"),
    certificate: Buffer.from(certificate.rawData).toString("base64"),
  };
}

const pemBlocks = (text: string, label: string): string[] =>
  [
    ...text.replaceAll("\\n", "\n").matchAll(new RegExp(`-----BEGIN ${label}-----([^-]+)-----END ${label}-----`, "g")),
  ].map(([, body = ""]) => body.replaceAll(/\s/g, ""));

/** The operator's own: a PKCS #8 key and a certificate, its chain behind it, as PEM text. */
export function operatorsKey(keyPem: string, certificatePem: string): SigningKey {
  const [privateKey] = pemBlocks(keyPem, "PRIVATE KEY");
  const [certificate, ...chain] = pemBlocks(certificatePem, "CERTIFICATE");
  if (!privateKey || !certificate)
    throw new Fault("SIGNING_KEY_PEM must hold a PKCS #8 key and SIGNING_CERTIFICATE_PEM its certificate.", {
      code: "settings",
      retryable: false,
    });
  const { algorithm } = new X509Certificate(certificate).publicKey;
  const isCurve = algorithm.name.startsWith("EC");
  return { algorithm: isCurve ? "EC" : "RSA", privateKey, certificate, chain, timestampUrl: env.TIMESTAMP_URL ?? null };
}
