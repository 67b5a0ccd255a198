import { randomUUID } from "node:crypto";
import { z } from "zod";
import { maskCardNumbers } from "#machines/money/mask-card-numbers";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import { getBlob, putBlob, removeBlob } from "#app/platform/blobs.server";
import { cleanImage } from "#app/platform/clean-image.server";
import { cleanPdf } from "#app/platform/clean-pdf.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { log } from "#app/platform/log.server";
import { requiredOf } from "./draw-document.server";
import { fileScanner, isTestVirus } from "./file-scanner.server";
import { uploadWatch } from "./upload-watch.server";
import {
  KEPT_UPLOAD_SIDE,
  LARGEST_UPLOAD_BYTES,
  LARGEST_UPLOAD_PIXELS,
  MOST_UPLOAD_PAGES,
  type UploadRefusal,
} from "./upload-limits";

const LONGEST_NAME = 80;
const SCAN_RETRIES = 20;

export type UploadAnswer = { ok: true; uploadId: string } | { ok: false; reason: UploadRefusal };
const refused = (reason: UploadRefusal): { ok: false; reason: UploadRefusal } => ({ ok: false, reason });

/** What a file is, by its first bytes; what it is called and claims to be does not count. */
function kindOf(bytes: Uint8Array): "image" | "pdf" | null {
  const starts = (at: number, ...expected: number[]) => expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0xff, 0xd8, 0xff) || starts(0, 0x89, 0x50, 0x4e, 0x47)) return "image";
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return "image";
  return starts(0, 0x25, 0x50, 0x44, 0x46, 0x2d) ? "pdf" : null;
}

/** A name others may read: no path, nothing that turns writing round, no card number, and the ending of what it is. */
export function shownUploadName(given: string, ending: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}"<>:|?*]/gu, "")
    .replace(/\.[^.]*$/, "")
    .trim();
  const stem = maskCardNumbers([...plain].slice(0, LONGEST_NAME).join("")).replace(/^\.+/, "");
  return `${stem || "file"}.${ending}`;
}

const blobPlace = (uploadId: string) => `JacketUpload:blob:${uploadId}`;

interface OfferedPaper {
  dealId: string;
  key: string;
  actor: Actor;
  name: string;
  bytes: Uint8Array;
  /** Whoever else asked for it brought it here. */
  told?: boolean;
}

/** Checks, redraws, encrypts and keeps a paper that somebody brought for one document of the deal. */
export async function receiveUpload({ dealId, key, actor, name, bytes, told }: OfferedPaper): Promise<UploadAnswer> {
  if (bytes.byteLength > LARGEST_UPLOAD_BYTES) return refused("tooLarge");
  const state = await readDealState(dealId);
  const asked = state ? (await requiredOf(dealId, state)).some((one) => one.key === key) : false;
  if (!asked) return refused("notAsked");
  const { prisma } = database();
  if ((await prisma.jacketUpload.count({ where: { dealId } })) >= env.UPLOADS_PER_DEAL) return refused("tooMany");
  if (isTestVirus(bytes)) {
    log.warn({ dealId, kind: key }, "an upload was infected and is not kept");
    return refused("infected");
  }
  const clean = await cleaned(bytes);
  if (!clean) return refused("notAFile");
  const uploadId = randomUUID();
  const sealed = encryptField(Buffer.from(clean.bytes).toString("base64"), blobPlace(uploadId));
  const blobKey = await putBlob(Buffer.from(sealed), "text/plain");
  const isHeld = fileScanner() !== null;
  await prisma.jacketUpload.create({
    data: {
      id: uploadId,
      dealId,
      kind: key,
      status: isHeld ? "held" : "waiting",
      shownName: shownUploadName(name, clean.contentType === "application/pdf" ? "pdf" : "webp"),
      contentType: clean.contentType,
      bytes: clean.bytes.byteLength,
      blobKey,
      byRole: actor.kind === "staff" ? actor.role : "customer",
      byName: actor.kind === "system" ? "" : (actor.firstName ?? ""),
      createdAt: now(),
    },
  });
  if (isHeld) await enqueue(scanUpload, { uploadId }, { key: `scan:${uploadId}` });
  else if (!told) await uploadWatch().brought({ dealId, key, bytes: clean.bytes });
  return { ok: true, uploadId };
}

async function cleaned(bytes: Uint8Array): Promise<{ bytes: Uint8Array; contentType: string } | null> {
  switch (kindOf(bytes)) {
    case "image":
      return cleanImage(bytes, { maxPixels: LARGEST_UPLOAD_PIXELS, maxEdge: KEPT_UPLOAD_SIDE });
    case "pdf": {
      const pdf = await cleanPdf(bytes, { maxPages: MOST_UPLOAD_PAGES });
      return pdf && { bytes: pdf, contentType: "application/pdf" };
    }
    case null:
      return null;
  }
}

/** Held until the scanner has looked; while it cannot, the job tries again and the paper stays held. */
export const scanUpload = defineJob({
  name: "scan-upload",
  schema: z.object({ uploadId: z.string() }),
  retryLimit: SCAN_RETRIES,
  handle: async ({ uploadId }) => {
    const { prisma } = database();
    const row = await prisma.jacketUpload.findUnique({ where: { id: uploadId } });
    const scan = fileScanner();
    if (!row || row.status !== "held") return;
    const found = scan ? await scan(await bytesOf(row)) : "clean";
    if (found === "clean") {
      await prisma.jacketUpload.update({ where: { id: uploadId }, data: { status: "waiting" } });
      await uploadWatch().brought({ dealId: row.dealId, key: row.kind, bytes: await bytesOf(row) });
      return;
    }
    log.warn({ dealId: row.dealId, uploadId }, "an upload was infected and was removed");
    await prisma.jacketUpload.update({
      where: { id: uploadId },
      data: { status: "rejected", reason: "infected", decidedAt: now(), decidedBy: "scanner" },
    });
    await removeBlob(row.blobKey);
  },
});

async function bytesOf({ id, blobKey }: { id: string; blobKey: string }): Promise<Uint8Array> {
  const blob = await getBlob(blobKey);
  return blob
    ? new Uint8Array(Buffer.from(decryptField(blob.bytes.toString("utf8"), blobPlace(id)), "base64"))
    : new Uint8Array();
}

/** A paper's bytes, for who may look at it; null when it is not there or not cleared. */
export async function readUpload(dealId: string, uploadId: string) {
  const row = await database().prisma.jacketUpload.findFirst({ where: { id: uploadId, dealId } });
  if (!row || row.status === "held" || row.reason === "infected") return null;
  return { bytes: await bytesOf(row), contentType: row.contentType, fileName: row.shownName, row };
}

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export type UploadDecision =
  { accepted: true; expiresOn: string; by: string } | { accepted: false; reason: string; by: string };

/** Somebody of the store has looked: good, perhaps until a day, or not, and why. */
export async function decideUpload(
  dealId: string,
  uploadId: string,
  decision: UploadDecision,
  told = false,
): Promise<UploadAnswer> {
  const { prisma } = database();
  if (decision.accepted && decision.expiresOn !== "" && !daySchema.safeParse(decision.expiresOn).success)
    return refused("expiry");
  if (!decision.accepted && decision.reason.trim() === "") return refused("reasonMissing");
  const { count } = await prisma.jacketUpload.updateMany({
    where: {
      id: uploadId,
      dealId,
      status: { in: ["waiting", "accepted", "rejected"] },
      OR: [{ reason: null }, { reason: { not: "infected" } }],
    },
    data: {
      status: decision.accepted ? "accepted" : "rejected",
      expiresOn: decision.accepted && decision.expiresOn !== "" ? decision.expiresOn : null,
      reason: decision.accepted ? null : decision.reason.trim().slice(0, 300),
      decidedBy: decision.by,
      decidedAt: now(),
    },
  });
  if (count === 0) return refused("gone");
  const { kind: key } = await prisma.jacketUpload.findUniqueOrThrow({ where: { id: uploadId } });
  if (!told) await uploadWatch().decided({ dealId, key, refusedFor: decision.accepted ? null : decision.reason });
  return { ok: true, uploadId };
}

/** Judges the newest paper of a document that nobody has judged yet, for somebody who judged it elsewhere. */
export async function decideNewestUpload(
  dealId: string,
  key: string,
  refusedFor: string | null,
  by: string,
): Promise<void> {
  const newest = await database().prisma.jacketUpload.findFirst({
    where: { dealId, kind: key, status: "waiting" },
    orderBy: { createdAt: "desc" },
  });
  if (!newest) return;
  const decision =
    refusedFor === null
      ? ({ accepted: true, expiresOn: "", by } as const)
      : ({ accepted: false, reason: refusedFor, by } as const);
  await decideUpload(dealId, newest.id, decision, true);
}
