import type { SpotDeliveryRule } from "#machines/jacket/spot-delivery-rules";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { CreditActForm } from "./credit-act-form";
import type { SpotDeliveryView } from "./spot-delivery.server";
import { spotDeliveryMessages } from "./spot-delivery-messages";

interface SpotDeliveryBlockProps {
  rule: SpotDeliveryRule;
  delivery: SpotDeliveryView | null;
}

/** A car that may leave, has left or came back before its lender agreed; one thing to do at a time. */
export function SpotDeliveryBlock({ rule, delivery }: SpotDeliveryBlockProps) {
  const t = useMessages(spotDeliveryMessages);
  return (
    <section aria-labelledby="spot-delivery" className="flex flex-col gap-3 border-t border-line pt-3">
      <h3 id="spot-delivery" className="text-16">
        {t("title")}
      </h3>
      {delivery ? (
        <Gone delivery={delivery} />
      ) : rule.allowed ? (
        <>
          <p className="text-13 text-ink-2">{t("lead", { days: String(rule.deadlineDays) })}</p>
          <CreditActForm act="spot" label={t("agree")}>
            <TextField name="odometer" label={t("milesOut")} inputMode="numeric" required className="w-44" />
          </CreditActForm>
        </>
      ) : (
        <p className="text-13 text-ink-2">{t("notAllowed", { source: rule.source })}</p>
      )}
    </section>
  );
}

function Gone({ delivery }: { delivery: SpotDeliveryView }) {
  const t = useMessages(spotDeliveryMessages);
  const format = useFormat();
  const { state, settledAt, milesOut, milesBack, attempts, late } = delivery;
  if (state === "placed") return <p>{t("wasPlaced", { date: format.date(settledAt ?? "") })}</p>;
  if (state === "unwound")
    return (
      <p>
        {t("wasUnwound", {
          date: format.date(settledAt ?? ""),
          miles: format.miles((milesBack ?? milesOut) - milesOut),
        })}
      </p>
    );
  return (
    <>
      <p className={late ? "text-neg" : undefined}>
        {t(late ? "late" : "gone", {
          date: format.date(delivery.agreedAt),
          miles: format.miles(milesOut),
          deadline: format.date(delivery.deadline),
        })}
      </p>
      {attempts.length === 0 ? null : (
        <ul aria-label={t("attempts")} className="text-13 text-ink-2">
          {attempts.map(({ at, by, lender, outcome }) => (
            <li key={at}>{t("attempt", { lender, outcome, by, at: format.dateTime(at) })}</li>
          ))}
        </ul>
      )}
      <CreditActForm key={attempts.length} act="spotAttempt" label={t("log")}>
        <TextField name="lender" label={t("lender")} required maxLength={200} className="w-40" />
        <TextField name="outcome" label={t("outcome")} required maxLength={200} className="min-w-40 flex-1" />
      </CreditActForm>
      <CreditActForm act="spotPlaced" label={t("placed")} />
      <CreditActForm act="unwind" label={t("unwind")}>
        <TextField name="odometer" label={t("milesBack")} inputMode="numeric" required className="w-44" />
      </CreditActForm>
    </>
  );
}
