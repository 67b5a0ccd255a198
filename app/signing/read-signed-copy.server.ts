import { readPaper } from "#app/documents/paper-store.server";
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
  const bytes = copy && (await readPaper(copy.blobKey));
  return bytes && copy ? { bytes, fileName: copy.fileName } : null;
}
