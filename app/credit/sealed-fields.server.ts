import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import type { CreditValues } from "./credit-fields";

/**
 * Each application has a key of its own, itself sealed by the installation's: thrown away, whatever copy of a field is
 * left anywhere says nothing any more; and to change the installation's key, only these keys are written again.
 */
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyPlace = (applicationId: string) => `CreditApplication:sealKey:${applicationId}`;
const fieldPlace = (applicationId: string, name: string) => Buffer.from(`CreditField:${name}:${applicationId}`);

export const newSealKey = (applicationId: string): string =>
  encryptField(randomBytes(KEY_BYTES).toString("base64"), keyPlace(applicationId));

export interface Sealed {
  id: string;
  sealKey: string | null;
}

function keyOf({ id, sealKey }: Sealed): Buffer {
  if (!sealKey) throw new Fault("This application was disposed of.", { code: "credit-disposed", retryable: false });
  return Buffer.from(decryptField(sealKey, keyPlace(id)), "base64");
}

export function sealValue(application: Sealed, name: string, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(application), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(fieldPlace(application.id, name));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [iv, cipher.getAuthTag(), text].map((bytes) => bytes.toString("base64url")).join(".");
}

export function openValue(application: Sealed, name: string, sealed: string): string {
  const [iv = "", tag = "", text = ""] = sealed.split(".");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(application), Buffer.from(iv, "base64url"), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(fieldPlace(application.id, name));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault("A sealed field does not belong where it was found.", {
      code: "field-damaged",
      retryable: false,
      cause,
    });
  }
}

/** Everything an applicant has stated so far, opened. */
export async function openFields(application: Sealed): Promise<CreditValues & { score?: string }> {
  const rows = await database().prisma.creditField.findMany({ where: { applicationId: application.id } });
  return Object.fromEntries(rows.map(({ name, sealed }) => [name, openValue(application, name, sealed)]));
}

export async function keepFields(application: Sealed, values: Record<string, string>): Promise<void> {
  const at = now();
  for (const [name, plain] of Object.entries(values)) {
    const sealed = sealValue(application, name, plain);
    await database().prisma.creditField.upsert({
      where: { applicationId_name: { applicationId: application.id, name } },
      create: { applicationId: application.id, name, sealed, updatedAt: at },
      update: { sealed, updatedAt: at },
    });
  }
}

/** Writes every application's key again under the newest key of the installation, so that an older one can be retired. */
export async function resealKeys(): Promise<number> {
  const { prisma } = database();
  const rows = await prisma.creditApplication.findMany({
    where: { sealKey: { not: null } },
    select: { id: true, sealKey: true },
  });
  for (const { id, sealKey } of rows) {
    const fresh = encryptField(decryptField(sealKey ?? "", keyPlace(id)), keyPlace(id));
    await prisma.creditApplication.updateMany({ where: { id, sealKey }, data: { sealKey: fresh } });
  }
  return rows.length;
}
