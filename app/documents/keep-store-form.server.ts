import { createHash, randomUUID } from "node:crypto";
import type { DocumentKind } from "#machines/jacket/document-kinds";
import type { Prisma } from "#app/generated/prisma/client";
import { putBlob } from "#app/platform/blobs.server";
import { cleanPdf } from "#app/platform/clean-pdf.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { isTestVirus } from "./file-scanner.server";
import { guessFill } from "./guess-fill";
import { type OverlayField, overlayFieldsSchema } from "./overlay-field";
import { readFormFields } from "./read-form-fields.server";
import { LARGEST_UPLOAD_BYTES, MOST_UPLOAD_PAGES, type UploadRefusal } from "./upload-limits";

export type StoreFormAnswer = { ok: true; formId: string } | { ok: false; reason: UploadRefusal };

interface OfferedForm {
  rooftopId: string;
  kind: DocumentKind;
  name: string;
  staffName: string;
  bytes: Uint8Array;
}

/** Keeps a store's own form: its pages written afresh without anything that acts, its fields as places to be mapped, with a first guess at each. */
export async function keepStoreForm({
  rooftopId,
  kind,
  name,
  staffName,
  bytes,
}: OfferedForm): Promise<StoreFormAnswer> {
  if (bytes.byteLength > LARGEST_UPLOAD_BYTES) return { ok: false, reason: "tooLarge" };
  if (isTestVirus(bytes)) return { ok: false, reason: "infected" };
  const clean = await cleanPdf(bytes, { maxPages: MOST_UPLOAD_PAGES });
  const read = clean && (await readFormFields(bytes));
  if (!clean || !read) return { ok: false, reason: "notAFile" };
  const formId = randomUUID();
  await database().prisma.storeForm.create({
    data: {
      id: formId,
      rooftopId,
      kind,
      name: name.slice(0, 120) || "Form",
      blobKey: await putBlob(clean, "application/pdf"),
      sha256: createHash("sha256").update(clean).digest("hex"),
      pages: read.pages,
      fields: read.fields.map((field) => ({
        ...field,
        fill: guessFill(field.name),
      })) as unknown as Prisma.InputJsonArray,
      status: "draft",
      staffName,
      createdAt: now(),
    },
  });
  return { ok: true, formId };
}

/** What goes where, as somebody of the store says; fields they do not name stay as they were. */
export async function mapStoreForm(
  rooftopId: string,
  formId: string,
  fills: Record<number, OverlayField["fill"]>,
): Promise<boolean> {
  const form = await database().prisma.storeForm.findFirst({ where: { id: formId, rooftopId, retiredAt: null } });
  if (!form) return false;
  const fields = overlayFieldsSchema
    .parse(form.fields)
    .map((field, index) => ({ ...field, fill: fills[index] ?? field.fill }));
  await database().prisma.storeForm.update({
    where: { id: formId },
    data: { fields: fields as unknown as Prisma.InputJsonArray },
  });
  return true;
}

/** From now on this form is the store's for its kind; the one before it is put away. Frozen deals keep what was drawn. */
export async function useStoreForm(rooftopId: string, formId: string, inUse: boolean): Promise<boolean> {
  return database().prisma.$transaction(async (tx) => {
    const form = await tx.storeForm.findFirst({ where: { id: formId, rooftopId, retiredAt: null } });
    if (!form) return false;
    await tx.storeForm.updateMany({
      where: { rooftopId, kind: form.kind, status: "active" },
      data: { status: "draft" },
    });
    if (inUse) await tx.storeForm.update({ where: { id: formId }, data: { status: "active" } });
    return true;
  });
}
