import { randomInt, randomUUID } from "node:crypto";
import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import type { DealContext } from "#machines/deal/deal-context";
import type { DocumentSigner, SigningWay } from "#machines/jacket/document-kinds";
import { readDealState } from "#app/deals/read-deal.server";
import { contractVault } from "#app/documents/contract-vault.server";
import { coBuyerOf } from "#app/documents/deal-circumstances.server";
import { documentLanguage } from "#app/documents/document-language";
import { documentTitle } from "#app/documents/document-title";
import { drawJacket } from "#app/documents/jacket-documents.server";
import { requiredOf } from "#app/documents/draw-document.server";
import type { SignPlace } from "#app/documents/sign-place";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { encryptField } from "#app/platform/field-encryption.server";
import { emailPlace } from "./envelope-fields";
import { sendSigningLink } from "./signing-link.server";
import { lockEnvelope, logStep, type Origin } from "./signing-log.server";
import { refused, type SigningAnswer } from "./signing-refusal";
import { signedContents } from "./signed-contents.server";

/** A ceremony that nobody finished in a week is begun anew, with documents that still hold. */
const DAYS_OPEN = 7;

export const channels = ["screen", "remote"] as const;
export type Channel = (typeof channels)[number];

export interface SigningToStart {
  dealId: string;
  staff: { staffId: string; firstName: string; lastName: string };
  /** Where buyer and co-buyer sign; the store signs at its own desk. */
  channel: Record<"buyer" | "coBuyer", Channel>;
  /** Keys of documents; all that can be signed electronically and are not yet, where none is named. */
  only: readonly string[];
  origin: Origin;
}

/** Is it signed on a screen here? A financed contract is only where a vault keeps its one authoritative copy. */
export const signsElectronically = (way: SigningWay): boolean =>
  way === "electronic" || (way === "vault" && contractVault() !== null);

/** Opens the ceremony for a frozen deal's documents: who signs what, in which order, on exactly which bytes. */
export async function startSigning(given: SigningToStart): Promise<SigningAnswer<{ envelopeId: string }>> {
  const { dealId, staff } = given;
  const state = await readDealState(dealId);
  const revision = state && lifeOf(state) !== "lost" ? contextOf(state).life.contractingRevision : null;
  if (!state || revision === null) return refused("notFrozen");
  await drawJacket(dealId, revision);
  const documents = await signableDocuments(given, revision);
  if (documents.length === 0) return refused("nothingToSign");
  const context = contextOf(state);
  const people = signersOf(given, context, documents);
  if (people.some(({ channel, email }) => channel === "remote" && email === "")) return refused("noMail");
  const envelopeId = randomUUID();
  const createdAt = now();
  const number = `S-${createdAt.toISOString().slice(2, 10).replaceAll("-", "")}-${String(randomInt(0, 1_000_000)).padStart(6, "0")}`;
  const { prisma } = database();
  try {
    await prisma.$transaction(async (tx) => {
      await tx.signingEnvelope.create({
        data: {
          id: envelopeId,
          number,
          dealId,
          rooftopId: context.store.rooftopId,
          revision,
          status: "open",
          startedBy: staff.staffId,
          startedName: `${staff.firstName} ${staff.lastName}`,
          createdAt,
          expiresAt: new Date(createdAt.getTime() + DAYS_OPEN * 86_400_000),
        },
      });
      await tx.envelopeSigner.createMany({
        data: people.map(({ role, name, email, channel }, place) => {
          const id = `${envelopeId}:${role}`;
          return { id, envelopeId, role, place, name, channel, emailSealed: encryptField(email, emailPlace(id)) };
        }),
      });
      await tx.envelopeDocument.createMany({
        data: documents.map(({ id, title, sha256 }, place) => ({ envelopeId, documentId: id, place, title, sha256 })),
      });
      await lockEnvelope(tx, envelopeId);
      const payload = {
        number,
        revision,
        documents: documents.length,
        signers: people.map(({ role }) => role).join(", "),
      };
      await logStep(tx, envelopeId, { type: "started", payload, byName: staff.firstName, origin: given.origin });
    });
  } catch (error) {
    if (uniqueViolation(error)) return refused("alreadyOpen");
    throw error;
  }
  await sendSigningLink(envelopeId, given.origin);
  return { ok: true, envelopeId };
}

interface SignerToBe {
  role: DocumentSigner;
  name: string;
  email: string;
  channel: Channel;
}

/** Everybody who has a place in these documents, in the order in which they sign: the store last. */
function signersOf(
  { channel, staff }: SigningToStart,
  context: DealContext,
  documents: readonly SignableDocument[],
): SignerToBe[] {
  const coBuyer = coBuyerOf(context);
  const { customer } = context.people;
  const present = new Set(documents.flatMap(({ places }) => places.map(({ signer }) => signer)));
  const buyerName = `${customer.firstName} ${customer.lastName}`.trim();
  const people: SignerToBe[] = [
    { role: "buyer", name: buyerName, email: customer.email, channel: channel.buyer },
    { role: "coBuyer", name: coBuyer?.name ?? "", email: coBuyer?.email ?? "", channel: channel.coBuyer },
    { role: "store", name: `${staff.firstName} ${staff.lastName}`, email: "", channel: "screen" },
  ];
  return people.filter(({ role }) => present.has(role));
}

interface SignableDocument {
  id: string;
  title: string;
  sha256: string;
  places: SignPlace[];
}

/** What can be signed now: drawn for this revision, signed on a screen, and not signed already in the same words. */
async function signableDocuments({ dealId, only }: SigningToStart, revision: number): Promise<SignableDocument[]> {
  const state = await readDealState(dealId);
  if (!state) return [];
  const locale = documentLanguage(contextOf(state).store);
  const required = await requiredOf(dealId, state);
  const drawn = await database().prisma.jacketDocument.findMany({ where: { dealId, revision, voidedAt: null } });
  const signed = await signedContents(dealId);
  return required.flatMap(({ key, signing, kind, about, due }) => {
    const row = drawn.find((one) => one.kind === key);
    const places = (row?.places ?? []) as unknown as SignPlace[];
    const wanted = only.length > 0 ? only.includes(key) : due !== "delivery";
    if (!row || !wanted || places.length === 0 || !signsElectronically(signing)) return [];
    if (signed.has(`${key}:${row.contentHash}`)) return [];
    return [{ id: row.id, title: documentTitle(kind, about, locale), sha256: row.sha256, places }];
  });
}
