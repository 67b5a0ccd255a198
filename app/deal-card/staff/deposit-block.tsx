import { type FormEvent, useState } from "react";
import { tillMessages } from "#app/deal-card/staff/till-messages";
import { amountIn, useMethodOptions } from "#app/deal-card/staff/till-block";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { StaffBlock } from "#app/ui/staff-block";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { permissionFor } from "#machines/deal/deal-permissions";
import { staffFigures } from "#machines/deal/deal-view";
import { noCents } from "#machines/money/cents";
import { MOST_EXTENSIONS, type ReturnReason, returnReasons } from "#machines/stages/deposit";
import type { TenderMethod } from "#machines/stages/tender";

const EXTENSIONS_HOURS = [24, 48, 72] as const;
const open = new Set(["none", "failed", "refunded", "released", "forfeited"]);

/** What the store does with the deposit: takes it at the desk, holds longer, gives back or keeps. */
export function DepositBlock() {
  const { view, dealId } = useDeal();
  const t = useMessages(tillMessages);
  const { role } = useActionReader();
  const { deposit } = view.card;
  const { dispute } = staffFigures(view);
  const may = (type: Parameters<typeof permissionFor>[0]) => permissionFor(type).by.includes(role);
  if (!may("deposit.deskPaymentRequested")) return null;
  // Once the keys are out there is nothing left to hold; the evidence stays.
  const isOver = view.life === "delivered";
  return (
    <StaffBlock title={t(open.has(deposit.status) ? "desk" : "part")}>
      {dispute ? (
        <p role="status" className="mb-2 text-13 text-neg">
          {t("dispute", { state: dispute })}{" "}
        </p>
      ) : null}
      {open.has(deposit.status) && !isOver ? <DeskDeposit /> : null}
      {deposit.status === "held" && !isOver ? (
        <>
          <ExtendHold />
          <ReturnOfDeposit />
        </>
      ) : null}
      {deposit.attempt > 0 && may("deposit.returnApproved") ? (
        <a
          href={`/deals/${dealId}/dispute-evidence.pdf`}
          target="_blank"
          rel="noreferrer"
          className="touch-target link mt-2 inline-flex min-h-11 items-center text-13"
        >
          {t("evidence")}
        </a>
      ) : null}
    </StaffBlock>
  );
}

function DeskDeposit() {
  const { view } = useDeal();
  const t = useMessages(tillMessages);
  const format = useFormat();
  const options = useMethodOptions();
  const { busy, act } = useSend();
  const { amount, holdHours } = view.card.store.deposit;
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void act({
      type: "deposit.deskPaymentRequested",
      method: String(form.get("method")) as TenderMethod,
      reference: String(form.get("reference") ?? "").trim(),
    });
  };
  return (
    <form onSubmit={take} className="grid gap-2 sm:grid-cols-2">
      <p className="text-13 text-staff-600 sm:col-span-2">
        {t("deskHint", { amount: format.money(amount, { cents: "whenAny" }), hours: holdHours })}
      </p>
      <SelectField name="method" label={t("method")} options={options} className="sm:col-span-2" />
      <TextField
        name="reference"
        label={t("reference")}
        optional
        maxLength={40}
        autoComplete="off"
        className="sm:col-span-2"
      />
      <Button type="submit" busy={busy} className="sm:col-span-2 sm:justify-self-start">
        {t("deskSend")}
      </Button>
    </form>
  );
}

function ExtendHold() {
  const { view } = useDeal();
  const t = useMessages(tillMessages);
  const { busy, act } = useSend();
  const { extensions } = view.card.deposit;
  return (
    <div className="mb-3">
      <p className="font-medium">{t("extend")}</p>
      <p className="text-13 text-staff-600">{t("extended", { count: extensions })}</p>
      {extensions < MOST_EXTENSIONS ? (
        <div className="mt-2 flex flex-wrap gap-2">
          {EXTENSIONS_HOURS.map((hours) => (
            <Button
              key={hours}
              size="small"
              disabled={busy}
              onClick={() => void act({ type: "deposit.extensionRequested", hours })}
            >
              {t("hours", { count: String(hours) })}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function ReturnOfDeposit() {
  const { view } = useDeal();
  const { returnAsked } = staffFigures(view);
  return returnAsked ? <AskedReturn /> : <AskReturn />;
}

function AskReturn() {
  const t = useMessages(tillMessages);
  const { busy, act } = useSend();
  const [unread, setUnread] = useState(false);
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [refund, forfeit] = [amountIn(form, "refund"), amountIn(form, "forfeit")];
    setUnread(refund === null && forfeit === null);
    if (refund === null && forfeit === null) return;
    void act({
      type: "deposit.returnRequested",
      refund: refund ?? noCents,
      forfeit: forfeit ?? noCents,
      reason: String(form.get("reason")) as ReturnReason,
      note: String(form.get("note") ?? "").trim(),
    });
  };
  return (
    <details>
      <summary className="flex min-h-11 items-center font-medium">{t("part")}</summary>
      <form onSubmit={ask} className="grid gap-2 sm:grid-cols-2">
        <TextField
          name="refund"
          label={t("refund")}
          inputMode="decimal"
          autoComplete="off"
          error={unread ? t("notAmount") : undefined}
        />
        <TextField name="forfeit" label={t("forfeit")} inputMode="decimal" autoComplete="off" />
        <SelectField
          name="reason"
          label={t("reason")}
          options={returnReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <TextField name="note" label={t("why")} required maxLength={200} autoComplete="off" />
        <Button type="submit" busy={busy} className="sm:col-span-2 sm:justify-self-start">
          {t("askReturn")}
        </Button>
      </form>
    </details>
  );
}

/** A second person says yes; the money moves only then. */
function AskedReturn() {
  const { view } = useDeal();
  const t = useMessages(tillMessages);
  const format = useFormat();
  const { busy, act } = useSend();
  const { role } = useActionReader();
  const { returnAsked: asked } = staffFigures(view);
  if (!asked) return null;
  const money = (amount = 0) => format.money(amount, { cents: "whenAny" });
  const mayAnswer = permissionFor("deposit.returnApproved").by.includes(role) && !asked.approvedBy;
  return (
    <div role="status" className="rounded-cell border border-staff-200 p-3">
      <p>
        {t("asks", {
          who: asked.by?.firstName ?? "",
          refund: money(asked.refund),
          forfeit: money(asked.forfeit),
          reason: t(`reasons.${asked.reason ?? "goodwill"}`),
          note: asked.note ?? "",
        })}
      </p>
      {asked.approvedBy ? <p className="text-13">{t("approved", { who: asked.approvedBy.firstName ?? "" })}</p> : null}
      {mayAnswer ? (
        <div className="mt-2 flex gap-2">
          <Button size="small" busy={busy} onClick={() => void act({ type: "deposit.returnApproved" })}>
            {t("approve")}
          </Button>
          <Button
            size="small"
            kind="quiet"
            disabled={busy}
            onClick={() => void act({ type: "deposit.returnDeclined", note: t("declined") })}
          >
            {t("decline")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
