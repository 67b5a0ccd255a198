import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/accounts/request-person.server";
import {
  addCannedAnswer,
  cannedAnswers,
  mayKeepAnswers,
  newAnswerSchema,
  removeCannedAnswer,
} from "#app/chat/canned-answers.server";

/** The store's ready answers: read by its staff with the conversation, changed here by those who answer for it. */
export async function action({ request }: ActionFunctionArgs) {
  const { rooftopId, role } = await requireStaff(request);
  if (!mayKeepAnswers(role)) throw new Response("Forbidden", { status: 403 });
  const form = await request.formData();
  const remove = form.get("remove");
  if (typeof remove === "string") await removeCannedAnswer(rooftopId, remove);
  else {
    const answer = newAnswerSchema.safeParse({ en: form.get("en"), fr: form.get("fr") || form.get("en") });
    if (!answer.success) return Response.json({ reason: "malformed" }, { status: 400 });
    if (!(await addCannedAnswer(rooftopId, answer.data))) return Response.json({ reason: "tooMany" }, { status: 409 });
  }
  return Response.json({ canned: await cannedAnswers(rooftopId) });
}
