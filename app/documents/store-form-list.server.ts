import { documentKinds } from "#machines/jacket/document-kinds";
import { getBlob } from "#app/platform/blobs.server";
import { database } from "#app/platform/database.server";
import { drawApart } from "./draw-apart.server";
import { overlayFieldsSchema } from "./overlay-field";
import type { ListedStoreForm } from "./store-forms-page";

const isActive = (status: string): "active" | "draft" => (status === "active" ? "active" : "draft");

export async function listStoreForms(rooftopId: string): Promise<ListedStoreForm[]> {
  const rows = await database().prisma.storeForm.findMany({
    where: { rooftopId, retiredAt: null },
    orderBy: { createdAt: "desc" },
  });
  return rows.flatMap(({ id, kind, name, status, fields }) => {
    const known = documentKinds.find((one) => one === kind);
    const parsed = overlayFieldsSchema.parse(fields);
    const mapped = parsed.filter(({ fill }) => fill !== "nothing").length;
    return known ? [{ id, kind: known, name, status: isActive(status), fields: parsed.length, mapped }] : [];
  });
}

export async function readStoreForm(rooftopId: string, formId: string) {
  const row = await database().prisma.storeForm.findFirst({ where: { id: formId, rooftopId, retiredAt: null } });
  return (
    row && {
      id: row.id,
      name: row.name,
      status: isActive(row.status),
      pages: row.pages,
      fields: overlayFieldsSchema.parse(row.fields),
      row,
    }
  );
}

/** The form with the number of each field in its place. */
export async function numberedForm(rooftopId: string, formId: string): Promise<Uint8Array | null> {
  const form = await readStoreForm(rooftopId, formId);
  const blob = form && (await getBlob(form.row.blobKey));
  if (!form || !blob) return null;
  const words = form.fields.map(({ page, x, y, width, height }, index) => ({
    page,
    x,
    y,
    width,
    height,
    text: String(index + 1),
    align: "left" as const,
  }));
  const filling = { bytes: new Uint8Array(blob.bytes), words, at: form.row.createdAt.toISOString(), watermark: null };
  return (await drawApart({ kind: "overlay", filling })).bytes;
}
