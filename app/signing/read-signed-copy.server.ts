import { getBlob } from "#app/platform/blobs.server";
import { signedContents } from "./signed-contents.server";

/** The newest signed and sealed copy of a document, byte for byte as it was sealed. */
export async function readSignedCopy(
  dealId: string,
  key: string,
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const copies = await signedContents(dealId);
  const copy = [...copies.entries()].findLast(
    ([name]) => name.startsWith(`${key}:`) && !name.slice(key.length + 1).includes(":"),
  )?.[1];
  const blob = copy && (await getBlob(copy.blobKey));
  return blob && copy ? { bytes: blob.bytes, fileName: copy.fileName } : null;
}
