import { createHash, randomUUID } from "node:crypto";
import type { Applicant } from "#machines/deal/credit-slice";
import type { CreditApplication } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { keyedHash } from "#app/platform/field-encryption.server";
import { startDecisionClock } from "./adverse-action.server";
import { APPLICATION_CONSENT, consentTexts, PERMISSIBLE_PURPOSE } from "./consent-texts";
import { type CreditFieldName, type CreditValues, nextStep, readCreditField } from "./credit-fields";
import { raiseFlags } from "./red-flags.server";
import { keepFields, newSealKey, openFields } from "./sealed-fields.server";
import { tellCredit } from "./tell-credit.server";

export interface DealOfCredit {
  dealId: string;
  rooftopId: string;
}

/** The applicant's own application on this deal, begun when first asked for. */
export async function openApplication(
  { dealId, rooftopId }: DealOfCredit,
  applicant: Applicant,
): Promise<CreditApplication> {
  const { prisma } = database();
  const known = await prisma.creditApplication.findUnique({ where: { dealId_applicant: { dealId, applicant } } });
  if (known) return known;
  const id = randomUUID();
  const at = now();
  await prisma.creditApplication.createMany({
    data: [
      { id, dealId, rooftopId, applicant, status: "draft", sealKey: newSealKey(id), createdAt: at, updatedAt: at },
    ],
    // Two who press at once begin one application.
    skipDuplicates: true,
  });
  const application = await prisma.creditApplication.findUniqueOrThrow({
    where: { dealId_applicant: { dealId, applicant } },
  });
  await tellCredit(dealId, `credit-started:${application.id}`, {
    type: "credit.started",
    applicationId: application.id,
    applicant,
  });
  return application;
}

/** Keeps what can be read of what was typed; what cannot is told by name and nothing else is lost. */
export async function saveFields(application: CreditApplication, given: CreditValues): Promise<CreditFieldName[]> {
  if (application.status !== "draft") return [];
  const kept: Record<string, string> = {};
  const unread: CreditFieldName[] = [];
  for (const [name, text] of Object.entries(given) as [CreditFieldName, string][]) {
    if (text.trim() === "") continue;
    const value = readCreditField(name, text);
    if (value === null) unread.push(name);
    else kept[name] = value;
  }
  await keepFields(application, kept);
  const at = now();
  await database().prisma.creditApplication.update({
    where: { id: application.id },
    data: {
      updatedAt: at,
      ...(kept.governmentNumber && { numberHash: keyedHash(kept.governmentNumber, "CreditApplication:numberHash") }),
    },
  });
  return unread;
}

export interface Consent {
  signedName: string;
  agreed: boolean;
  address: string;
  agent: string;
  store: string;
}

export type Completed = { ok: true } | { ok: false; reason: "missing" | "consent" | "already" };

/** The applicant signs: from here the clock of the law runs, and nothing of it changes any more. */
export async function completeApplication(application: CreditApplication, consent: Consent): Promise<Completed> {
  if (application.status !== "draft") return { ok: false, reason: "already" };
  const values = await openFields(application);
  if (nextStep(values) !== null) return { ok: false, reason: "missing" };
  if (!consent.agreed || consent.signedName.trim() === "") return { ok: false, reason: "consent" };
  await keepFields(application, { signedName: consent.signedName.trim() });
  const at = now();
  const text = (consentTexts[APPLICATION_CONSENT]?.en ?? "").replace("{store}", consent.store);
  const { count } = await database().prisma.creditApplication.updateMany({
    where: { id: application.id, status: "draft" },
    data: {
      status: "completed",
      completedAt: at,
      updatedAt: at,
      consentVersion: APPLICATION_CONSENT,
      consentHash: createHash("sha256").update(text).digest("hex"),
      consentedAt: at,
      consentAddress: consent.address.slice(0, 80),
      consentAgent: consent.agent.slice(0, 300),
      purpose: PERMISSIBLE_PURPOSE,
    },
  });
  if (count === 0) return { ok: false, reason: "already" };
  const completed = await database().prisma.creditApplication.findUniqueOrThrow({ where: { id: application.id } });
  await startDecisionClock(completed);
  await raiseFlags(completed, values);
  const { dealId, id: applicationId } = application;
  const applicant = application.applicant as Applicant;
  await tellCredit(dealId, `credit-completed:${applicationId}`, { type: "credit.completed", applicationId, applicant });
  return { ok: true };
}

/** Everybody who began to apply on a deal is done; nobody is an application on its own. */
export async function readyToSend(dealId: string): Promise<CreditApplication[] | null> {
  const all = await database().prisma.creditApplication.findMany({ where: { dealId, disposedAt: null } });
  return all.length > 0 && all.every(({ status }) => status !== "draft") ? all : null;
}
