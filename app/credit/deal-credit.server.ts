import { randomUUID } from "node:crypto";
import { z } from "zod";
import { contextOf } from "#machines/deal/apply-deal-event";
import { type Applicant, noCredit, type StipRequest, type StipState } from "#machines/deal/credit-slice";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import type { Locale } from "#app/ui/locale";
import { consentTexts, SOFT_CONSENT } from "./consent-texts";
import { openApplication } from "./credit-application.server";
import { mailCreditLink } from "./credit-link.server";
import type { DealCreditAnswer, DealCreditData } from "./deal-credit-page";
import { prequalify } from "./prequalify.server";

/** Mail to strangers is what a form like this is misused for. */
const fewLinks = rateLimit("credit-link", { points: 10, perSeconds: 60 * 60 });

/** Whose credit this person sees to: the buyer's, the co-buyer's, or (staff) nobody's own. Guests have no part in it. */
export function applicantOf(actor: Actor): Applicant | "staff" | null {
  if (actor.kind === "staff") return "staff";
  if (actor.kind !== "customer") return null;
  if (!actor.seat || actor.seat.kind === "storeScreen") return "buyer";
  return actor.seat.kind === "coBuyer" ? "coBuyer" : null;
}

const pressing: readonly StipState[] = ["refused", "wanted", "received", "sent", "cleared"];

/** Two lenders that want the same paper ask for it once: as the one that waits for it most. */
function askedOnce(requests: readonly StipRequest[]): StipRequest[] {
  const byNeed = requests.toSorted((one, other) => pressing.indexOf(one.state) - pressing.indexOf(other.state));
  return byNeed.filter(
    ({ kind, owedBy }, at) => byNeed.findIndex((known) => known.kind === kind && known.owedBy === owedBy) === at,
  );
}

export async function readDealCredit(dealId: string, actor: Actor, locale: Locale): Promise<DealCreditData | null> {
  const whose = applicantOf(actor);
  const state = whose && (await readDealState(dealId));
  if (!whose || !state) return null;
  const { store, people, seats, credit = noCredit } = contextOf(state);
  const { customer } = people;
  return {
    dealId,
    store: store.name,
    rooftop: { timeZone: store.timeZone, accent: null },
    applicant: whose === "staff" ? null : whose,
    // A member of staff types the applicant's mailbox; the co-buyer's is not the buyer's to read.
    email: whose === "buyer" ? customer.email : whose === "coBuyer" ? (seats.coBuyer?.email ?? "") : "",
    applications: credit.applications.map(({ applicant, status }) => ({ applicant, status })),
    prequalified: whose === "buyer" ? (credit.prequalified?.band ?? null) : null,
    skipped: credit.skipped,
    softConsent: (consentTexts[SOFT_CONSENT]?.[locale] ?? "").replace("{store}", store.name),
    papers: askedOnce(credit.requests.filter(({ owedBy }) => whose === "staff" || owedBy === whose)).map(
      ({ requestId, kind, state: paperState, dueOn }) => ({ requestId, kind, state: paperState, dueOn }),
    ),
    customer:
      whose === "buyer"
        ? { firstName: customer.firstName, lastName: customer.lastName, postcode: customer.postcode }
        : { firstName: "", lastName: "", postcode: "" },
  };
}

const softForm = z.object({
  firstName: z.string().trim().min(1).max(80),
  lastName: z.string().trim().min(1).max(80),
  postcode: z.string().trim().min(1).max(20),
});

/** What a party of the deal asked for about its credit; papers are taken by their own feature. */
export async function actOnCredit(
  dealId: string,
  actor: Actor,
  form: FormData,
  locale: Locale,
): Promise<DealCreditAnswer | null> {
  const whose = applicantOf(actor);
  const state = whose && (await readDealState(dealId));
  if (!whose || !state) return null;
  const { store } = contextOf(state);
  const deal = { dealId, rooftopId: store.rooftopId };
  switch (form.get("intent")) {
    case "link": {
      const email = z
        .email()
        .max(200)
        .safeParse(String(form.get("email") ?? "").trim());
      const asked = form.get("applicant") === "coBuyer" ? "coBuyer" : "buyer";
      const applicant = whose === "staff" ? asked : whose;
      if (!email.success || !(await fewLinks.take(dealId)).ok) return { did: "badEmail" };
      const application = await openApplication(deal, applicant);
      const { code } = await mailCreditLink(application, { email: email.data, locale, store: store.name });
      return { did: "link", code, email: email.data };
    }
    case "skip": {
      if (whose === "coBuyer") return null;
      await submitDealEvent({ dealId, editId: `skip-${randomUUID()}`, actor, event: { type: "credit.skipped" } });
      return { did: "done" };
    }
    case "prequalify": {
      const given = softForm.safeParse(Object.fromEntries(form));
      if (whose !== "buyer" || !given.success) return { did: "noConsent" };
      const answer = await prequalify(deal, { ...given.data, agreed: form.get("agreed") === "yes" });
      return answer.ok ? { did: "done" } : { did: "noConsent" };
    }
    default:
      return null;
  }
}
