import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import type { SignPlace } from "#app/documents/sign-place";
import type { Database } from "#app/platform/database.server";
import { decryptField } from "#app/platform/field-encryption.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { adoptSignature } from "#app/signing/adopt-signature.server";
import { giveConsent, showConsent } from "#app/signing/consent.server";
import { acknowledgeDifferences, differencesAt } from "#app/signing/deal-differences.server";
import { noteRead, signField } from "#app/signing/sign-field.server";
import { readSigningPerson, type SigningPerson, startSigningSession } from "#app/signing/signing-session.server";
import { type Channel, startSigning } from "#app/signing/start-signing.server";
import { contextNow, staffCalled, stateOf, tell, type TestDeal } from "#tests/support/deal-store";
import { readyDeal } from "#tests/support/ready-deal";

export const origin = { address: "203.0.113.7", agent: "Test browser" };
export const walt = staffCalled("Walt");

const withMail: DealEdit = {
  type: "customer.identified",
  firstName: "Rosa",
  lastName: "Quill",
  email: "rosa@example.test",
  phone: "",
};

/** A frozen deal whose documents are drawn. */
export async function frozenDeal(database: Database, before: readonly DealEdit[] = []): Promise<TestDeal> {
  const deal = await readyDeal(database, { before: [withMail, ...before] });
  await tell(deal.dealId, walt, { type: "deal.freezeRequested" });
  await runDueJobs();
  return deal;
}

export async function started(dealId: string, channel: Channel = "screen", only: string[] = []): Promise<string> {
  const answer = await startSigning({
    dealId,
    staff: walt,
    channel: { buyer: channel, coBuyer: channel },
    only,
    origin,
  });
  assert(answer.ok, `the signing begins: ${"reason" in answer ? answer.reason : ""}`);
  await runDueJobs();
  return answer.envelopeId;
}

/** Somebody who has come in, as their cookie says. */
export async function comeIn(database: Database, envelopeId: string, role: string): Promise<SigningPerson> {
  const signer = await database.prisma.envelopeSigner.findUniqueOrThrow({
    where: { envelopeId_role: { envelopeId, role } },
  });
  const { setCookie } = await startSigningSession(signer, "screen of the store", origin);
  const request = new Request("http://localhost/signing", { headers: { Cookie: setCookie.split(";")[0] ?? "" } });
  const person = await readSigningPerson(request);
  assert(person, "the cookie is somebody's");
  return person;
}

const words = { locale: "en" as const, store: "Lakeside Motors", phone: "555" };

/** Opens the sample and types its code. */
export async function consent(person: SigningPerson): Promise<void> {
  const shown = await showConsent(person, words, origin);
  const code = decryptField(shown.codeHash, `SigningConsent:codeHash:${shown.id}`);
  assert((await giveConsent(person, code, origin)).ok, "the code of the sample is the right one");
}

export const adopt = (person: SigningPerson, text = person.signer.name) =>
  adoptSignature(person, { signature: { method: "typed", text }, initials: { method: "typed", text: "RQ" } }, origin);

/** The fields of a signer in an envelope, with the hash of each document as it was shown. */
export async function fieldsOf(database: Database, { signer, envelope }: SigningPerson) {
  const sent = await database.prisma.envelopeDocument.findMany({
    where: { envelopeId: envelope.id },
    orderBy: { place: "asc" },
  });
  const drawn = await database.prisma.jacketDocument.findMany({
    where: { id: { in: sent.map(({ documentId }) => documentId) } },
  });
  return sent.flatMap(({ documentId, sha256 }) => {
    const places = (drawn.find(({ id }) => id === documentId)?.places ?? []) as unknown as SignPlace[];
    return places
      .filter((place) => place.signer === signer.role)
      .map(({ id: fieldId }) => ({ documentId, fieldId, sha256 }));
  });
}

export async function readAll(database: Database, person: SigningPerson): Promise<void> {
  for (const documentId of new Set((await fieldsOf(database, person)).map((field) => field.documentId)))
    await noteRead(person, documentId, origin);
}

/** Everything one signer does from the first page to the last. */
export async function signAll(database: Database, envelopeId: string, role: string): Promise<SigningPerson> {
  const person = await comeIn(database, envelopeId, role);
  if (role !== "store") await consent(person);
  await adopt(person);
  await readAll(database, person);
  const { dealId, revision } = person.envelope;
  const compared = role === "buyer" ? await differencesAt(dealId, revision) : null;
  if (compared?.key) await acknowledgeDifferences(person, compared.key, origin);
  for (const field of await fieldsOf(database, person)) {
    const answer = await signField(person, field, origin);
    assert(answer.ok, `${field.fieldId} is signed: ${"reason" in answer ? answer.reason : ""}`);
  }
  return person;
}

export { contextNow, contextOf, stateOf, tell };
