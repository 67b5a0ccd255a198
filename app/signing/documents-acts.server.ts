import { z } from "zod";
import type { Actor } from "#machines/store/actor";
import { decideUpload } from "#app/documents/receive-upload.server";
import { database } from "#app/platform/database.server";
import type { DocumentsSaid } from "./documents-page";
import { resendLink, voidSigning } from "./end-signing.server";
import type { Origin } from "./signing-log.server";
import { channels, startSigning } from "./start-signing.server";

/** More documents than any deal has. */
const MOST_CHOSEN = 60;
const text = z.string().max(1_000);
const channel = z.enum(channels).default("screen");
const actSchema = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("start"),
    buyer: channel,
    coBuyer: channel,
    only: z.array(z.string().max(100)).max(MOST_CHOSEN),
  }),
  z.object({ act: z.literal("void"), envelopeId: text, reason: text }),
  z.object({
    act: z.literal("resend"),
    envelopeId: text,
    email: z.union([z.literal(""), z.email().max(200)]).default(""),
  }),
  z.object({ act: z.literal("accept"), uploadId: text, expiresOn: z.string().max(10).default("") }),
  z.object({ act: z.literal("reject"), uploadId: text, reason: text.default("") }),
]);

const nothing: DocumentsSaid = { signing: null, upload: null };

/** One act at the list of documents, by somebody of the finance desk. */
export async function documentsAct(
  dealId: string,
  actor: Extract<Actor, { kind: "staff" }>,
  form: FormData,
  origin: Origin,
): Promise<DocumentsSaid> {
  const parsed = actSchema.safeParse({ ...Object.fromEntries(form), only: form.getAll("only") });
  if (!parsed.success) return { ...nothing, signing: "noMail" };
  const given = parsed.data;
  const by = `${actor.firstName} ${actor.lastName}`;
  switch (given.act) {
    case "start": {
      const { buyer, coBuyer, only } = given;
      if (only.length === 0) return { ...nothing, signing: "nothingToSign" };
      const answer = await startSigning({
        dealId,
        staff: actor,
        channel: { buyer, coBuyer },
        only,
        origin,
      });
      return { ...nothing, signing: answer.ok ? null : answer.reason };
    }
    case "void":
    case "resend": {
      // An id that is another deal's is no id here.
      const own = await database().prisma.signingEnvelope.findFirst({ where: { id: given.envelopeId, dealId } });
      if (!own) return { ...nothing, signing: "notOpen" };
      const answer =
        given.act === "void"
          ? await voidSigning(own.id, { by, reason: given.reason, origin })
          : await resendLink(own.id, { email: given.email, by, origin });
      return { ...nothing, signing: answer.ok ? null : answer.reason };
    }
    case "accept":
    case "reject": {
      const decision =
        given.act === "accept"
          ? ({ accepted: true, expiresOn: given.expiresOn, by } as const)
          : ({ accepted: false, reason: given.reason, by } as const);
      const answer = await decideUpload(dealId, given.uploadId, decision);
      return { ...nothing, upload: answer.ok ? null : answer.reason };
    }
  }
}
