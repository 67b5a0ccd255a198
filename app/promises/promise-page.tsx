import { Form } from "@remix-run/react";
import { CircleCheck, Clock, FileText, TriangleAlert } from "lucide-react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { FormNotice } from "#app/accounts/form-notice";
import { Button, buttonClass } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { promiseMessages } from "./promise-messages";
import type { PromiseSection, PromiseSheet } from "./promise-sheet";

/** What the page says of a promise that was found. */
export interface ShownPromise {
  state: "good";
  sheet: PromiseSheet;
  inForce: boolean;
  /** The last day it holds, worded. */
  until: string;
  paper: string;
  storeName: string;
}

export type PromiseAnswerShown = ShownPromise | { state: "altered" | "unknown" | "slowDown" };

interface AskPageProps {
  store: string | null;
  number: string;
  trouble: "altered" | "unknown" | "slowDown" | null;
}

/** Asks for number and code; without a script too. */
export function AskPromisePage({ store, number, trouble }: AskPageProps) {
  const t = useMessages(promiseMessages);
  return (
    <AccountPage store={store}>
      <Question title={t("page.enter")} lead={t("page.enterLead")}>
        <Form method="get" action="/promise" className="flex flex-col gap-4">
          <FormNotice>
            {trouble === "altered" ? t("page.alteredText") : null}
            {trouble === "unknown" ? t("page.unknown") : null}
            {trouble === "slowDown" ? t("page.slowDown") : null}
          </FormNotice>
          <TextField
            label={t("page.number")}
            name="number"
            defaultValue={number}
            autoCapitalize="characters"
            autoComplete="off"
            placeholder="P-0000-0000"
            maxLength={20}
            required
          />
          <TextField
            label={t("page.code")}
            name="code"
            autoCapitalize="characters"
            autoComplete="off"
            placeholder="0000-0000"
            maxLength={20}
            required
          />
          <Button type="submit" kind="primary" size="large" wide>
            {t("page.show")}
          </Button>
        </Form>
      </Question>
    </AccountPage>
  );
}

/** What was promised, and whether it still holds. */
export function PromisePage({ shown }: { shown: ShownPromise }) {
  const t = useMessages(promiseMessages);
  const { sheet, inForce, until } = shown;
  return (
    <AccountPage store={shown.storeName} className="max-w-180 pt-8 max-sm:pt-5">
      <Verdict inForce={inForce} until={until} />
      <Sheet as="article" className="mt-4">
        <header>
          <h1 className="text-20">{sheet.title}</h1>
          <p className="mt-1 text-pretty text-ink-2">{sheet.lead}</p>
          <p className="mt-5 text-18 font-semibold">{sheet.car}</p>
          <p className="text-13 text-ink-3">
            {sheet.about}, {sheet.vin}
          </p>
        </header>
        {sheet.sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
        <footer className="mt-5 flex flex-col gap-2 border-t border-line pt-4 text-12 text-pretty text-ink-3">
          {sheet.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <p>{sheet.stamp}</p>
        </footer>
      </Sheet>
      <div className="mt-4 flex flex-wrap gap-3">
        <a href={shown.paper} className={buttonClass({ kind: "primary", size: "large" })}>
          <FileText aria-hidden strokeWidth={1.75} />
          {t("page.paper")}
        </a>
        <a href="/promise" className={buttonClass({ kind: "quiet", size: "large" })}>
          {t("page.another")}
        </a>
      </div>
    </AccountPage>
  );
}

function Verdict({ inForce, until }: { inForce: boolean; until: string }) {
  const t = useMessages(promiseMessages);
  const Icon = inForce ? CircleCheck : Clock;
  return (
    <div
      role="status"
      className={cx(
        "flex items-start gap-3 rounded-sheet px-5 py-4",
        inForce ? "bg-pos-ground text-pos" : "bg-warn-ground text-warn",
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" strokeWidth={2} />
      <p>
        <span className="block font-semibold">{t(inForce ? "page.inForce" : "page.over")}</span>
        <span className="block text-pretty">{t(inForce ? "page.inForceText" : "page.overText", { until })}</span>
      </p>
    </div>
  );
}

/** What is stored is not what was signed: nothing of it is shown. */
export function AlteredPromise({ store }: { store: string | null }) {
  const t = useMessages(promiseMessages);
  return (
    <AccountPage store={store} className="max-w-180 pt-8 max-sm:pt-5">
      <div role="alert" className="flex items-start gap-3 rounded-sheet bg-neg-ground px-5 py-4 text-neg">
        <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" strokeWidth={2} />
        <div>
          <h1 className="text-16 font-semibold">{t("page.altered")}</h1>
          <p className="text-pretty">{t("page.alteredText")}</p>
        </div>
      </div>
    </AccountPage>
  );
}

function Section({ section }: { section: PromiseSection }) {
  return (
    <section className="mt-6">
      <h2 className="border-b border-line pb-1.5 text-13 font-semibold text-ink-2">{section.title}</h2>
      <dl>
        {section.rows.map(({ label, value, isResult }, index) => (
          <div
            // Two government fees may be called alike.
            key={`${label}.${index}`}
            className={cx(
              "flex min-h-9 items-baseline justify-between gap-6 border-b border-line py-2 last:border-0",
              isResult && "font-semibold",
            )}
          >
            <dt className={isResult ? undefined : "text-ink-2"}>{label}</dt>
            <dd className="figures shrink-0 text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
