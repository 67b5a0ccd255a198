import { z } from "zod";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";

/**
 * What StaffMember.totpSecret holds, encrypted: the secret, the time step of the last code that was accepted, and
 * while enrolment is not confirmed, the session it was shown to. Another session gets another secret: whoever only saw
 * a QR code on somebody's screen must not hold the factor that is confirmed later.
 */
const totpRecordSchema = z.strictObject({
  version: z.literal(1),
  secret: z.string(),
  lastTimeStep: z.number().int().nullable(),
  pendingFor: z.string().nullable(),
});
export type TotpRecord = z.infer<typeof totpRecordSchema>;

const place = (staffId: string) => `StaffMember:totpSecret:${staffId}`;

export interface StoredTotp {
  staffId: string;
  email: string;
  rooftopName: string;
  /** As it stands in the column: changed only if it still stands there. */
  stored: string | null;
  record: TotpRecord | null;
}

export async function readTotp(staffId: string): Promise<StoredTotp | null> {
  const staff = await database().prisma.staffMember.findUnique({
    where: { id: staffId },
    select: { email: true, totpSecret: true, rooftop: { select: { name: true } } },
  });
  if (!staff) return null;
  const { email, totpSecret: stored, rooftop } = staff;
  const record = stored ? totpRecordSchema.parse(JSON.parse(decryptField(stored, place(staffId)))) : null;
  return { staffId, email, rooftopName: rooftop.name, stored, record };
}

/**
 * Writes a new record over the one that was read, or answers false when somebody was faster. Every encryption gives
 * another text, so comparing the column is enough; this is what makes one code good for one sign-in.
 */
export async function replaceTotp({ staffId, stored }: StoredTotp, record: TotpRecord): Promise<boolean> {
  const { count } = await database().prisma.staffMember.updateMany({
    where: { id: staffId, totpSecret: stored },
    data: { totpSecret: encryptField(JSON.stringify(record), place(staffId)) },
  });
  return count === 1;
}
