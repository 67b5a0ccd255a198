import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextAreaField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { ActRefusal } from "./act-refusal";
import { storeTaxMessages } from "./store-tax-messages";
import type { ConfirmationRow, PlaceDetail, TaxActAnswer } from "./store-taxes";

interface ConfirmationFormProps {
  detail: PlaceDetail;
  answer: TaxActAnswer | null;
}

/** The store's own word on a version: given with what was read, taken back with why, and everything that was said. */
export function ConfirmationForm({ detail, answer }: ConfirmationFormProps) {
  const t = useMessages(storeTaxMessages);
  const standing = detail.confirmations.find(
    ({ version, withdrawnAt }) => version === detail.shown.version && withdrawnAt === null,
  );
  return (
    <section className="border-t border-line pt-4">
      <h3 className="text-16">{t("confirm.title")}</h3>
      {standing ? (
        <WithdrawForm confirmation={standing} answer={answer} />
      ) : (
        <GiveForm detail={detail} answer={answer} />
      )}
      <ConfirmationLog confirmations={detail.confirmations} />
    </section>
  );
}

function useBusy(act: string): boolean {
  const { state, formData } = useNavigation();
  return state !== "idle" && formData?.get("act") === act;
}

function GiveForm({ detail, answer }: ConfirmationFormProps) {
  const t = useMessages(storeTaxMessages);
  const { locale } = useFormat();
  const busy = useBusy("confirm");
  const problems = answer?.act === "confirm" ? answer.problems : [];
  const feeError = (field: string) => (problems.includes(field) ? t("problem.fee") : undefined);
  return (
    <Form method="post" preventScrollReset className="flex flex-col gap-4">
      <p className="text-13 text-ink-2">{t("confirm.lead")}</p>
      {detail.shown.components === null ? <p className="text-13 text-warn">{t("confirm.byHand")}</p> : null}
      <input type="hidden" name="act" value="confirm" />
      <input type="hidden" name="place" value={detail.id} />
      <input type="hidden" name="version" value={detail.shown.version} />
      <TextAreaField
        name="note"
        label={t("confirm.note")}
        hint={t("confirm.noteHint")}
        error={problems.includes("note") ? t("problem.note") : undefined}
        rows={2}
        maxLength={500}
      />
      <fieldset>
        <legend className="text-12 font-medium text-ink-2">{t("confirm.fees")}</legend>
        <div className="mt-1.5 grid grid-cols-3 gap-3 max-sm:grid-cols-1">
          <TextField name="title" label={t("confirm.feeTitle")} inputMode="decimal" error={feeError("title")} />
          <TextField
            name="registration"
            label={t("confirm.feeRegistration")}
            inputMode="decimal"
            error={feeError("registration")}
          />
          <TextField name="plates" label={t("confirm.feePlates")} inputMode="decimal" error={feeError("plates")} />
        </div>
        <p className="mt-1 text-12 text-ink-3">{t("confirm.feesHint")}</p>
      </fieldset>
      <ActRefusal answer={answer} act="confirm" />
      <Button type="submit" kind="primary" busy={busy} className="self-start">
        {t("confirm.submit", { place: detail[locale] })}
      </Button>
    </Form>
  );
}

function WithdrawForm({ confirmation, answer }: { confirmation: ConfirmationRow; answer: TaxActAnswer | null }) {
  const t = useMessages(storeTaxMessages);
  const format = useFormat();
  const busy = useBusy("withdraw");
  const wrong = answer?.act === "withdraw" && answer.problems.includes("note");
  return (
    <Form method="post" preventScrollReset className="flex flex-col gap-3">
      <p role="status" className="font-medium text-pos">
        {t("confirm.done", { name: confirmation.staffName, date: format.dateTime(confirmation.confirmedAt) })}
      </p>
      <input type="hidden" name="act" value="withdraw" />
      <input type="hidden" name="id" value={confirmation.id} />
      <TextField
        name="note"
        label={t("confirm.withdrawNote")}
        hint={t("confirm.withdrawLead")}
        error={wrong ? t("problem.withdrawNote") : undefined}
        maxLength={500}
      />
      <ActRefusal answer={answer} act="withdraw" />
      <Button type="submit" busy={busy} className="self-start">
        {t("confirm.withdraw")}
      </Button>
    </Form>
  );
}

function ConfirmationLog({ confirmations }: { confirmations: readonly ConfirmationRow[] }) {
  const t = useMessages(storeTaxMessages);
  const format = useFormat();
  return (
    <div className="mt-4">
      <h4 className="text-12 font-medium text-ink-2">{t("log.title")}</h4>
      {confirmations.length === 0 ? <p className="text-13 text-ink-3">{t("log.empty")}</p> : null}
      <ul className="flex flex-col gap-1 text-13 text-ink-2">
        {confirmations.map((row) => (
          <li key={row.id}>
            {t("log.confirmed", {
              name: row.staffName,
              version: row.version,
              date: format.dateTime(row.confirmedAt),
              note: row.note,
            })}{" "}
            {row.governmentFees
              ? t("log.fees", { fees: row.governmentFees.map(({ amount }) => format.money(amount)).join(", ") })
              : ""}
            {row.withdrawnAt ? (
              <span className="block text-ink-3">
                {t("log.withdrawn", {
                  name: row.withdrawnBy ?? "",
                  date: format.dateTime(row.withdrawnAt),
                  note: row.withdrawnNote ?? "",
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
