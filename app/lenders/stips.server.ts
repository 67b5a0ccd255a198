import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Applicant, StipKind, StipState } from "#machines/deal/credit-slice";
import { plainDate } from "#machines/money/plain-date";
import { tellCredit } from "#app/credit/tell-credit.server";
import type { Stip } from "#app/generated/prisma/client";
import { getBlob, putBlob, removeBlob } from "#app/platform/blobs.server";
import { cleanImage } from "#app/platform/clean-image.server";
import { cleanPdf } from "#app/platform/clean-pdf.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { lenderOf } from "./lender-network.server";
import { stipPapers } from "./stip-papers.server";

/** A paper is asked for within a week; a funding that waits longer is somebody's phone call. */
const DUE_DAYS = 7;
const LARGEST_FILE = 8 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
const LONGEST_EDGE = 2_400;
const MOST_PAGES = 20;

/** The lender's own words, for the desk; the customer reads plain ones. */
const wordings: Record<StipKind, string> = {
  income: "POI: most recent pay stub, YTD, dated within 30 days",
  residence: "POR: utility bill or lease in applicant name, within 60 days",
  insurance: "Full coverage, lienholder named, deductible max $1,000",
  licence: "Valid DL, address to match application",
  references: "Six complete personal references",
  employment: "VOE direct with employer",
};

/** A lender wants papers: each is asked for once, of the buyer. */
export async function wantStips(dealId: string, submissionId: string, kinds: readonly StipKind[]): Promise<void> {
  const { prisma } = database();
  const at = now();
  const dueOn = new Date(at.getTime() + DUE_DAYS * 86_400_000).toISOString().slice(0, 10);
  for (const kind of kinds) {
    await prisma.stip.createMany({
      data: [
        {
          id: randomUUID(),
          dealId,
          submissionId,
          kind,
          wording: wordings[kind],
          owedBy: "buyer",
          state: "wanted",
          dueOn,
          createdAt: at,
        },
      ],
      skipDuplicates: true,
    });
    const stip = await prisma.stip.findUniqueOrThrow({
      where: { submissionId_kind_owedBy: { submissionId, kind, owedBy: "buyer" } },
    });
    if (stip.state === "wanted") await tellStip(stip);
  }
}

const tellStip = ({ id, dealId, submissionId, kind, owedBy, state, dueOn }: Stip, turn = "first") =>
  tellCredit(dealId, `stip:${id}:${state}:${turn}`, {
    type: "credit.stipMoved",
    requestId: id,
    submissionId,
    kind: kind as StipKind,
    owedBy: owedBy as Applicant,
    state: state as StipState,
    dueOn: dueOn === null ? null : plainDate(dueOn),
  });

const filePlace = (stipId: string) => `Stip:file:${stipId}`;

/** What a file is, by its first bytes. */
async function cleaned(bytes: Uint8Array): Promise<{ bytes: Uint8Array; contentType: string } | null> {
  const starts = (at: number, ...expected: number[]) => expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
    const pdf = await cleanPdf(bytes, { maxPages: MOST_PAGES });
    return pdf && { bytes: pdf, contentType: "application/pdf" };
  }
  const isImage =
    starts(0, 0xff, 0xd8, 0xff) ||
    starts(0, 0x89, 0x50, 0x4e, 0x47) ||
    (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50));
  return isImage ? cleanImage(bytes, { maxPixels: MOST_PIXELS, maxEdge: LONGEST_EDGE }) : null;
}

export type PaperAnswer = { ok: true } | { ok: false; reason: "tooLarge" | "notAFile" | "notWanted" };

/** The customer's paper: made anew from its picture, sealed before it is written, and never shown to who may not. */
export async function receivePaper(
  dealId: string,
  stipId: string,
  bytes: Uint8Array,
  told = false,
): Promise<PaperAnswer> {
  if (bytes.byteLength > LARGEST_FILE) return { ok: false, reason: "tooLarge" };
  const { prisma } = database();
  const stip = await prisma.stip.findFirst({
    where: { id: stipId, dealId, state: { in: ["wanted", "refused", "received"] } },
  });
  if (!stip) return { ok: false, reason: "notWanted" };
  const clean = await cleaned(bytes);
  if (!clean) return { ok: false, reason: "notAFile" };
  const sealed = encryptField(Buffer.from(clean.bytes).toString("base64"), filePlace(stipId));
  const sealedFileKey = await putBlob(Buffer.from(sealed), "text/plain");
  if (stip.sealedFileKey) await removeBlob(stip.sealedFileKey);
  const moved = await prisma.stip.update({
    where: { id: stipId },
    data: { state: "received", receivedAt: now(), sealedFileKey, fileType: clean.contentType, note: null },
  });
  await tellStip(moved, sealedFileKey.slice(0, 16));
  if (told) return { ok: true };
  await stipPapers().keep({ dealId, kind: stip.kind as StipKind, bytes: clean.bytes });
  // Whoever else waits for the same paper has it as well: nobody is asked for one thing three times.
  const others = { dealId, kind: stip.kind, owedBy: stip.owedBy, id: { not: stipId } };
  for (const { id } of await prisma.stip.findMany({ where: { ...others, state: { in: ["wanted", "refused"] } } }))
    await receivePaper(dealId, id, clean.bytes, true);
  return { ok: true };
}

/** The same paper, brought to the jacket: what lenders wait for is answered by it. */
export async function paperBrought(dealId: string, kind: StipKind, bytes: Uint8Array): Promise<void> {
  const waiting = await database().prisma.stip.findMany({
    where: { dealId, kind, state: { in: ["wanted", "refused", "received"] } },
  });
  for (const { id } of waiting) await receivePaper(dealId, id, bytes, true);
}

/** It was judged in the jacket: accepted it goes to the lender, refused the customer is asked again. */
export async function paperJudged(dealId: string, kind: StipKind, refusedFor: string | null): Promise<void> {
  const { prisma } = database();
  const from = refusedFor === null ? ["received"] : ["received", "sent"];
  for (const { id, submissionId } of await prisma.stip.findMany({ where: { dealId, kind, state: { in: from } } })) {
    const { rooftopId } = await prisma.lenderSubmission.findUniqueOrThrow({ where: { id: submissionId } });
    await moveStip(id, rooftopId, refusedFor === null ? "sent" : "refused", refusedFor);
  }
}

/** The contract is written on this lender: what it was already brought belongs to the jacket as well. */
export async function sharePapers(dealId: string, submissionId: string): Promise<void> {
  const brought = await database().prisma.stip.findMany({
    where: { dealId, submissionId, state: { in: ["received", "sent", "cleared"] } },
  });
  for (const stip of brought) {
    const paper = await openPaper(stip);
    const kind = stip.kind as StipKind;
    if (!paper) continue;
    await stipPapers().keep({ dealId, kind, bytes: paper.bytes });
    if (stip.state !== "received") await stipPapers().decide({ dealId, kind, refusedFor: null, by: "" });
  }
}

/** The lender paid: nothing that was sent to it is waited for any more. */
export async function settleSentStips(submissionId: string, rooftopId: string): Promise<void> {
  const sent = await database().prisma.stip.findMany({ where: { submissionId, state: "sent" } });
  for (const { id } of sent) await moveStip(id, rooftopId, "cleared", null);
}

export async function openPaper(stip: Stip): Promise<{ contentType: string; bytes: Buffer } | null> {
  const blob = stip.sealedFileKey ? await getBlob(stip.sealedFileKey) : null;
  if (!blob || !stip.fileType) return null;
  const bytes = Buffer.from(decryptField(blob.bytes.toString("utf8"), filePlace(stip.id)), "base64");
  return { contentType: stip.fileType, bytes };
}

const sendingPaper = defineJob({
  name: "send-paper-to-lender",
  schema: z.object({ stipId: z.string() }),
  retryLimit: 8,
  handle: ({ stipId }) => sendPaper(stipId),
});

export async function sendPaper(stipId: string): Promise<void> {
  const { prisma } = database();
  const stip = await prisma.stip.findUniqueOrThrow({ where: { id: stipId } });
  const submission = await prisma.lenderSubmission.findUniqueOrThrow({ where: { id: stip.submissionId } });
  const paper = await openPaper(stip);
  if (!paper || !submission.reference) return;
  await lenderOf(submission.lenderCode)?.sendDocuments(submission.reference, [
    { kind: stip.kind as StipKind, ...paper },
  ]);
}

/** What the desk does with a paper: on to the lender, settled, or back with a reason the customer can act on. */
const nextStates: Record<string, readonly StipState[]> = {
  wanted: ["cleared"],
  received: ["sent", "refused", "cleared"],
  sent: ["cleared", "refused"],
  refused: ["cleared"],
  cleared: [],
};

export async function moveStip(
  stipId: string,
  rooftopId: string,
  state: StipState,
  note: string | null,
  /** Who judged it here; null where the jacket already knows. */
  by: string | null = null,
): Promise<boolean> {
  const { prisma } = database();
  const stip = await prisma.stip.findUnique({ where: { id: stipId } });
  const submission = stip && (await prisma.lenderSubmission.findFirst({ where: { id: stip.submissionId, rooftopId } }));
  if (!stip || !submission || !nextStates[stip.state]?.includes(state)) return false;
  if (state === "refused" && !note) return false;
  const at = now();
  const { count } = await prisma.stip.updateMany({
    where: { id: stipId, state: stip.state },
    data: { state, note, ...(state === "sent" && { sentAt: at }), ...(state === "cleared" && { clearedAt: at }) },
  });
  if (count === 0) return false;
  await tellStip({ ...stip, state }, at.toISOString());
  if (by !== null) {
    const { dealId, kind } = stip;
    await stipPapers().decide({ dealId, kind: kind as StipKind, refusedFor: state === "refused" ? note : null, by });
  }
  if (state === "sent") await enqueue(sendingPaper, { stipId }, { key: `${stipId}:${stip.sealedFileKey ?? ""}` });
  return true;
}

/** Days a paper has been waited for. */
export const ageOf = ({ createdAt }: Pick<Stip, "createdAt">, at: Date) =>
  Math.floor((at.getTime() - createdAt.getTime()) / 86_400_000);
