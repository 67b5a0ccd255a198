import { returnRules } from "#machines/store/return-policy";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryCard, DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import { ReturnLines } from "./return-lines";

type ReturnRequest = NonNullable<DeliveryCard["returns"]["request"]>;

/** A car that comes back: asked, looked at, taken back with every figure shown, put back, settled. */
export function ReturnSheet({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const { request } = page.card.returns;
  return (
    <Sheet id="return">
      <SheetHead title={t("returns.title")} />
      {request ? <Request page={page} request={request} /> : null}
      {!request || request.status === "withdrawn" ? (
        <details className="mt-3">
          <summary className="touch-target inline-block text-accent-600">{t("returns.ask")}</summary>
          <DeliveryForm act="return" className="mt-3 flex flex-col gap-3">
            <Inspection odometer={page.card.handover.odometer} />
            <TextAreaField name="reason" label={t("returns.reason")} maxLength={1_000} rows={2} />
            <Button type="submit" className="self-start">
              {t("returns.ask")}
            </Button>
          </DeliveryForm>
        </details>
      ) : null}
    </Sheet>
  );
}

function Inspection({ odometer }: { odometer: number | null }) {
  const t = useMessages(deliveryDeskMessages);
  return (
    <>
      <TextField
        name="odometer"
        label={t("returns.odometer")}
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
        {t("returns.asDelivered")}
      </label>
    </>
  );
}

function Request({ page, request }: { page: DeliveryDeal; request: ReturnRequest }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { status, requestedAt, lastDay, reason, statement, productsCancelled } = request;
  return (
    <div className="mt-2 flex flex-col gap-3">
      <p className="text-ink-2">
        {t("returns.asked", { day: format.date(requestedAt, "short"), last: format.date(lastDay, "short") })} {reason}
      </p>
      {statement ? <ReturnLines statement={statement} /> : null}
      {productsCancelled.length > 0 ? (
        <p className="text-13 text-ink-2">{t("returns.products", { list: productsCancelled.join(", ") })}</p>
      ) : null}
      {status === "requested" && page.isManager ? <Answer page={page} request={request} /> : null}
      {status === "accepted" ? <p role="status">{t("returns.unwinding")}</p> : null}
      {status === "unwound" ? (
        <div>
          <p className="mb-2">{t("returns.unwound")}</p>
          {page.isManager ? (
            <DeliveryForm act="settleReturn">
              <Button type="submit">{t("returns.settle")}</Button>
            </DeliveryForm>
          ) : null}
        </div>
      ) : null}
      {status === "settled" || status === "withdrawn" || status === "declined" ? (
        <p className="font-medium">
          {t(`returns.${status}`)} {request.rule ? t(`returns.ruleOf.${request.rule}`) : ""} {request.declinedBecause}
        </p>
      ) : null}
    </div>
  );
}

function Answer({ page, request }: { page: DeliveryDeal; request: ReturnRequest }) {
  const t = useMessages(deliveryDeskMessages);
  const trades = page.hasTrade ? (["paidOut", "goBack"] as const) : (["none"] as const);
  return (
    <div className="grid gap-4 border-t border-line pt-3 sm:grid-cols-2">
      <DeliveryForm act="acceptReturn" className="flex flex-col gap-3">
        <Inspection odometer={request.odometer} />
        <SelectField
          name="trades"
          label={t("returns.trades")}
          options={trades.map((value) => ({ value, label: t(`returns.${value}`) }))}
        />
        <Button type="submit" kind="primary" className="self-start">
          {t("returns.accept")}
        </Button>
      </DeliveryForm>
      <DeliveryForm act="declineReturn" className="flex flex-col gap-3">
        <SelectField
          name="rule"
          label={t("returns.rule")}
          options={returnRules.map((value) => ({ value, label: t(`returns.ruleOf.${value}`) }))}
        />
        <TextAreaField name="reason" label={t("returns.reason")} required maxLength={1_000} rows={2} />
        <Button type="submit" className="self-start">
          {t("returns.decline")}
        </Button>
      </DeliveryForm>
    </div>
  );
}
