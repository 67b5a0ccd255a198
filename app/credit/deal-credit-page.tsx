import { Form, Link, useNavigation, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { AccountPage } from "#app/accounts/account-page";
import { FormNotice } from "#app/accounts/form-notice";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { Applicant, StipKind, StipState } from "#machines/deal/credit-slice";
import { creditMessages } from "./credit-messages";

export interface DealCreditData {
  dealId: string;
  store: string;
  rooftop: { timeZone: string; accent: null };
  /** Null: a member of staff, who sends links and reads a status. */
  applicant: Applicant | null;
  email: string;
  applications: { applicant: Applicant; status: "started" | "completed" }[];
  prequalified: string | null;
  skipped: boolean;
  softConsent: string;
  papers: { requestId: string; kind: StipKind; state: StipState; dueOn: string | null }[];
  customer: { firstName: string; lastName: string; postcode: string };
}

export type DealCreditAnswer =
  | { did: "link"; code: string; email: string }
  | { did: "badEmail" }
  | { did: "noConsent" }
  | { did: "paper"; ok: true }
  | { did: "paper"; ok: false; reason: "tooLarge" | "notAFile" | "notWanted" }
  | { did: "done" };

/** What one party of a deal does about its credit: an own link, a soft look, papers, or going on without. */
export function DealCreditPage({ data, answer }: { data: DealCreditData; answer: DealCreditAnswer | undefined }) {
  const t = useMessages(creditMessages);
  const [asked] = useSearchParams();
  // Whoever has applied is past looking and past going without.
  const hasApplied = data.applications.some(
    ({ applicant, status }) => applicant === data.applicant && status === "completed",
  );
  // Who came for a copy under seal needs their link and nothing else.
  const cameForCopy = asked.has("sealed");
  const undecided = data.applicant === "buyer" && !hasApplied && !cameForCopy;
  return (
    <AccountPage store={data.store}>
      <div className="mx-auto flex w-full max-w-140 flex-col gap-4 pt-8">
        <header className="flex flex-col gap-1">
          <Link to={`/deals/${data.dealId}`} className="link touch-target text-13">
            {t("back")}
          </Link>
          <h1 className="text-24">{t("title")}</h1>
          <p className="text-pretty text-ink-2">{t("lead")}</p>
        </header>
        {cameForCopy && !answer ? (
          <p role="status" className="rounded-block bg-accent-50 px-4 py-3 text-pretty text-accent-800">
            {t("sealedPaper")}
          </p>
        ) : null}
        <Statuses data={data} />
        <LinkSheet data={data} answer={answer} />
        {data.papers.length > 0 ? <Papers data={data} answer={answer} /> : null}
        {undecided ? <SoftLook data={data} answer={answer} /> : null}
        {undecided ? <Skip data={data} /> : null}
      </div>
    </AccountPage>
  );
}

function Statuses({ data }: { data: DealCreditData }) {
  const t = useMessages(creditMessages);
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-13 text-ink-2" aria-live="polite">
      {(["buyer", "coBuyer"] as const).map((applicant) => {
        const status = data.applications.find((known) => known.applicant === applicant)?.status ?? "none";
        return (
          <li key={applicant}>
            {t(`who.${applicant}`)}: <strong className="font-semibold text-ink">{t(`state.${status}`)}</strong>
          </li>
        );
      })}
    </ul>
  );
}

interface PartProps {
  data: DealCreditData;
  answer: DealCreditAnswer | undefined;
}

function Part({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <Sheet className="flex flex-col gap-4">
      <SheetHead title={title} hint={lead} />
      {children}
    </Sheet>
  );
}

function LinkSheet({ data, answer }: PartProps) {
  const t = useMessages(creditMessages);
  const busy = useNavigation().state !== "idle";
  const own = data.applications.find(({ applicant }) => applicant === data.applicant);
  if (own?.status === "completed") return <p className="font-medium text-pos">{t("done")}</p>;
  return (
    <Part title={t("link.title")} lead={t(data.applicant === null ? "link.staffLead" : "link.lead")}>
      {answer?.did === "link" ? (
        <div role="status" className="rounded-block bg-accent-50 px-4 py-3 text-accent-800">
          <p className="text-12">{t("link.code")}</p>
          <p className="figures text-28 font-semibold tracking-[.2em]" data-testid="credit-code">
            {answer.code}
          </p>
          <p className="text-13">{t("link.codeNote", { email: answer.email })}</p>
        </div>
      ) : null}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="link" />
        {data.applicant === null ? (
          <SelectField
            name="applicant"
            label={t("link.applicant")}
            options={(["buyer", "coBuyer"] as const).map((value) => ({ value, label: t(`who.${value}`) }))}
          />
        ) : null}
        <TextField
          name="email"
          type="email"
          required
          label={t("link.email")}
          defaultValue={data.email}
          autoComplete="email"
          error={answer?.did === "badEmail" ? t("link.bad") : undefined}
        />
        <Button type="submit" kind={data.papers.length > 0 ? "outline" : "primary"} size="large" busy={busy}>
          {t("link.act")}
        </Button>
      </Form>
    </Part>
  );
}

function Papers({ data, answer }: PartProps) {
  const t = useMessages(creditMessages);
  const format = useFormat();
  return (
    <Part title={t("papers")}>
      <div role="status" className="empty:hidden">
        {answer?.did === "paper" ? (answer.ok ? t("paperTaken") : t(`paperNot.${answer.reason}`)) : null}
      </div>
      <ul className="flex flex-col divide-y divide-line">
        {data.papers.map(({ requestId, kind, state, dueOn }) => (
          <li key={requestId} className="flex flex-col gap-2 py-3">
            <p className="font-medium">{t(`paper.${kind}`)}</p>
            <p className="text-13 text-ink-3">{t(`paperState.${state}`, { date: dueOn ? format.date(dueOn) : "" })}</p>
            {data.applicant === "buyer" && (state === "wanted" || state === "refused") ? (
              <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-center gap-3">
                <input type="hidden" name="intent" value="paper" />
                <input type="hidden" name="requestId" value={requestId} />
                <input
                  type="file"
                  name="file"
                  required
                  accept="image/*,application/pdf"
                  aria-label={t("upload")}
                  className="min-h-11 max-w-full flex-1 text-13 text-ink-2 file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-cell file:border file:border-line-2 file:border-solid file:bg-surface file:px-3 file:text-14 file:font-medium file:text-ink"
                />
                <Button type="submit">{t("send")}</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function SoftLook({ data, answer }: PartProps) {
  const t = useMessages(creditMessages);
  return (
    <Part title={t("soft.title")} lead={t("soft.lead")}>
      {data.prequalified ? (
        <p role="status" className="text-ink">
          {t("soft.result", { band: data.prequalified })}
        </p>
      ) : null}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="prequalify" />
        <FormNotice>{answer?.did === "noConsent" ? t("soft.noConsent") : null}</FormNotice>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="firstName" label={t("soft.first")} required defaultValue={data.customer.firstName} />
          <TextField name="lastName" label={t("soft.last")} required defaultValue={data.customer.lastName} />
          <TextField name="postcode" label={t("soft.postcode")} required defaultValue={data.customer.postcode} />
        </div>
        <label className="flex min-h-11 items-start gap-3 text-13 text-pretty text-ink-2">
          <input type="checkbox" name="agreed" value="yes" className="mt-0.5 size-5 shrink-0" />
          {data.softConsent}
        </label>
        <Button type="submit">{t("soft.act")}</Button>
      </Form>
    </Part>
  );
}

function Skip({ data }: { data: DealCreditData }) {
  const t = useMessages(creditMessages);
  return data.skipped ? (
    <p role="status" className="text-13 text-ink-2">
      {t("skip.done")}
    </p>
  ) : (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="intent" value="skip" />
      <Button type="submit" kind="word" className="-ml-3">
        {t("skip.act")}
      </Button>
      <span className="text-13 text-ink-3">{t("skip.note")}</span>
    </Form>
  );
}
