import { viewOf } from "#machines/deal/view-of-deal";
import { contextOf } from "#machines/deal/apply-deal-event";
import { contractCompared, type ContractCompared } from "#machines/jacket/contract-differences";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { remember } from "#app/platform/remember.server";
import { lockEnvelope, logStep, type Origin } from "./signing-log.server";
import { refused, type SigningAnswer } from "./signing-refusal";
import type { SigningPerson } from "./signing-session.server";

/** A frozen revision never changes, and every press of a signer asks; the least recently made leaves first. */
const MOST_KEPT = 200;
const kept = remember("contractsCompared", () => new Map<string, ContractCompared>());

/** What was agreed and promised beside the contract of a revision. */
export async function differencesAt(dealId: string, revision: number): Promise<ContractCompared | null> {
  const day = now().toISOString().slice(0, 13);
  const key = `${dealId}:${revision}:${day}`;
  const known = kept.get(key);
  if (known) return known;
  const compared = await compareAt(dealId, revision);
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  if (compared) kept.set(key, compared);
  return compared;
}

async function compareAt(dealId: string, revision: number): Promise<ContractCompared | null> {
  const state = await readDealStateAt(dealId, revision);
  if (!state) return null;
  const today = storeDate(now(), contextOf(state).store.timeZone);
  return contractCompared(viewOf(state, "customer"), today);
}

/** Has the buyer read these very differences? Nothing that differs needs no word. */
export async function differencesAreRead(dealId: string, revision: number): Promise<boolean> {
  const compared = await differencesAt(dealId, revision);
  if (!compared || compared.key === "") return true;
  const key = { dealId, revision, key: compared.key };
  return (
    (await database().prisma.differenceAcknowledgement.findUnique({ where: { dealId_revision_key: key } })) !== null
  );
}

/** The buyer says that they have read the differences, naming those they read; any other needs them again. */
export async function acknowledgeDifferences(
  { signer, envelope }: SigningPerson,
  key: string,
  origin: Origin,
): Promise<SigningAnswer> {
  const { dealId, revision } = envelope;
  const compared = await differencesAt(dealId, revision);
  if (signer.role !== "buyer" || !compared || compared.key !== key) return refused("differences");
  await database().prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, envelope.id);
    const { count } = await tx.differenceAcknowledgement.createMany({
      data: [{ dealId, revision, key, byName: signer.name, address: origin.address, at: now() }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const payload = { role: signer.role, lines: key.split("|").length };
    await logStep(tx, envelope.id, { type: "differencesAcknowledged", payload, byName: signer.name, origin });
  });
  return { ok: true };
}
