import { type FormEvent, useRef, useState } from "react";
import { balanceMessages } from "#app/deal-card/deposit/balance-messages";
import { tillMessages } from "#app/deal-card/staff/till-messages";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { parseMoney } from "#app/ui/parse-money";
import { StaffBlock } from "#app/ui/staff-block";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { permissionFor } from "#machines/deal/deal-permissions";
import { cents, type Cents } from "#machines/money/cents";
import type { PlainDate } from "#machines/money/plain-date";
import { cashReport, deskPayments } from "#machines/stages/cash-report";
import { type TenderMethod, tenderMethods, tenderReturnReasons } from "#machines/stages/tender";

const textIn = (form: FormData, name: string) => String(form.get(name) ?? "").trim();
export function amountIn(form: FormData, name: string): Cents | null {
  const amount = parseMoney(textIn(form, name));
  return amount !== null && amount > 0 ? cents(amount) : null;
}

/** Money over the desk, for whoever stands there. */
export function TillBlock() {
  const t = useMessages(tillMessages);
  const { role } = useActionReader();
  if (!permissionFor("tender.recorded").by.includes(role)) return null;
  return (
    <StaffBlock title={t("till")}>
      <CashFlag />
      <TakePayment />
      <PromisePayment />
      {permissionFor("tender.returned").by.includes(role) ? <ReturnPayment /> : null}
    </StaffBlock>
  );
}

/** For the store's eyes: what the law wants to hear of. */
function CashFlag() {
  const { view } = useDeal();
  const t = useMessages(tillMessages);
  const format = useFormat();
  const { tenders, deposit } = view.card;
  const { total, reportBy } = cashReport(deskPayments(tenders.list, deposit));
  if (!reportBy) return null;
  return (
    <p role="status" className="mb-3 rounded-cell bg-warn-ground px-3 py-2 text-13 text-warn">
      {t("cash", { total: format.money(total, { cents: "whenAny" }), day: format.date(reportBy) })}
    </p>
  );
}

/** A form that is emptied once what it says was taken. */
function useMoneyForm(read: (form: FormData, amount: Cents) => Parameters<ReturnType<typeof useSend>["act"]>[0]) {
  const { busy, act } = useSend();
  const [unread, setUnread] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amount = amountIn(form, "amount");
    setUnread(amount === null);
    if (amount !== null && (await act(read(form, amount)))) formRef.current?.reset();
  };
  return { busy, unread, formRef, onSubmit: (event: FormEvent<HTMLFormElement>) => void onSubmit(event) };
}

function AmountField({ unread }: { unread: boolean }) {
  const t = useMessages(tillMessages);
  return (
    <TextField
      name="amount"
      label={t("amount")}
      inputMode="decimal"
      autoComplete="off"
      required
      error={unread ? t("notAmount") : undefined}
    />
  );
}

export function useMethodOptions() {
  const t = useMessages(balanceMessages);
  return tenderMethods.map((value) => ({ value, label: t(`method.${value}`) }));
}

function TakePayment() {
  const { view } = useDeal();
  const t = useMessages(tillMessages);
  const format = useFormat();
  const options = useMethodOptions();
  const open = view.card.tenders.promises.filter(({ status }) => status === "open");
  const { busy, unread, formRef, onSubmit } = useMoneyForm((form, amount) => ({
    type: "tender.recorded",
    method: textIn(form, "method") as TenderMethod,
    amount,
    reference: textIn(form, "reference"),
    promise: textIn(form, "promise") ? Number(textIn(form, "promise")) : null,
  }));
  return (
    <form ref={formRef} onSubmit={onSubmit} className="grid gap-2 sm:grid-cols-2">
      <SelectField name="method" label={t("method")} options={options} />
      <AmountField unread={unread} />
      <TextField
        name="reference"
        label={t("reference")}
        optional
        maxLength={40}
        autoComplete="off"
        className="sm:col-span-2"
      />
      {open.length > 0 ? (
        <SelectField
          name="promise"
          label={t("promise")}
          placeholder={t("noPromise")}
          options={open.map(({ number, amount }) => ({
            value: String(number),
            label: t("promised", { amount: format.money(amount, { cents: "whenAny" }) }),
          }))}
        />
      ) : null}
      <Button type="submit" busy={busy} className="self-end sm:col-span-2 sm:justify-self-start">
        {t("take")}
      </Button>
    </form>
  );
}

function PromisePayment() {
  const { view } = useDeal();
  const t = useMessages(tillMessages);
  const format = useFormat();
  const { act } = useSend();
  const open = view.card.tenders.promises.filter(({ status }) => status === "open");
  const { busy, unread, formRef, onSubmit } = useMoneyForm((form, amount) => ({
    type: "tender.promised",
    amount,
    dueOn: textIn(form, "dueOn") as PlainDate,
  }));
  return (
    <details className="mt-3">
      <summary className="flex min-h-11 items-center font-medium">{t("promise")}</summary>
      <form ref={formRef} onSubmit={onSubmit} className="grid gap-2 sm:grid-cols-2">
        <AmountField unread={unread} />
        <TextField name="dueOn" type="date" label={t("day")} required />
        <Button type="submit" busy={busy} className="sm:col-span-2 sm:justify-self-start">
          {t("note")}
        </Button>
      </form>
      {open.map(({ number, amount }) => (
        <Button key={number} kind="word" onClick={() => void act({ type: "tender.promiseDropped", number })}>
          {t("drop", { amount: format.money(amount, { cents: "whenAny" }) })}
        </Button>
      ))}
    </details>
  );
}

function ReturnPayment() {
  const { view } = useDeal();
  const t = useMessages(tillMessages);
  const names = useMessages(balanceMessages);
  const format = useFormat();
  const { list } = view.card.tenders;
  const { busy, unread, formRef, onSubmit } = useMoneyForm((form, amount) => ({
    type: "tender.returned",
    number: Number(textIn(form, "number")),
    amount,
    reason: textIn(form, "reason") as (typeof tenderReturnReasons)[number],
    note: textIn(form, "note"),
  }));
  if (list.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="flex min-h-11 items-center font-medium">{t("giveBack")}</summary>
      <form ref={formRef} onSubmit={onSubmit} className="grid gap-2 sm:grid-cols-2">
        <SelectField
          name="number"
          label={t("payment")}
          options={list.map(({ number, amount, method }) => ({
            value: String(number),
            label: `${names(`method.${method}`)}, ${format.money(amount, { cents: "whenAny" })}`,
          }))}
        />
        <AmountField unread={unread} />
        <SelectField
          name="reason"
          label={t("reason")}
          options={tenderReturnReasons.map((value) => ({ value, label: t(`returnReason.${value}`) }))}
        />
        <TextField name="note" label={t("why")} required maxLength={200} autoComplete="off" />
        <Button type="submit" busy={busy} className="sm:col-span-2 sm:justify-self-start">
          {t("giveBack")}
        </Button>
      </form>
    </details>
  );
}
