import { creditMessages } from "#app/credit/credit-messages";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { ButtonLink } from "#app/ui/button";
import { ApprovalChip, EstimateChip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import { chosenAnswer, offersMoney, seenCredit } from "#machines/deal/credit-slice";

/** Where the credit stands, in plain words, live: who has applied, what lenders answered, which papers are asked for. */
export function CreditSheet() {
  const { view } = useDeal();
  const t = useMessages(creditMessages);
  const format = useFormat();
  const { role } = useActionReader();
  const credit = seenCredit(view.card.credit);
  const { dealId } = view.card.identity;
  const chosen = chosenAnswer(credit ?? undefined);
  const money = (amount: number | null) => (amount === null ? "" : format.money(amount, { cents: "whenAny" }));
  const applied = credit?.applications.length ? t("open") : t("apply");
  const wanted = credit?.requests.filter(({ state }) => state === "wanted" || state === "refused") ?? [];
  const answered = credit?.answers.some(({ status }) => offersMoney(status)) ?? false;
  return (
    <section className="flex flex-col gap-3 rounded-block border border-line bg-surface px-4 py-3 max-sm:rounded-sheet">
      <SheetHead
        level={3}
        title={t("title")}
        aside={chosen ? <ApprovalChip lender={chosen.lender} /> : <EstimateChip />}
        actions={<ButtonLink to={`/deals/${dealId}/credit`}>{role === "customer" ? applied : t("open")}</ButtonLink>}
      />
      {credit?.applications.length ? (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-13 text-ink-2">
          {credit.applications.map(({ applicant, status }) => (
            <li key={applicant}>
              {t(`who.${applicant}`)}: {t(`state.${status}`)}
            </li>
          ))}
        </ul>
      ) : null}
      {credit?.skipped ? <p className="text-13 text-ink-2">{t("skip.done")}</p> : null}
      {credit?.prequalified ? (
        <p className="text-13 text-ink-2">{t("soft.result", { band: credit.prequalified.band })}</p>
      ) : null}
      <ul aria-live="polite" className="flex flex-col gap-1.5">
        {credit?.answers.map((answer) => (
          <li key={answer.submissionId} data-lender-answer={answer.status}>
            {t(answer.method === "lease" ? "leaseAnswer" : "answer", {
              named: answer.payment === null ? "no" : "yes",
              status: answer.status,
              lender: answer.lender,
              amount: money(answer.amount),
              payment: answer.payment === null ? "" : format.money(answer.payment),
              months: String(answer.termMonths ?? ""),
            })}
            {chosen?.submissionId === answer.submissionId ? ` ${t("chosen")}` : ""}
          </li>
        ))}
      </ul>
      {wanted.length > 0 ? (
        <p className="text-13 text-ink-2">
          {t("papers")}: {[...new Set(wanted.map(({ kind }) => kind))].map((kind) => t(`paper.${kind}`)).join("; ")}
        </p>
      ) : null}
      {chosen ? null : <p className="text-12 text-ink-3">{t("estimate", { answered: answered ? "yes" : "no" })}</p>}
    </section>
  );
}
