import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import type { CreditApplication } from "#app/generated/prisma/client";
import type { Locale } from "#app/ui/locale";
import { APPLICATION_CONSENT, consentTexts } from "./consent-texts";
import { completeApplication, saveFields } from "./credit-application.server";
import {
  type CreditFieldName,
  type CreditStepName,
  creditStepNames,
  type CreditValues,
  fieldsOfStep,
  lastFour,
  missingIn,
  nextStep,
} from "./credit-fields";
import type { CreditFormAnswer, CreditFormData } from "./credit-form-page";
import { openFields } from "./sealed-fields.server";

const stepNamed = (asked: string | null): CreditStepName | null =>
  creditStepNames.find((name) => name === asked) ?? null;

/** One step as its own applicant has it. A number that is kept is shown by its last four and never comes back. */
export async function readCreditForm(
  application: CreditApplication,
  asked: string | null,
  locale: Locale,
): Promise<CreditFormData> {
  const values = await openFields(application);
  const state = await readDealState(application.dealId);
  const store = state ? contextOf(state).store.name : "";
  const step =
    application.status !== "draft"
      ? "done"
      : (stepNamed(asked) ?? (asked === "sign" ? "sign" : (nextStep(values) ?? "sign")));
  const names = step === "sign" || step === "done" ? [] : fieldsOfStep(step);
  const stated = application.applicant === "buyer" && state ? contextOf(state).people.customer : null;
  // What the buyer already told the store is confirmed here, not typed again.
  const known: CreditValues = stated
    ? {
        firstName: stated.firstName,
        lastName: stated.lastName,
        street: stated.street,
        city: stated.city,
        region: stated.region,
        postcode: stated.postcode,
      }
    : {};
  return {
    store,
    dealId: application.dealId,
    step,
    fields: names.map((name) => ({
      name,
      value: name === "governmentNumber" ? "" : (values[name] ?? known[name] ?? ""),
    })),
    numberShown: values.governmentNumber ? lastFour(values.governmentNumber) : null,
    consent: (consentTexts[APPLICATION_CONSENT]?.[locale] ?? "").replace("{store}", store),
  };
}

export type FormStep = { to: string } | CreditFormAnswer;

/** A form post of one's own application: saved as typed, gone on with, or signed. */
export async function actOnCreditForm(
  application: CreditApplication,
  form: FormData,
  sender: { address: string; agent: string },
): Promise<FormStep> {
  const state = await readDealState(application.dealId);
  const store = state ? contextOf(state).store.name : "";
  if (form.get("intent") === "complete") {
    const done = await completeApplication(application, {
      signedName: String(form.get("signedName") ?? ""),
      agreed: form.get("agreed") === "yes",
      store,
      ...sender,
    });
    if (done.ok || done.reason === "already") return { to: "?step=done" };
    return done.reason === "consent" ? { consent: true } : { stillMissing: true };
  }
  const step = stepNamed(String(form.get("step") ?? ""));
  if (!step) return { saved: false };
  const given: CreditValues = {};
  for (const name of fieldsOfStep(step)) given[name] = String(form.get(name) ?? "").slice(0, 200);
  const unread = await saveFields(application, given);
  if (form.get("intent") === "save") return { saved: unread.length === 0 };
  const missing: CreditFieldName[] = missingIn(step, await openFields(application));
  if (unread.length > 0 || missing.length > 0) return { unread, missing };
  return { to: `?step=${creditStepNames[creditStepNames.indexOf(step) + 1] ?? "sign"}` };
}
