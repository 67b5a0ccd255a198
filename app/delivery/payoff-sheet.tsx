import { Check, Circle, TriangleAlert } from "lucide-react";
import type { PayoffToSend } from "#machines/deal/payoffs-to-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { payoffMessages } from "./payoff-messages";

/** The customer's old loans: what each is paid off with and until when, and the word that the money went out. */
export function PayoffSheet({ page: { payoffs, today } }: { page: DeliveryDeal }) {
  const t = useMessages(payoffMessages);
  if (payoffs.length === 0) return null;
  return (
    <Sheet id="payoffs">
      <SheetHead title={t("title")} hint={t("hint")} />
      <ul className="mt-2 divide-y divide-line">
        {payoffs.map((payoff) => (
          <PayoffRow key={payoff.car} payoff={payoff} today={today} />
        ))}
      </ul>
    </Sheet>
  );
}

function PayoffRow({ payoff, today }: { payoff: PayoffToSend; today: string }) {
  const t = useMessages(payoffMessages);
  const format = useFormat();
  const { car, name, lender, amount, goodThrough, perDiem, sent } = payoff;
  const isLate = sent === null && today > goodThrough;
  const Icon = sent ? Check : isLate ? TriangleAlert : Circle;
  const tone = sent ? "text-pos" : isLate ? "text-neg" : "text-ink-3";
  const day = format.date(goodThrough, "long");
  return (
    <li className="py-3">
      <div className="flex items-start gap-3">
        <Icon aria-hidden className={cx("size-5 shrink-0", tone)} strokeWidth={1.75} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t("of", { lender, car: name })}</p>
          <p className={cx("text-13", tone)}>
            {sent
              ? t("sent", { amount: format.money(sent.amount), day: format.date(sent.on, "short") })
              : t(isLate ? "late" : "due", { day })}
            {!sent && perDiem !== null ? ` ${t("perDay", { amount: format.money(perDiem) })}` : null}
          </p>
        </div>
        {sent ? (
          <DeliveryForm act="payoffNotSent" which={`not-${car}`} values={{ car: String(car) }}>
            <Button type="submit" size="small" kind="quiet">
              {t("undo")}
              <span className="sr-only"> {t("of", { lender, car: name })}</span>
            </Button>
          </DeliveryForm>
        ) : (
          <span className="figures shrink-0 font-medium">{format.money(amount)}</span>
        )}
      </div>
      {sent ? null : (
        <DeliveryForm
          act="payoffSent"
          which={String(car)}
          values={{ car: String(car) }}
          className="mt-2 flex flex-wrap items-end gap-3 sm:pl-8"
        >
          <TextField
            name="amount"
            label={t("amount")}
            inputMode="decimal"
            required
            defaultValue={(amount / 100).toFixed(2)}
            className="w-36"
          />
          <TextField name="on" type="date" label={t("on")} required max={today} defaultValue={today} className="w-44" />
          <Button type="submit">{t("mark")}</Button>
        </DeliveryForm>
      )}
    </li>
  );
}
