import { contextOf, type DealState, lifeOf } from "#machines/deal/apply-deal-event";
import { type DocumentKind, type DocumentSigner, fundingPlace } from "#machines/jacket/document-kinds";
import type { RequiredDocument } from "#machines/jacket/required-documents";
import { readDealState } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { contractVault } from "#app/documents/contract-vault.server";
import { coBuyerOf } from "#app/documents/deal-circumstances.server";
import { canDraw, requiredOf } from "#app/documents/draw-document.server";
import type { SignPlace } from "#app/documents/sign-place";
import type { JacketDocument, JacketUpload, Stip } from "#app/generated/prisma/client";
import { env } from "#app/platform/env.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { type KeptReceipt, keepReceipts, keptReceipts } from "#app/till/keep-receipts.server";
import { endStaleSigning } from "./end-signing.server";
import type { DocumentState, EndedSigning, JacketList, ListedDocument, ListedUpload, OpenSigning } from "./jacket-list";
import { signedContents } from "./signed-contents.server";
import { signsElectronically } from "./start-signing.server";

const ENDED_SHOWN = 12;

interface Facts {
  isFrozen: boolean;
  drawn: JacketDocument[];
  uploads: JacketUpload[];
  stips: Stip[];
  signed: Set<string>;
  sent: Set<string>;
  drawable: Set<string>;
  today: string;
}

/** Every document that the deal must contain, and where it stands. */
export async function jacketList(dealId: string): Promise<JacketList | null> {
  const state = await readDealState(dealId);
  if (!state) return null;
  await endStaleSigning(dealId);
  await keepReceipts(dealId);
  const context = contextOf(state);
  const { prisma } = database();
  const isFrozen = !["open", "lost"].includes(lifeOf(state));
  const revision = isFrozen ? context.life.contractingRevision : null;
  const required = await requiredOf(dealId, state);
  const copies = await signedContents(dealId);
  const envelopes = await prisma.signingEnvelope.findMany({
    where: { dealId },
    include: { signers: { orderBy: { place: "asc" } }, documents: true },
    orderBy: { createdAt: "desc" },
    take: ENDED_SHOWN + 1,
  });
  const open = envelopes.find(({ status }) => status === "open") ?? null;
  const facts: Facts = {
    isFrozen,
    drawn: await prisma.jacketDocument.findMany({
      // A refusal's notice is kept as it was given, whatever is frozen.
      where: { dealId, voidedAt: null, OR: [{ revision: revision ?? -1 }, { kind: "adverseAction" }] },
    }),
    uploads: await prisma.jacketUpload.findMany({ where: { dealId }, orderBy: { createdAt: "desc" } }),
    stips: await prisma.stip.findMany({
      where: { dealId, sealedFileKey: { not: null }, state: { in: ["received", "sent", "cleared"] } },
      orderBy: { receivedAt: "desc" },
    }),
    signed: new Set(copies.keys()),
    sent: new Set(open?.documents.map(({ documentId }) => documentId)),
    drawable: await drawableKeys(context.store.rooftopId, required, context.vehicle.vehicle?.stockNumber),
    today: storeDate(now(), context.store.timeZone),
  };
  const incentives = new Map(context.vehicle.vehicle?.incentives.map(({ code, name }) => [code, name]));
  const asked = required.map((one) => ({
    ...listed(one, facts),
    ...(one.kind === "incentiveProof" && { thing: incentives.get(one.about) ?? one.about }),
  }));
  const documents = [...asked, ...(await keptReceipts(dealId)).map(listedReceipt)];
  documents.sort((one, other) => fundingPlace(one.kind) - fundingPlace(other.kind));
  const coBuyer = coBuyerOf(context);
  const { customer } = context.people;
  return {
    dealNumber: context.identity.dealNumber,
    storeName: context.store.name,
    timeZone: context.store.timeZone,
    buyer: `${customer.firstName} ${customer.lastName}`.trim(),
    coBuyer: coBuyer?.name ?? null,
    revision,
    isFrozen,
    hasBuyerMail: customer.email !== "",
    hasCoBuyerMail: coBuyer !== null && coBuyer.email !== "",
    documents,
    open: open && openSigning(open),
    keptUntil: keptUntil(envelopes),
    ended: envelopes.filter(({ status }) => status !== "open").map(endedSigning),
    signable: signableKeys(required, documents, state),
  };
}

/** The day until which the newest signed copies are kept by the setting. */
function keptUntil(envelopes: readonly { status: string; endedAt: Date | null }[]): string | null {
  const ends = envelopes.flatMap(({ status, endedAt }) =>
    status === "completed" && endedAt ? [endedAt.getTime()] : [],
  );
  if (ends.length === 0) return null;
  const day = new Date(Math.max(...ends));
  day.setUTCFullYear(day.getUTCFullYear() + env.SIGNED_COPY_YEARS);
  return day.toISOString().slice(0, 10);
}

async function drawableKeys(
  rooftopId: string,
  required: readonly RequiredDocument[],
  stockNumber: string | undefined,
): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const one of required) if (await canDraw(rooftopId, one, stockNumber)) keys.add(one.key);
  return keys;
}

const signableKeys = (required: readonly RequiredDocument[], documents: readonly ListedDocument[], state: DealState) =>
  required.flatMap(({ key, signing }) => {
    const one = documents.find((document) => document.key === key);
    const ready = one?.state === "drawn" && one.signers.length > 0 && signsElectronically(signing);
    return ready && lifeOf(state) !== "lost" ? [key] : [];
  });

function listed(required: RequiredDocument, facts: Facts): ListedDocument {
  const { key, kind, about, source, due, reason, signing } = required;
  const drawn = facts.drawn.find((row) => row.kind === key);
  const isSigned = drawn !== undefined && facts.signed.has(`${key}:${drawn.contentHash}`);
  const uploads = facts.uploads.filter((row) => row.kind === key).map((row) => listedUpload(row, facts.today));
  const stip = stipFor(required, facts);
  const places = (drawn?.places ?? []) as unknown as SignPlace[];
  const present = new Set<DocumentSigner>(places.map(({ signer }) => signer));
  const signers = drawn ? required.signers.filter((role) => present.has(role)) : required.signers;
  return {
    key,
    kind,
    about,
    source,
    due,
    reason,
    state: stateOf({ required, drawn, isSigned, uploads }, facts),
    canRead: facts.drawable.has(key),
    copyOnly: signing === "vault" && contractVault() === null,
    signers: signing === "none" ? [] : signers.map((role) => ({ role, signed: isSigned })),
    uploads,
    stipId: stip?.id ?? null,
  };
}

/** Money moved: its paper is there, and nobody has to do anything about it. */
const listedReceipt = ({ key, kind, about }: KeptReceipt): ListedDocument => ({
  key,
  kind,
  about,
  source: "drawn",
  due: "contract",
  reason: kind === "refundReceipt" ? "moneyReturned" : "moneyReceived",
  state: "done",
  canRead: true,
  copyOnly: false,
  signers: [],
  uploads: [],
  stipId: null,
});

interface Standing {
  required: RequiredDocument;
  drawn: JacketDocument | undefined;
  isSigned: boolean;
  uploads: ListedUpload[];
}

function stateOf({ required, drawn, isSigned, uploads }: Standing, facts: Facts): DocumentState {
  if (isSigned) return "signed";
  if (drawn && facts.sent.has(drawn.id)) return "sent";
  // What was brought counts where it is good; a paper that was refused does not hide what is there.
  const brought = uploads.find(({ status }) => status === "accepted") ?? uploads[0];
  if (brought) return brought.status;
  const stip = stipFor(required, facts);
  if (stip) return stip.state === "cleared" ? "accepted" : "waiting";
  if (!facts.drawable.has(required.key)) return required.signing === "none" ? "missing" : "ink";
  if (required.kind === "adverseAction") return drawn ? "done" : facts.isFrozen ? "missing" : "draft";
  if (!facts.isFrozen) return "draft";
  if (required.signing === "none") return "done";
  return signsElectronically(required.signing) ? "drawn" : "ink";
}

/** What a lender asks for is asked of the customer once: the same paper goes into the jacket. */
const papersOfStips: Readonly<Record<string, DocumentKind>> = {
  insurance: "insuranceProof",
  income: "incomeProof",
  residence: "residenceProof",
  licence: "licenceCopy",
};

const stipFor = ({ kind, about }: RequiredDocument, { stips }: Facts): Stip | undefined =>
  stips.find((stip) => papersOfStips[stip.kind] === kind && (stip.owedBy === "coBuyer") === (about === "coBuyer"));

function listedUpload(
  { id, shownName, status, reason, expiresOn, createdAt }: JacketUpload,
  today: string,
): ListedUpload {
  const isOver = status === "accepted" && expiresOn !== null && expiresOn < today;
  const known = (["waiting", "held", "accepted", "rejected"] as const).find((one) => one === status) ?? "waiting";
  return {
    uploadId: id,
    name: shownName,
    status: isOver ? "expired" : known,
    reason,
    expiresOn,
    at: createdAt.toISOString(),
  };
}

type Envelope = Awaited<ReturnType<typeof readEnvelope>>;
const readEnvelope = (id: string) =>
  database().prisma.signingEnvelope.findUniqueOrThrow({ where: { id }, include: { signers: true, documents: true } });

const roleOf = (role: string): DocumentSigner => (role === "coBuyer" || role === "store" ? role : "buyer");

function openSigning({ id, number, revision, createdAt, expiresAt, documents, signers }: Envelope): OpenSigning {
  const next = signers.find(({ signedAt }) => signedAt === null);
  return {
    envelopeId: id,
    number,
    revision,
    startedAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    documents: documents.length,
    signers: signers.map((one) => ({
      role: roleOf(one.role),
      name: one.name,
      channel: one.channel === "remote" ? "remote" : "screen",
      signed: one.signedAt !== null,
      viewed: one.viewedAt !== null,
      isNext: one === next,
    })),
  };
}

function endedSigning({ id, number, status, endedAt, endedWhy, certificateBlob }: Envelope): EndedSigning {
  const known = (["completed", "declined", "voided", "expired"] as const).find((one) => one === status) ?? "voided";
  return {
    envelopeId: id,
    number,
    status: known,
    at: (endedAt ?? new Date(0)).toISOString(),
    why: endedWhy ?? "",
    hasCertificate: certificateBlob !== null,
  };
}
