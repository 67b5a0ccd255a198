import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { StaffBlock, StaffLine, StaffTray } from "#app/ui/staff-block";
import { TextAreaField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { ActForm } from "./act-form";
import { useContractLineLabel } from "./contract-line-label";
import type { GrossLine } from "./deal-gross-data";
import type { FinanceDealData } from "./desk-data";
import { contractMessages } from "./contract-messages";

const grossNames = ["priceOverCost", "reconditioning", "addOnGross", "pack", "overAllowance", "reserve"] as const;

/** Plum: what the store earns, and what it says to itself. */
export function StaffFigures({ deal }: { deal: FinanceDealData }) {
  return (
    <section className="overflow-clip rounded-sheet border border-staff-200">
      <StaffTray className="border-t-0">
        {deal.gross ? <GrossBlock deal={deal} /> : null}
        <NotesBlock deal={deal} />
      </StaffTray>
    </section>
  );
}

function GrossBlock({ deal: { gross, rates, productKinds } }: { deal: FinanceDealData }) {
  const t = useMessages(contractMessages);
  const lineLabel = useContractLineLabel(productKinds);
  const labelOf = (line: GrossLine) => {
    const own = grossNames.find((name) => name === line.code);
    return own ? t(`gross.${own}`) : lineLabel(line);
  };
  if (!gross) return null;
  const lines = (list: readonly GrossLine[]) =>
    list.map((line) => (
      <StaffLine key={line.code} label={labelOf(line)}>
        <Money amount={line.amount} />
      </StaffLine>
    ));
  return (
    <StaffBlock title={t("gross.title")} aside={t("gross.aside")}>
      {lines(gross.frontLines)}
      <StaffLine sum label={t("gross.front")}>
        <Money amount={gross.frontGross} />
      </StaffLine>
      <div className="mt-3">
        {gross.backLines.length > 0 ? (
          lines(gross.backLines)
        ) : (
          <p className="py-0.5 text-body">{t("gross.noProducts")}</p>
        )}
        <StaffLine sum label={t("gross.back")}>
          <Money amount={gross.backGross} />
        </StaffLine>
      </div>
      <div className="mt-3">
        <StaffLine sum label={t("gross.total")}>
          <Money amount={gross.totalGross} className="text-16" />
        </StaffLine>
      </div>
      {rates ? <RateLine rates={rates} /> : null}
      <ul className="mt-2 text-12 text-staff-600">
        {gross.open.map((reason) => (
          <li key={reason}>{t(`gross.open.${reason}`)}</li>
        ))}
      </ul>
    </StaffBlock>
  );
}

function RateLine({ rates }: { rates: NonNullable<FinanceDealData["rates"]> }) {
  const t = useMessages(contractMessages);
  const format = useFormat();
  const { buyRate, spread, cap } = rates;
  return (
    <div className="mt-3 border-t border-staff-200 pt-2">
      <StaffLine label={t("gross.rate")}>
        {t("gross.rateValue", { buy: format.percent(buyRate), spread: format.percent(spread) })}
      </StaffLine>
      {cap === null ? null : (
        <p className="text-12 text-staff-600">
          {t(spread > cap ? "gross.over" : "gross.within", { cap: format.percent(cap) })}
        </p>
      )}
    </div>
  );
}

function NotesBlock({ deal: { dealId, notes } }: { deal: FinanceDealData }) {
  const t = useMessages(contractMessages);
  const format = useFormat();
  return (
    <StaffBlock title={t("notes.title")} aside={t("notes.aside")}>
      {notes.length === 0 ? <p className="text-body">{t("notes.none")}</p> : null}
      <ul className="flex flex-col gap-2.5">
        {notes.map((note) => (
          <li key={note.at}>
            <p className="text-body">{note.text}</p>
            <p className="text-12 text-staff-600">
              {[note.firstName, format.dateTime(note.at)].filter(Boolean).join(", ")}
            </p>
          </li>
        ))}
      </ul>
      {/* An added note empties the field: the next one starts fresh. */}
      <ActForm key={notes.length} act="note" dealId={dealId} className="mt-3">
        {({ busy, errorFor }) => (
          <div className="flex flex-col items-start gap-2">
            <TextAreaField
              name="text"
              label={t("notes.write")}
              error={errorFor("text")}
              rows={2}
              maxLength={1000}
              required
              className="w-full"
            />
            <Button type="submit" size="small" busy={busy}>
              {t("notes.save")}
            </Button>
          </div>
        )}
      </ActForm>
    </StaffBlock>
  );
}
