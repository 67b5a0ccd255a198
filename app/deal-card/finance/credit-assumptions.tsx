import { Gauge, MapPin } from "lucide-react";
import { useState } from "react";
import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { blockOnPhone } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

type Band = keyof (typeof financeMessages)["en"]["assume"]["band"];

function useBandName() {
  const t = useMessages(financeMessages);
  return (code: string) =>
    Object.hasOwn(financeMessages.en.assume.band, code) ? t(`assume.band.${code as Band}`) : code;
}

/** What the estimate rests on, said in one line, and where it is changed. */
export function CreditAssumptions() {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const voice = useReaderVoice();
  const bandName = useBandName();
  const [open, setOpen] = useState(false);
  const { tax } = view.card.store;
  // A rate is nothing to somebody who pays cash.
  const isCash = view.card.finance.method === "cash";
  return (
    <div className={cx(blockOnPhone, "sm:border-t sm:border-line sm:pt-3")}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-13 text-ink-2">
        {isCash ? null : (
          <span className="flex items-center gap-2">
            <Gauge aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
            {t("assume.credit", { ...voice, band: bandName(view.card.finance.creditBand) })}
          </span>
        )}
        <span className="flex items-center gap-2">
          <MapPin aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
          {t("assume.registered", { place: tax.jurisdiction, rate: useTaxRate() })}
        </span>
        {isCash ? null : (
          <Button
            kind="word"
            size="small"
            aria-expanded={open}
            className="ml-auto max-sm:-ml-3"
            onClick={() => setOpen(!open)}
          >
            {t("assume.change")}
          </Button>
        )}
      </div>
      {open && !isCash ? <CreditBands /> : null}
    </div>
  );
}

/** One plain rate can be named; a stack with caps or bands is opened in the summary instead. */
function useTaxRate(): string {
  const { view } = useDeal();
  const format = useFormat();
  const [only, ...others] = view.card.store.tax.components;
  return only && others.length === 0 && "ratePpm" in only ? format.percent(only.ratePpm) : "none";
}

function CreditBands() {
  const { view } = useDeal();
  const t = useMessages(financeMessages);
  const voice = useReaderVoice();
  const bandName = useBandName();
  const band = useLiveValue<string>("creditBand", view.card.finance.creditBand, (creditBand) => ({
    type: "finance.creditBandStated",
    creditBand,
  }));
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);
  return (
    <LivePlace field="creditBand" byLine className="mt-3">
      <ChoiceField
        label={t("assume.title", { ...voice })}
        hint={t("assume.note")}
        error={band.frame.error}
        save={band.frame.save}
        name="creditBand"
        look="cards"
        columns={2}
        value={band.value}
        onChange={band.set}
        choices={view.card.store.creditBands.map(({ code, minScore, maxScore }) => ({
          value: code,
          label: capital(bandName(code)),
          detail: t("assume.scores", { low: String(minScore), high: String(maxScore) }),
        }))}
      />
    </LivePlace>
  );
}
