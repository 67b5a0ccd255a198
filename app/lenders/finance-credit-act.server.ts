import { randomUUID } from "node:crypto";
import { z } from "zod";
import { stipStates } from "#machines/deal/credit-slice";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealStructure } from "#machines/lending/deal-structure";
import { declineReasons } from "#machines/lending/decide-application";
import { priceReasons } from "#machines/stages/fni";
import type { Actor } from "#machines/store/actor";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { DEMO_AGENCY, giveNotice } from "#app/credit/adverse-action.server";
import { setLegalHold } from "#app/credit/dispose-credit.server";
import { settleFlag } from "#app/credit/red-flags.server";
import { openSealedView } from "#app/credit/sealed-views.server";
import { readDealView } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { rateMenu } from "#app/menu/rate-menu.server";
import { database } from "#app/platform/database.server";
import { MOST_PREFERRED } from "./preference";
import { preferredFor } from "./preferred-lenders.server";
import { sendPackage } from "./funding-board.server";
import { agreeSpotDelivery, logSpotAttempt, settleSpotDelivery, unwindSpotDelivery } from "./spot-delivery.server";
import { moveStip, sharePapers } from "./stips.server";
import { submitApplication } from "./submit-application.server";
import { rehash, withdraw, writeToLender } from "./talk-to-lender.server";

const line = z.string().trim().min(1).max(200);
const text = z.string().trim().max(1_000);
const dollars = z
  .string()
  .trim()
  .regex(/^\d{0,7}(\.\d{2})?$/)
  .transform((given) => (given === "" ? null : Math.round(Number(given) * 100)));
const months = z
  .string()
  .regex(/^\d{0,2}$/)
  .transform((given) => (given === "" ? null : Number(given)));
/** Miles as people write them: 12,345. */
const odometer = z
  .string()
  .transform((given) => given.replace(/[,\s\u00a0\u202f]/g, ""))
  .pipe(z.string().regex(/^\d{1,7}$/))
  .transform(Number);
const act = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.object({ act: z.literal(name), ...shape });

const actSchema = z.discriminatedUnion("act", [
  act("sendTicked", {}),
  act("send", { lenderCode: line, duplicateReason: text }),
  act("choose", { submissionId: line }),
  act("withdraw", { submissionId: line }),
  act("rehash", { submissionId: line, amount: dollars, termMonths: months, note: text }),
  act("note", { submissionId: line, text: text.min(1) }),
  act("stip", { stipId: line, state: z.enum(stipStates), note: text }),
  act("flag", { flagId: line, note: line }),
  act("reveal", { applicationId: line, reason: text, code: text }),
  act("hold", { applicationId: line, reason: text }),
  act("notice", { taskId: line, reason: z.enum(declineReasons), creditor: line, creditorAddress: line }),
  act("package", {}),
  act("rate", {}),
  act("price", { option: line, price: dollars, reason: z.enum(priceReasons) }),
  act("spot", { odometer }),
  act("spotAttempt", { lender: line, outcome: line }),
  act("spotPlaced", {}),
  act("unwind", { odometer }),
]);

export type FinanceCreditAnswer = { ok: true; act: string } | { ok: false; act: string; reason: string };

const said = (name: string, ok: boolean, reason = "refused"): FinanceCreditAnswer =>
  ok ? { ok: true, act: name } : { ok: false, act: name, reason };

/** One act of the finance manager on a deal's credit, menu or funding. */
export async function actOnFinanceCredit(
  dealId: string,
  person: StaffPerson,
  actor: Actor,
  form: FormData,
): Promise<FinanceCreditAnswer> {
  const read = actSchema.safeParse(Object.fromEntries(form));
  if (!read.success) return said(String(form.get("act") ?? ""), false, "malformed");
  const asked = read.data;
  if (person.role !== "fniManager") return said(asked.act, false, "role");
  const by = `${person.firstName} ${person.lastName}`;
  const edit = async (event: Parameters<typeof submitDealEvent>[0]["event"]) => {
    const answer = await submitDealEvent({ dealId, editId: randomUUID(), actor, event });
    return said(asked.act, answer.status === "applied", answer.status === "refused" ? answer.refusal.code : "refused");
  };
  switch (asked.act) {
    case "sendTicked":
      return sendTicked(dealId, person, form.getAll("lenderCode").map(String));
    case "send": {
      const sent = await submitApplication(dealId, asked.lenderCode, person, asked.duplicateReason || null);
      return sent.ok ? said("send", true) : said("send", false, sent.reason);
    }
    case "choose": {
      const chosen = await edit({ type: "credit.chosen", submissionId: asked.submissionId });
      if (chosen.ok) await sharePapers(dealId, asked.submissionId);
      return chosen;
    }
    case "withdraw":
      return said("withdraw", await withdraw(asked.submissionId, person));
    case "rehash": {
      const { submissionId, amount, note } = asked;
      const change = { amount, termMonths: asked.termMonths, waive: form.getAll("waive").map(String), note };
      return said("rehash", await rehash(submissionId, change, person));
    }
    case "note":
      return said("note", await writeToLender(asked.submissionId, { text: asked.text }, person));
    case "stip":
      return said("stip", await moveStip(asked.stipId, person.rooftopId, asked.state, asked.note || null, by));
    case "flag":
      if (!(await settleFlag(asked.flagId, person, asked.note))) return said("flag", false);
      return edit({ type: "credit.flagResolved", flagId: asked.flagId });
    case "reveal":
    case "hold":
      return onApplication(dealId, person, asked);
    case "notice": {
      const { reason, creditor, creditorAddress } = asked;
      const notice = { reasons: [reason], creditor, creditorAddress, agency: DEMO_AGENCY, score: null };
      const given = await giveNotice(asked.taskId, notice, person);
      return given.ok ? said("notice", true) : said("notice", false, given.reason);
    }
    case "package": {
      const sent = await sendPackage(dealId, person);
      return sent.ok ? said("package", true) : said("package", false, sent.reason);
    }
    case "rate":
      return said("rate", await rateMenu(dealId));
    case "price": {
      const [code = "", optionCode = ""] = asked.option.split(" ");
      const { reason } = asked;
      const price = asked.price as Extract<Parameters<typeof edit>[0], { type: "fni.priceExceptionSet" }>["price"];
      return edit({ type: "fni.priceExceptionSet", code, optionCode, price, reason });
    }
    case "spot":
    case "spotAttempt":
    case "spotPlaced":
    case "unwind":
      return onSpotDelivery(dealId, person, asked);
  }
}

async function onSpotDelivery(
  dealId: string,
  person: StaffPerson,
  asked: Extract<z.infer<typeof actSchema>, { act: "spot" | "spotAttempt" | "spotPlaced" | "unwind" }>,
): Promise<FinanceCreditAnswer> {
  switch (asked.act) {
    case "spot": {
      const agreed = await agreeSpotDelivery(dealId, asked.odometer, person);
      return agreed.ok ? said("spot", true) : said("spot", false, agreed.reason);
    }
    case "spotAttempt":
      return said("spotAttempt", await logSpotAttempt(dealId, asked.lender, asked.outcome, person));
    case "spotPlaced":
      return said("spotPlaced", await settleSpotDelivery(dealId, person));
    case "unwind":
      return said("unwind", (await unwindSpotDelivery(dealId, asked.odometer, person)) !== null, "milesBack");
  }
}

/** To every lender that is ticked, and to those that nobody may untick; the first that refuses ends it. */
async function sendTicked(dealId: string, person: StaffPerson, ticked: string[]): Promise<FinanceCreditAnswer> {
  const structure = await structureOf(dealId);
  if (!structure) return said("sendTicked", false, "notFinanced");
  const locked = (await preferredFor(person.rooftopId, structure)).filter((lender) => lender.locked);
  const codes = [...new Set([...locked.map(({ code }) => code), ...ticked])];
  if (codes.length === 0 || codes.length > MOST_PREFERRED) return said("sendTicked", false, "count");
  for (const code of codes) {
    const sent = await submitApplication(dealId, code, person);
    if (!sent.ok) return said("sendTicked", false, sent.reason);
  }
  return said("sendTicked", true);
}

async function structureOf(dealId: string) {
  const view = await readDealView(dealId, "finance");
  return view && dealStructure(numbersFrom(view));
}

async function onApplication(
  dealId: string,
  person: StaffPerson,
  asked: Extract<z.infer<typeof actSchema>, { act: "reveal" | "hold" }>,
): Promise<FinanceCreditAnswer> {
  const application = await database().prisma.creditApplication.findFirst({
    where: { id: asked.applicationId, dealId, rooftopId: person.rooftopId },
  });
  if (!application) return said(asked.act, false, "gone");
  if (asked.act === "hold") return said("hold", await setLegalHold(application.id, asked.reason || null, person));
  const opened = await openSealedView(person, application, { reason: asked.reason, code: asked.code });
  return opened.ok ? said("reveal", true) : said("reveal", false, opened.reason);
}
