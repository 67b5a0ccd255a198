import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { storePaymentMessages } from "./store-payment-messages";
import type { StorePaymentsData } from "./store-payments";

/** What this store's next deals ask for: read by who works here, changed by who heads it. */
export function DepositTermsForm({ terms, wrong }: Pick<StorePaymentsData, "terms"> & { wrong: boolean }) {
  const t = useMessages(storePaymentMessages);
  const format = useFormat();
  const busy = useNavigation().formMethod === "POST";
  const { amount, holdHours, refundable, cardCap, mayChange } = terms;
  const money = (value: number) => format.money(value, { cents: "whenAny" });
  return (
    <Sheet className="mt-4">
      <h2 className="text-15 font-semibold">{t("terms.title")}</h2>
      <p className="text-13 text-ink-3">{t("terms.lead")}</p>
      <Form method="post" className="mt-3 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <TextField
          name="amount"
          label={t("terms.amount")}
          defaultValue={money(amount)}
          inputMode="decimal"
          disabled={!mayChange}
          error={wrong ? t("terms.wrong") : undefined}
        />
        <TextField
          name="holdHours"
          label={t("terms.holdHours")}
          defaultValue={holdHours}
          type="number"
          min={1}
          max={336}
          disabled={!mayChange}
        />
        <SelectField
          name="refundable"
          label={t("terms.refundable")}
          defaultValue={refundable ? "yes" : "no"}
          disabled={!mayChange}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(`terms.${value}`) }))}
        />
        <TextField
          name="cardCap"
          label={t("terms.cardCap")}
          defaultValue={money(cardCap)}
          inputMode="decimal"
          disabled={!mayChange}
        />
        {mayChange ? (
          <Button type="submit" busy={busy}>
            {t("terms.save")}
          </Button>
        ) : (
          <p className="text-13 text-ink-3">{t("terms.heads")}</p>
        )}
      </Form>
    </Sheet>
  );
}
