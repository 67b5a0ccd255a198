import { TriangleAlert } from "lucide-react";
import { CheckboxField } from "#app/ui/choice-field";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { CreditActForm } from "./credit-act-form";
import type { FinanceCreditData } from "./finance-credit.server";
import { financeCreditMessages } from "./finance-credit-messages";
import { LenderThread } from "./lender-thread";
import { lenderThreadMessages } from "./lender-thread-messages";

type Answer = FinanceCreditData["answers"][number];
const live = new Set(["approved", "conditional", "counter"]);
const kindOf = (status: string) => (live.has(status) ? "positive" : status === "declined" ? "negative" : "neutral");

/** What lenders said, side by side: effect on the payment, the whole cost, papers, the store's own part, until when. */
export function LenderAnswersSection({ data }: { data: FinanceCreditData }) {
  const t = useMessages(financeCreditMessages);
  return (
    <Sheet padding="none">
      <SheetHead level={2} title={t("answers")} className="border-b border-line px-4 py-3" />
      {data.answers.length === 0 ? <p className="px-4 py-4 text-ink-2">{t("noAnswers")}</p> : null}
      <ul className="divide-y divide-line" aria-live="polite">
        {data.answers.map((answer) => (
          <li key={answer.submissionId} className="px-4 py-3" data-answer={answer.status}>
            <OneAnswer answer={answer} may={data.may} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function OneAnswer({ answer, may }: { answer: Answer; may: boolean }) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  const money = (amount: number | null) => (amount === null ? "–" : format.money(amount));
  const rate = (value: number | null) => (value === null ? "–" : format.percent(value));
  const factor = (value: number) => format.number(value / 1_000_000, 5);
  const isLease = answer.method === "lease";
  const figures: [string, string][] = [
    [t(isLease ? "capCost" : "amount"), money(answer.amount)],
    [t("term"), String(answer.termMonths ?? "–")],
    [t("payment"), money(answer.payment)],
    [t(isLease ? "leasePayments" : "total"), money(answer.total)],
    [t("papersCount"), String(answer.conditions.length)],
    ...(answer.reserve === null ? [] : ([[t("reserve"), money(answer.reserve)]] as [string, string][])),
    [t("expires"), answer.expiresAt ? format.date(answer.expiresAt) : "–"],
  ];
  return (
    <article className="flex flex-col gap-2">
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="text-16">{answer.lender}</h3>
        <Chip kind={kindOf(answer.status)}>{t("lenderStatus", { status: answer.status })}</Chip>
        {isLease ? <Chip kind="neutral">{t("ofLease")}</Chip> : null}
        {answer.chosen ? <Chip kind="accent">{t("chosen")}</Chip> : null}
      </header>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-4">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-12 text-ink-3">{name}</dt>
            <dd className="figures font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {answer.tier ? (
        <p className="rounded-block bg-staff-50 px-3 py-1.5 text-13 text-staff-ink">
          {isLease
            ? t("leaseTier", {
                tier: answer.tier,
                limited: answer.maxMoneyFactor === null ? "no" : "yes",
                factor: answer.maxMoneyFactor === null ? "" : factor(answer.maxMoneyFactor),
                named: answer.residual === null ? "no" : "yes",
                residual: money(answer.residual),
              })
            : t("tier", {
                tier: answer.tier,
                buy: rate(answer.buyRate),
                sell: rate(answer.contractRate),
                max: rate(answer.maxRate),
              })}
        </p>
      ) : null}
      <ul className="text-13">
        {answer.differences.map(({ code, asked, answered, worse }) => {
          const written = (value: number) =>
            code === "termMonths"
              ? String(value)
              : code === "loanToValue"
                ? format.percent(value, 0)
                : code === "moneyFactor"
                  ? factor(value)
                  : format.money(value);
          return (
            <li key={code} className={worse ? "flex gap-1.5 text-warn" : "text-ink-3"}>
              {worse ? <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} /> : null}
              {t("difference", {
                code: isLease && code === "amount" ? "capCost" : code,
                asked: written(asked),
                answered: written(answered),
              })}
            </li>
          );
        })}
      </ul>
      {may ? <Acts answer={answer} /> : null}
      {may ? <LenderThread answer={answer} /> : null}
    </article>
  );
}

/** A lender that said no may be asked again; one that was taken back, ran out or paid is only read. */
function Acts({ answer: { submissionId, method, status, chosen, canWrite, conditions } }: { answer: Answer }) {
  const t = useMessages(financeCreditMessages);
  const thread = useMessages(lenderThreadMessages);
  if (!canWrite) return null;
  return (
    <div className="flex flex-wrap items-end gap-3">
      {chosen || !live.has(status) ? null : (
        <CreditActForm act="choose" values={{ submissionId }} label={t("choose")} primary />
      )}
      {status === "declined" ? null : <CreditActForm act="withdraw" values={{ submissionId }} label={t("withdraw")} />}
      <details className="w-full">
        <summary className="touch-target text-13 text-ink-2">{t("rehash")}</summary>
        <div className="mt-2">
          <CreditActForm act="rehash" values={{ submissionId }} label={t("rehash")}>
            <TextField
              name="amount"
              label={t(method === "lease" ? "rehashCapCost" : "rehashAmount")}
              inputMode="decimal"
              className={method === "lease" ? "w-56" : "w-32"}
            />
            <TextField name="termMonths" label={t("rehashTerm")} inputMode="numeric" className="w-24" />
            <TextField name="note" label={t("note")} className="min-w-40 flex-1" maxLength={1000} />
            {conditions.length === 0 ? null : (
              <fieldset className="w-full">
                <legend className="text-12 text-ink-3">{thread("waive")}</legend>
                <div className="flex flex-wrap gap-x-5">
                  {conditions.map((kind) => (
                    <CheckboxField key={kind} name="waive" value={kind} label={thread(`papers.${kind}`)} />
                  ))}
                </div>
              </fieldset>
            )}
          </CreditActForm>
        </div>
      </details>
    </div>
  );
}
