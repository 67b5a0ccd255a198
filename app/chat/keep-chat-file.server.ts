import { randomUUID } from "node:crypto";
import { maskCardNumbers } from "#machines/money/mask-card-numbers";
import { type Actor, audienceOf } from "#machines/store/actor";
import { getBlob, putBlob } from "#app/platform/blobs.server";
import { cleanImage } from "#app/platform/clean-image.server";
import { cleanPdf } from "#app/platform/clean-pdf.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import {
  MAX_FILE_BYTES,
  MAX_FILE_NAME,
  MAX_FILES_PER_DEAL,
  MAX_IMAGE_EDGE,
  MAX_IMAGE_PIXELS,
  MAX_PDF_PAGES,
} from "#app/realtime/chat-limits";
import type { ChatFileInfo, ChatStream } from "#app/realtime/chat-protocol";
import { chatAudiences } from "#app/realtime/room-news.server";
import { authorIdOf } from "./chat-record.server";

export type FileRefusal = "tooLarge" | "notAFile" | "tooMany";
export type KeptFile = { ok: true; file: ChatFileInfo } | { ok: false; reason: FileRefusal };

/** What a file is, by its first bytes; what it is called and claims to be does not count. */
function kindOf(bytes: Uint8Array): "image" | "pdf" | null {
  const starts = (at: number, ...expected: number[]) => expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0xff, 0xd8, 0xff) || starts(0, 0x89, 0x50, 0x4e, 0x47)) return "image";
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return "image";
  return starts(0, 0x25, 0x50, 0x44, 0x46, 0x2d) ? "pdf" : null;
}

/** A name others may read: no path, nothing that turns writing round, no card number, and the ending of what it is. */
export function shownFileName(given: string, ending: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}"<>:|?*]/gu, "")
    .replace(/\.[^.]*$/, "")
    .trim();
  const stem = maskCardNumbers(
    Array.from(plain)
      .slice(0, MAX_FILE_NAME - 5)
      .join(""),
  ).replace(/^\.+/, "");
  return `${stem || "file"}.${ending}`;
}

interface Offered {
  dealId: string;
  stream: ChatStream;
  actor: Actor;
  name: string;
  bytes: Uint8Array;
}

/** Checks, re-encodes and keeps one file for a message that is still to be sent. */
export async function keepChatFile({ dealId, stream, actor, name, bytes }: Offered): Promise<KeptFile> {
  if (bytes.byteLength > MAX_FILE_BYTES) return { ok: false, reason: "tooLarge" };
  const { prisma } = database();
  if ((await prisma.chatFile.count({ where: { dealId } })) >= MAX_FILES_PER_DEAL)
    return { ok: false, reason: "tooMany" };
  const clean = await cleaned(bytes);
  if (!clean) return { ok: false, reason: "notAFile" };
  const fileId = randomUUID();
  const info: ChatFileInfo = {
    fileId,
    name: shownFileName(name, clean.contentType === "application/pdf" ? "pdf" : "webp"),
    contentType: clean.contentType,
    bytes: clean.bytes.byteLength,
    width: clean.width,
    height: clean.height,
  };
  const blobKey = await putBlob(clean.bytes, clean.contentType);
  const { fileId: id, ...rest } = info;
  await prisma.chatFile.create({
    data: { id, dealId, stream, uploaderId: authorIdOf(actor), blobKey, ...rest, createdAt: now() },
  });
  return { ok: true, file: info };
}

async function cleaned(bytes: Uint8Array) {
  switch (kindOf(bytes)) {
    case "image":
      return cleanImage(bytes, { maxPixels: MAX_IMAGE_PIXELS, maxEdge: MAX_IMAGE_EDGE });
    case "pdf": {
      const pdf = await cleanPdf(bytes, { maxPages: MAX_PDF_PAGES });
      return pdf && { bytes: pdf, contentType: "application/pdf", width: null, height: null };
    }
    case null:
      return null;
  }
}

/** The file a person has just uploaded, for their own message in the same stream; nobody else's. */
export async function uploadedFile(
  fileId: string,
  owner: { dealId: string; stream: ChatStream; actor: Actor },
): Promise<ChatFileInfo | null> {
  const { dealId, stream, actor } = owner;
  const row = await database().prisma.chatFile.findFirst({
    where: { id: fileId, dealId, stream, uploaderId: authorIdOf(actor) },
  });
  if (!row) return null;
  const { name, contentType, bytes, width, height } = row;
  return { fileId, name, contentType, bytes, width, height };
}

/** A file of the deal as this reader may open it; whispered ones are for staff alone. */
export async function openChatFile(dealId: string, fileId: string, actor: Actor) {
  if (!chatAudiences.includes(audienceOf(actor))) return null;
  const row = await database().prisma.chatFile.findFirst({
    where: { id: fileId, dealId, ...(actor.kind === "staff" ? {} : { stream: "chat" }) },
  });
  const blob = row && (await getBlob(row.blobKey));
  return row && blob && { ...blob, name: row.name };
}
