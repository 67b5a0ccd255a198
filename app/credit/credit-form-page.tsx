import { Form, Link, useFetcher, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { AccountPage } from "#app/accounts/account-page";
import { FormNotice } from "#app/accounts/form-notice";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { ProgressBar } from "#app/ui/progress-bar";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { type CreditFieldName, type CreditStepName, creditStepNames } from "./credit-fields";
import { creditMessages } from "./credit-messages";

export interface CreditFormData {
  store: string;
  dealId: string;
  step: CreditStepName | "sign" | "done";
  fields: { name: CreditFieldName; value: string }[];
  /** The last four of a number that is kept; the rest never comes back. */
  numberShown: string | null;
  consent: string;
}

export interface CreditFormAnswer {
  missing?: CreditFieldName[];
  unread?: CreditFieldName[];
  consent?: boolean;
  stillMissing?: boolean;
  saved?: boolean;
}

const numeric = new Set<CreditFieldName>([
  "housingPayment",
  "monthsAtHome",
  "monthsAtWork",
  "monthlyIncome",
  "otherIncome",
  "governmentNumber",
]);
const dates = new Set<CreditFieldName>(["dateOfBirth", "licenceExpiry"]);
const autoComplete: Partial<Record<CreditFieldName, string>> = {
  firstName: "given-name",
  lastName: "family-name",
  street: "street-address",
  city: "address-level2",
  region: "address-level1",
  postcode: "postal-code",
};
/** Long enough for a word, short enough that nothing is lost when a phone rings. */
const AUTOSAVE_MS = 700;

/** One step of one applicant's own application. Works without scripts; with them, it saves itself. */
export function CreditFormPage({ data, answer }: { data: CreditFormData; answer: CreditFormAnswer | undefined }) {
  const t = useMessages(creditMessages);
  const { store, step, dealId } = data;
  if (step === "done")
    return (
      <AccountPage store={store}>
        <Frame title={t("form.thanks")}>
          <p className="text-ink-2">{t("form.thanksNote")}</p>
          <Link to={`/deals/${dealId}`} className="link touch-target">
            {t("back")}
          </Link>
        </Frame>
      </AccountPage>
    );
  const steps = creditStepNames.length + 1;
  const place = step === "sign" ? steps : creditStepNames.indexOf(step) + 1;
  return (
    <AccountPage store={store}>
      <Frame title={t(`form.steps.${step}`)} hint={t("form.step", { step: String(place), steps: String(steps) })}>
        <ProgressBar label={t("form.step", { step: String(place), steps: String(steps) })} parts={[place / steps]} />
        {step === "sign" ? (
          <SignStep data={data} answer={answer} />
        ) : (
          <FieldStep data={data} answer={answer} place={place} />
        )}
      </Frame>
    </AccountPage>
  );
}

function Frame({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-140 pt-8">
      <Sheet as="div" className="flex flex-col gap-5">
        <header>
          {hint ? <p className="text-12 text-ink-3">{hint}</p> : null}
          <h1 className="text-20">{title}</h1>
        </header>
        {children}
      </Sheet>
    </div>
  );
}

interface StepProps {
  data: CreditFormData;
  answer: CreditFormAnswer | undefined;
}

function FieldStep({ data, answer, place }: StepProps & { place: number }) {
  const t = useMessages(creditMessages);
  const busy = useNavigation().state !== "idle";
  const saver = useFetcher<CreditFormAnswer>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const saveSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const typed = new FormData(form.current);
      typed.set("intent", "save");
      saver.submit(typed, { method: "post" });
    }, AUTOSAVE_MS);
  };
  const before = creditStepNames[place - 2];
  return (
    <Form
      method="post"
      ref={form}
      onChange={saveSoon}
      onSubmit={() => clearTimeout(timer.current)}
      className="flex flex-col gap-4"
      autoComplete="on"
    >
      <input type="hidden" name="step" value={data.step} />
      <div className="grid gap-4 sm:grid-cols-2">
        {data.fields.map((field) => (
          <OneField key={field.name} field={field} data={data} answer={answer} />
        ))}
      </div>
      <div className="flex items-center justify-between gap-4">
        {before ? (
          <Link to={`?step=${before}`} className="link touch-target">
            {t("form.before")}
          </Link>
        ) : (
          <span />
        )}
        <span aria-live="polite" className="text-12 text-ink-3">
          {saver.state === "idle" ? (saver.data?.saved ? t("form.saved") : "") : t("form.saving")}
        </span>
        <Button type="submit" name="intent" value="next" kind="primary" size="large" busy={busy}>
          {t("form.next")}
        </Button>
      </div>
    </Form>
  );
}

function OneField({ field: { name, value }, data, answer }: StepProps & { field: CreditFormData["fields"][number] }) {
  const t = useMessages(creditMessages);
  const error = answer?.unread?.includes(name)
    ? t("form.unread")
    : answer?.missing?.includes(name)
      ? t("form.missing")
      : undefined;
  const label = t(`form.field.${name}`);
  if (name === "housing")
    return (
      <SelectField
        name={name}
        label={label}
        error={error}
        defaultValue={value || "rent"}
        options={(["own", "rent", "family"] as const).map((kind) => ({
          value: kind,
          label: t(`form.housing.${kind}`),
        }))}
      />
    );
  const hint =
    name === "governmentNumber"
      ? data.numberShown
        ? t("form.numberKept", { shown: data.numberShown })
        : t("form.numberNote")
      : name === "otherIncome"
        ? t("form.otherIncomeNote")
        : name === "previousAddress" || name === "previousEmployer"
          ? t("form.underTwoYears")
          : undefined;
  return (
    <TextField
      name={name}
      label={label}
      error={error}
      hint={hint}
      defaultValue={value}
      type={dates.has(name) ? "date" : name === "governmentNumber" ? "password" : "text"}
      inputMode={numeric.has(name) ? "decimal" : undefined}
      autoComplete={autoComplete[name] ?? "off"}
      maxLength={80}
    />
  );
}

function SignStep({ data, answer }: StepProps) {
  const t = useMessages(creditMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-4">
      <FormNotice>
        {answer?.consent ? t("form.consent") : null}
        {answer?.stillMissing ? t("form.stillMissing") : null}
      </FormNotice>
      <p className="rounded-block bg-ground px-3.5 py-3 text-pretty text-ink-2">{data.consent}</p>
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="agreed" value="yes" className="size-5" />
        {t("form.agree")}
      </label>
      <TextField name="signedName" label={t("form.sign")} autoComplete="name" maxLength={80} />
      <Button type="submit" name="intent" value="complete" kind="primary" size="large" wide busy={busy}>
        {t("form.submit")}
      </Button>
    </Form>
  );
}
