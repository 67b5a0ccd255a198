import { getBlob, putBlob } from "#app/platform/blobs.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import { isSealedPaper } from "./sealed-papers";

const PLACE = "JacketDocument:blob";
const isSealed = (blobKey: string) => blobKey.endsWith(".txt");

/** Keeps a document's bytes; the key says whether they are encrypted. */
export function keepPaper(bytes: Uint8Array, documentKey: string): Promise<string> {
  if (!isSealedPaper(documentKey)) return putBlob(bytes, "application/pdf");
  return putBlob(Buffer.from(encryptField(Buffer.from(bytes).toString("base64"), PLACE)), "text/plain");
}

/** A document's bytes as they were drawn or signed; null when they are gone. Damaged ones are a fault. */
export async function readPaper(blobKey: string): Promise<Uint8Array | null> {
  const blob = await getBlob(blobKey);
  if (!blob || !isSealed(blobKey)) return blob && new Uint8Array(blob.bytes);
  return new Uint8Array(Buffer.from(decryptField(blob.bytes.toString("utf8"), PLACE), "base64"));
}
