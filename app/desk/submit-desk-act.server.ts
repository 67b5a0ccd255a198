import { redirect } from "@remix-run/node";
import { z } from "zod";
import { assert } from "#machines/assert";
import { dealEditSchema } from "#machines/deal/deal-events";
import { refuse } from "#machines/deal/deal-refusals";
import type { Actor } from "#machines/store/actor";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff, type StaffPerson } from "#app/accounts/request-person.server";
import type { EditAnswer } from "#app/deals/edit-answer";
import { startDeal } from "#app/deals/start-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { remember } from "#app/platform/remember.server";
import type { DeskActAnswer } from "./desk-act-answer";
import { type DeskAct, type DeskActName, deskActSchema, editsOf, walkInSchema } from "./desk-act";
import { deskRoles, seatFor } from "./desk-roles";

/** Enough for everybody's last few; a form is not sent again after hundreds of others. */
const KEPT_STARTS = 200;

type Started = Awaited<ReturnType<typeof startDeal>>;
const starts = remember("walkInStarts", () => new Map<string, Promise<Started>>());

/** A desk's form post: who asks is read from the session, what is asked goes through the one door. */
export async function submitDeskAct(request: Request, onDeal?: string): Promise<DeskActAnswer> {
  const person = await requireStaff(request, deskRoles);
  const form = Object.fromEntries(await request.formData());
  if (form.act === "startWalkIn") return startWalkIn(person, form);

  const { actor, dealId } = await requireDealActor(request, onDeal ?? z.string().catch("").parse(form.dealId));
  const asked = deskActSchema.safeParse(form);
  if (!asked.success) return { act: nameOf(form.act), dealId, answer: malformed(asked.error) };
  return { act: asked.data.act, dealId, answer: await submitAct(dealId, actor, asked.data, person.staffId) };
}

async function submitAct(dealId: string, actor: Actor, asked: DeskAct, staffId: string): Promise<EditAnswer> {
  const seen = "seenRevision" in asked ? { seenRevision: asked.seenRevision } : {};
  let answer: EditAnswer | null = null;
  for (const [index, edit] of editsOf(asked, staffId).entries()) {
    const event = dealEditSchema.safeParse(edit);
    if (!event.success) return malformed(event.error);
    // Several requests of one deal may be answered on one page.
    const which = "number" in asked ? `.${asked.number}` : "";
    const editId = `desk:${asked.act}${index}${which}:${asked.editSeed}`;
    answer = await submitDealEvent({ dealId, editId, actor, event: event.data, ...seen });
    if (answer.status === "refused" || answer.status === "again") return answer;
  }
  assert(answer, "an act stands for at least one edit");
  return answer;
}

/** Begins a deal for somebody in the store and opens it; a salesperson who starts it has it. */
async function startWalkIn(person: StaffPerson, form: Record<string, unknown>): Promise<DeskActAnswer> {
  const asked = walkInSchema.safeParse(form);
  if (!asked.success) return { act: "startWalkIn", dealId: null, answer: malformed(asked.error) };
  const { sessionId: _, ...actor } = person;
  const stockNumber = asked.data.stockNumber.toUpperCase() || null;
  // Nothing exists yet that could know the second of two presses, so the desk remembers the first.
  const key = `${person.staffId}:${asked.data.editSeed}:${stockNumber}`;
  const starting =
    starts.get(key) ?? startDeal({ rooftopId: person.rooftopId, stockNumber, actor, startedFrom: "walkIn" });
  keepStart(key, starting);
  const started = await starting;
  if ("refusal" in started) {
    starts.delete(key);
    return { act: "startWalkIn", dealId: null, answer: { status: "refused", refusal: started.refusal } };
  }
  const { dealId } = started;
  if (seatFor(person.role)) {
    const event = { type: "staff.assignmentRequested", staffId: person.staffId } as const;
    await submitDealEvent({ dealId, editId: `desk:start:${asked.data.editSeed}`, actor, event });
  }
  throw redirect(`/deals/${dealId}`);
}

function keepStart(key: string, starting: Promise<Started>): void {
  starts.set(key, starting);
  starting.catch(() => starts.delete(key));
  const oldest = starts.size > KEPT_STARTS ? starts.keys().next().value : undefined;
  if (oldest !== undefined) starts.delete(oldest);
}

const actNames = deskActSchema.options.map((option) => option.shape.act.value);
/** A form that no page of ours sends is answered like one with a wrong field. */
const nameOf = (act: unknown): DeskActName => actNames.find((name) => name === act) ?? "note";

const malformed = (error: z.core.$ZodError): EditAnswer => ({
  status: "refused",
  refusal: refuse("malformed"),
  problems: error.issues.map(({ path }) => path.join(".")),
});
