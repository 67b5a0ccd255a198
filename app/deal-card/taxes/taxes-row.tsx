import { TriangleAlert } from "lucide-react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { LivePlace } from "#app/deal-card/live-place";
import { CARD_TAXES } from "#app/deal-card/taxes/card-taxes";
import { placeName } from "#app/deal-card/taxes/tax-sentence";
import { taxMessages } from "#app/deal-card/taxes/tax-messages";
import { useLooksOn } from "#app/deal-card/use-looks-on";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

/** Whose taxes the figures are, and the way to say where the car will be kept. A gap is said aloud, to both sides. */
export function TaxesRow() {
  const { view } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(taxMessages);
  const { locale } = useFormat();
  const { taxes, store } = view.card;
  const own = taxes.rule === null;
  const looksOn = useLooksOn();
  return (
    <div id={CARD_TAXES} className="scroll-mt-4 px-4 pb-1">
      <LivePlace field="taxes" byLine>
        <p className="flex flex-wrap items-center justify-between gap-x-3 text-13 text-ink-3">
          <span>
            {t("row.label")} {own ? t("row.own", { store: store.name }) : placeName(taxes.jurisdiction, locale)}
          </span>
          {looksOn ? null : (
            <Button kind="word" size="small" className="-mr-2.5" onClick={() => openPanel("taxes")}>
              {t("row.change")}
            </Button>
          )}
        </p>
        <TaxGapNote />
      </LivePlace>
    </div>
  );
}

/** Why the figures are not yet those of the place. */
export function TaxGapNote() {
  const { view } = useDeal();
  const t = useMessages(taxMessages);
  const { locale } = useFormat();
  const { taxes, store } = view.card;
  if (taxes.gap === null) return null;
  return (
    <p role="status" className="mt-1 flex gap-2 rounded-block bg-warn-ground px-3 py-2 text-13 text-warn">
      <TriangleAlert aria-hidden className="mt-px size-4 shrink-0" strokeWidth={1.75} />
      {t(`gap.${taxes.gap}`, {
        place: placeName(taxes.jurisdiction, locale),
        rule: (locale === "fr" && store.tax.nameFr) || store.tax.name,
      })}
    </p>
  );
}
