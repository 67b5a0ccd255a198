import { database } from "#app/platform/database.server";

export interface SignedCopy {
  envelopeId: string;
  documentId: string;
  revision: number;
  signedAt: Date;
  blobKey: string;
  sha256: string;
  fileName: string;
}

/**
 * The signed copies of a deal by document and content, the newest of each. A document that is drawn again after a
 * reopening and says the same is signed already; one that says another thing is not.
 */
export async function signedContents(dealId: string): Promise<Map<string, SignedCopy>> {
  const { prisma } = database();
  const drawn = await prisma.jacketDocument.findMany({ where: { dealId } });
  const rows = await prisma.envelopeDocument.findMany({
    where: {
      documentId: { in: drawn.map(({ id }) => id) },
      envelope: { status: "completed" },
      signedBlob: { not: null },
    },
    include: { envelope: { select: { endedAt: true } } },
    orderBy: { envelope: { createdAt: "asc" } },
  });
  const copies = new Map<string, SignedCopy>();
  for (const { documentId, envelopeId, signedBlob, signedSha256, envelope } of rows) {
    const document = drawn.find(({ id }) => id === documentId);
    if (!document || signedBlob === null || signedSha256 === null || envelope.endedAt === null) continue;
    copies.set(`${document.kind}:${document.contentHash}`, {
      envelopeId,
      documentId,
      revision: document.revision,
      signedAt: envelope.endedAt,
      blobKey: signedBlob,
      sha256: signedSha256,
      fileName: document.fileName.replace(/\.pdf$/, "-signed.pdf"),
    });
  }
  return copies;
}
