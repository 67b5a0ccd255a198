import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { StaffRole } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { MAX_CANNED_ANSWERS } from "#app/realtime/chat-limits";
import type { CannedAnswer } from "#app/realtime/chat-protocol";
import { chatTextSchema } from "#app/realtime/chat-schemas";

/** What a store says that has not yet said what it says. */
const firstAnswers: readonly CannedAnswer[] = [
  {
    id: "looking",
    en: "I’m looking at it now and will write within ten minutes.",
    fr: "Je regarde cela maintenant et je vous écris d’ici dix minutes.",
  },
  {
    id: "everythingIn",
    en: "Everything is in the total on the right: no fees are added later.",
    fr: "Tout est dans le total à droite : aucuns frais ne s’ajoutent ensuite.",
  },
  {
    id: "noHurry",
    en: "Take your time. The card keeps everything, on any device.",
    fr: "Prenez votre temps. La fiche garde tout, sur n’importe quel appareil.",
  },
  {
    id: "bring",
    en: "Please bring your license, proof of insurance, and both keys of your trade-in.",
    fr: "Apportez votre permis, votre preuve d’assurance et les deux clés de votre échange.",
  },
];

/** Those who answer for what the store says. */
const keepers: readonly StaffRole[] = ["salesManager", "generalManager", "admin"];

export const mayKeepAnswers = (role: StaffRole): boolean => keepers.includes(role);

export async function cannedAnswers(rooftopId: string): Promise<readonly CannedAnswer[]> {
  const own = await database().prisma.cannedAnswer.findMany({
    where: { rooftopId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MAX_CANNED_ANSWERS,
    select: { id: true, en: true, fr: true },
  });
  return own.length > 0 ? own : firstAnswers;
}

const answerText = chatTextSchema.refine((text) => text.length > 0, "must not be empty");
export const newAnswerSchema = z.object({ en: answerText, fr: answerText });

/** A store's first own answer brings the ones it had so far along, so that nothing vanishes from under its staff. */
export async function addCannedAnswer(rooftopId: string, answer: z.infer<typeof newAnswerSchema>): Promise<boolean> {
  const { prisma } = database();
  const known = await prisma.cannedAnswer.count({ where: { rooftopId } });
  if (known >= MAX_CANNED_ANSWERS) return false;
  const at = now();
  const kept = known === 0 ? firstAnswers.map(({ en, fr }) => ({ en, fr })) : [];
  await prisma.cannedAnswer.createMany({
    data: [...kept, answer].map((one, place) => ({
      id: randomUUID(),
      rooftopId,
      ...one,
      createdAt: new Date(at.getTime() + place),
    })),
  });
  return true;
}

export async function removeCannedAnswer(rooftopId: string, id: string): Promise<void> {
  const { prisma } = database();
  if ((await prisma.cannedAnswer.count({ where: { rooftopId } })) > 0) {
    await prisma.cannedAnswer.deleteMany({ where: { rooftopId, id } });
    return;
  }
  // One of those the product came with: the others become the store's own.
  const kept = firstAnswers.filter((answer) => answer.id !== id);
  const at = now();
  await prisma.cannedAnswer.createMany({
    data: kept.map(({ en, fr }, place) => ({
      id: randomUUID(),
      rooftopId,
      en,
      fr,
      createdAt: new Date(at.getTime() + place),
    })),
  });
}
