import { useCardPanel } from "#app/deal-card/card-panels";
import { BasisLine } from "#app/deal-card/taxes/basis-line";
import { explainedLines } from "#app/deal-card/taxes/explained-lines";
import { GaragingForm } from "#app/deal-card/taxes/garaging-form";
import { StateByHand } from "#app/deal-card/taxes/state-by-hand";
import { TaxGapNote } from "#app/deal-card/taxes/taxes-row";
import { placeName } from "#app/deal-card/taxes/tax-sentence";
import { taxesPanelMessages } from "#app/deal-card/taxes/taxes-panel-messages";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { MoneyLines } from "#app/ui/money-line";
import { useFormat } from "#app/ui/use-format";
import { permissionFor } from "#machines/deal/deal-permissions";
import { taxRuleOf } from "#machines/deal/tax-inputs";

/** Taxes and fees whole: where the car is kept, whose rule that is, and every line with what it rests on. */
export function TaxesPanel() {
  const { panel, openPanel } = useCardPanel();
  const t = useMessages(taxesPanelMessages);
  const open = panel === "taxes";
  return (
    <Drawer open={open} onOpenChange={(next) => openPanel(next ? "taxes" : null)} title={t("title")}>
      {open ? (
        <div className="flex flex-col gap-6 p-4">
          <RuleInUse />
          <GaragingForm />
          <TaxLines />
        </div>
      ) : null}
    </Drawer>
  );
}

function RuleInUse() {
  const { view } = useDeal();
  const t = useMessages(taxesPanelMessages);
  const { locale } = useFormat();
  const rule = taxRuleOf(view.card);
  const { garaging } = view.card.taxes;
  const address = garaging ? [garaging.street, garaging.city, garaging.region].filter(Boolean).join(", ") : "";
  return (
    <section>
      <p className="text-ink-2">{t("lead")}</p>
      <p className="mt-2 font-semibold">
        {t("applied", {
          place: placeName(rule.id, locale) || rule.jurisdiction,
          rule: (locale === "fr" && rule.nameFr) || rule.name,
        })}
      </p>
      {address ? <p className="text-13 text-ink-3">{t("keptAt", { address })}</p> : null}
      <TaxGapNote />
    </section>
  );
}

function TaxLines() {
  const { view, worksheet } = useDeal();
  const t = useMessages(taxesPanelMessages);
  const { seesPlum } = useStaffSight();
  const { role } = useActionReader();
  const format = useFormat();
  if (!worksheet) return null;
  // A turned screen is the customer's: nothing on it is the store's to press.
  const mayState =
    seesPlum && view.statuses.finance !== "locked" && permissionFor("taxes.lineOverridden").by.includes(role);
  return (
    <section aria-label={t("lines")}>
      <h3 className="mb-1 text-16">{t("lines")}</h3>
      <MoneyLines className="-mx-4">
        {explainedLines(worksheet, view.card.finance.method).map(({ line, basis }) => (
          <BasisLine key={line.code} line={line} basis={basis}>
            {mayState && basis.kind !== "docFee" ? <StateByHand line={line} basis={basis} /> : null}
          </BasisLine>
        ))}
      </MoneyLines>
      {worksheet.taxOnTrade > 0 ? (
        <p className="mt-2 text-13 text-ink-2">{t("taxOnTrade", { amount: format.money(worksheet.taxOnTrade) })}</p>
      ) : null}
    </section>
  );
}
