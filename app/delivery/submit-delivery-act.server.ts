import { z } from "zod";
import { contextOf } from "#machines/deal/apply-deal-event";
import { dealEditSchema } from "#machines/deal/deal-events";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { handoverPhotoPlaces } from "#machines/stages/handover";
import type { Actor } from "#machines/store/actor";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import type { EditAnswer } from "#app/deals/edit-answer";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import type { PhotoRefusal } from "#app/trade-photos/photo-limits";
import { deliveryActSchema, editOfAct } from "./delivery-act";
import { keepLicense } from "./drive-license.server";
import { receiveDuePhoto, receiveHandoverPhoto } from "./handover-photos.server";

/** What the page that sent a form is told; null where all went well. */
export interface DeliveryActAnswer {
  act: string;
  refusal: Refusal | null;
  refusedFile: PhotoRefusal | null;
  again: boolean;
  problems: string[];
  /** Which of several forms of one act it was. */
  which?: string;
}

/** A hand-over has a dozen photos; a script sends without end. */
const files = rateLimit("handoverFiles", { points: 60, perSeconds: 600 });

const photoSchema = z.object({
  act: z.literal("photo"),
  place: z.enum(handoverPhotoPlaces),
  note: z.string().trim().max(80).default(""),
  file: z.instanceof(File),
});
const duePhotoSchema = z.object({ act: z.literal("owePhoto"), itemId: z.string().max(80), file: z.instanceof(File) });
const licenseSchema = z.object({ act: z.literal("license"), driveId: z.string().max(80), file: z.instanceof(File) });

const fileSchema = z.discriminatedUnion("act", [photoSchema, duePhotoSchema, licenseSchema]);

const done = (act: string): DeliveryActAnswer => ({
  act,
  refusal: null,
  refusedFile: null,
  again: false,
  problems: [],
});

function fromDoor(act: string, answer: EditAnswer): DeliveryActAnswer {
  if (answer.status === "refused")
    return { ...done(act), refusal: answer.refusal, problems: answer.refusal.field ? [answer.refusal.field] : [] };
  return { ...done(act), again: answer.status === "again" };
}

const malformed = (act: string, error: z.core.$ZodError): DeliveryActAnswer => ({
  ...done(act),
  refusal: refuse("malformed"),
  problems: error.issues.map(({ path }) => path.join(".")),
});

/** A form of the hand-over's pages: who asks is read from the session, what is asked goes through the one door. */
export async function submitDeliveryAct(request: Request, onDeal: string | undefined): Promise<DeliveryActAnswer> {
  const { actor, dealId } = await requireDealActor(request, onDeal);
  const fields = await request.formData();
  const form = Object.fromEntries(fields);
  const act = typeof form.act === "string" ? form.act : "";
  const which = typeof form.which === "string" ? form.which.slice(0, 80) : "";
  return { ...(await answerAct(dealId, actor, act, fields)), which };
}

async function answerAct(dealId: string, actor: Actor, act: string, fields: FormData): Promise<DeliveryActAnswer> {
  const form = Object.fromEntries(fields);
  if (act === "photo" || act === "owePhoto" || act === "license") return submitFile(dealId, actor, act, form);
  const asked = deliveryActSchema.safeParse({ ...form, items: fields.getAll("items").join(",") });
  if (!asked.success) return malformed(act, asked.error);
  const state = await readDealState(dealId);
  if (!state) throw new Response(null, { status: 404, statusText: "Not Found" });
  const { timeZone } = contextOf(state).store;
  const event = dealEditSchema.safeParse(editOfAct(asked.data, timeZone));
  if (!event.success) return malformed(act, event.error);
  const editId = `act:${act}:${asked.data.editSeed}`;
  return fromDoor(act, await submitDealEvent({ dealId, editId, actor, event: event.data }));
}

async function submitFile(
  dealId: string,
  actor: Actor,
  act: "photo" | "owePhoto" | "license",
  form: Record<string, unknown>,
): Promise<DeliveryActAnswer> {
  if (actor.kind !== "staff") throw new Response(null, { status: 404, statusText: "Not Found" });
  const taken = await files.take(dealId);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const sent = fileSchema.safeParse(form);
  if (!sent.success) return malformed(act, sent.error);
  const bytes = new Uint8Array(await sent.data.file.arrayBuffer());
  const answer = await keepFile(dealId, actor, sent.data, bytes);
  return "refusedFile" in answer ? { ...done(act), refusedFile: answer.refusedFile } : fromDoor(act, answer);
}

function keepFile(dealId: string, actor: Actor, sent: z.infer<typeof fileSchema>, bytes: Uint8Array) {
  switch (sent.act) {
    case "photo":
      return receiveHandoverPhoto({ dealId, actor, bytes }, { place: sent.place, note: sent.note });
    case "owePhoto":
      return receiveDuePhoto({ dealId, actor, bytes }, sent.itemId);
    case "license":
      return keepLicense({ dealId, driveId: sent.driveId, actor, bytes });
  }
}
