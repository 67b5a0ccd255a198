import { tenderMethods } from "#machines/stages/tender";
import { returnRules } from "#machines/store/return-policy";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field";
import { useAskAgain } from "#app/ui/use-ask-again";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryCard, DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { returnDeskMessages } from "./return-desk-messages";
import { ReturnLines } from "./return-lines";

/** Putting everything back takes a moment behind the answer. */
const ASK_AGAIN_MS = 1_500;

type ReturnRequest = NonNullable<DeliveryCard["returns"]["request"]>;

/** A car that comes back: asked, looked at, taken back with every figure shown, put back, settled. */
export function ReturnSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(returnDeskMessages);
  const { request } = page.card.returns;
  useAskAgain(request?.status === "accepted" ? ASK_AGAIN_MS : null);
  return (
    <Sheet id="return">
      <SheetHead title={t("title")} />
      {request ? <Request page={page} request={request} /> : null}
      {!request || request.status === "withdrawn" ? (
        <details className="mt-3">
          <summary className="touch-target inline-block text-accent-600">{t("ask")}</summary>
          <DeliveryForm act="return" className="mt-3 flex flex-col gap-3">
            <Inspection odometer={page.card.handover.odometer} />
            <TextAreaField name="reason" label={t("reason")} maxLength={1_000} rows={2} />
            <Button type="submit" className="self-start">
              {t("ask")}
            </Button>
          </DeliveryForm>
        </details>
      ) : null}
    </Sheet>
  );
}

function Inspection({ odometer }: { odometer: number | null }) {
  const t = useMessages(returnDeskMessages);
  return (
    <>
      <TextField
        name="odometer"
        label={t("odometer")}
        inputMode="numeric"
        required
        defaultValue={odometer ?? ""}
        className="max-w-60"
      />
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="asDelivered"
          value="yes"
          defaultChecked
          className="size-5 accent-(--color-accent-600)"
        />
        {t("asDelivered")}
      </label>
    </>
  );
}

function Request({ page, request }: { page: DeliveryDeal; request: ReturnRequest }) {
  const t = useMessages(returnDeskMessages);
  const format = useFormat();
  const { status, requestedAt, lastDay, reason, statement, productsCancelled } = request;
  return (
    <div className="mt-2 flex flex-col gap-3">
      <p className="text-ink-2">
        {t("asked", { day: format.date(requestedAt, "short"), last: format.date(lastDay, "short") })} {reason}
      </p>
      {statement ? <ReturnLines statement={statement} /> : null}
      {productsCancelled.length > 0 ? (
        <p className="text-13 text-ink-2">{t("products", { list: productsCancelled.join(", ") })}</p>
      ) : null}
      {status === "requested" && page.isManager ? <Answer page={page} request={request} /> : null}
      {status === "accepted" ? <p role="status">{t("unwinding")}</p> : null}
      {status === "unwound" ? (
        <div>
          <p className="mb-2">{t("unwound")}</p>
          {page.isManager ? <Settle page={page} request={request} /> : null}
        </div>
      ) : null}
      {status === "settled" && request.settledBy && request.settledAt ? (
        <p className="font-medium">
          {t("settledBy", { name: request.settledBy.firstName ?? "", day: format.date(request.settledAt, "short") })}
        </p>
      ) : null}
      {(status === "settled" && !request.settledBy) || status === "withdrawn" || status === "declined" ? (
        <p className="font-medium">
          {t(`${status}`)} {request.rule ? t(`ruleOf.${request.rule}`) : ""} {request.declinedBecause}
        </p>
      ) : null}
    </div>
  );
}

/** What is left goes over the desk, in the way the manager says; the ledger and the receipts follow. */
function Settle({ page, request }: { page: DeliveryDeal; request: ReturnRequest }) {
  const t = useMessages(returnDeskMessages);
  const format = useFormat();
  const { atDesk = 0, byDeposit = 0 } = request.statement ?? {};
  const { takenBy } = page.card.deposit;
  return (
    <DeliveryForm act="settleReturn" className="flex flex-col gap-3">
      {atDesk === 0 ? (
        <p className="text-ink-2">{t("nothingLeft")}</p>
      ) : (
        <SelectField
          name="method"
          label={t(atDesk > 0 ? "handOut" : "takeIn", { amount: format.money(Math.abs(atDesk)) })}
          options={tenderMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
          className="max-w-80"
        />
      )}
      {takenBy && byDeposit > 0 ? (
        <p className="text-ink-2">
          {t("depositToo", { amount: format.money(byDeposit), method: t(`method.${takenBy}`) })}
        </p>
      ) : null}
      <Button type="submit" className="self-start">
        {t("settle")}
      </Button>
    </DeliveryForm>
  );
}

function Answer({ page, request }: { page: DeliveryDeal; request: ReturnRequest }) {
  const t = useMessages(returnDeskMessages);
  const trades = page.hasTrade ? (["paidOut", "goBack"] as const) : (["none"] as const);
  return (
    <div className="grid gap-4 border-t border-line pt-3 sm:grid-cols-2">
      <DeliveryForm act="acceptReturn" className="flex flex-col gap-3">
        <Inspection odometer={request.odometer} />
        <SelectField
          name="trades"
          label={t("trades")}
          options={trades.map((value) => ({ value, label: t(`${value}`) }))}
        />
        <Button type="submit" kind="primary" className="self-start">
          {t("accept")}
        </Button>
      </DeliveryForm>
      <DeliveryForm act="declineReturn" className="flex flex-col gap-3">
        <SelectField
          name="rule"
          label={t("rule")}
          options={returnRules.map((value) => ({ value, label: t(`ruleOf.${value}`) }))}
        />
        <TextAreaField name="reason" label={t("reason")} required maxLength={1_000} rows={2} />
        <Button type="submit" className="self-start">
          {t("decline")}
        </Button>
      </DeliveryForm>
    </div>
  );
}
