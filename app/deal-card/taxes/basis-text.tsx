import { ended, placeName } from "#app/deal-card/taxes/tax-sentence";
import { taxMessages } from "#app/deal-card/taxes/tax-messages";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { StatedTax } from "#machines/deal/taxes-slice";
import { type LineBasis, restsOnRule } from "#machines/desking/line-basis";

interface BasisTextProps {
  basis: LineBasis;
  /** Who set the amount by hand, and why. */
  stated: (Pick<StatedTax, "reason"> & { by: { firstName: string | null } }) | null;
  className?: string;
}

/** What a tax or a fee rests on, under its opened line: on the card, on the desk, wherever a worksheet is read. */
export function BasisText({ basis, stated, className = "px-4 pt-1 pb-2" }: BasisTextProps) {
  const t = useMessages(taxMessages);
  const format = useFormat();
  const place = placeName(basis.ruleId, format.locale) || basis.jurisdiction;
  const lead = useBasisLead(basis, place);
  const rule = (format.locale === "fr" && basis.ruleFr) || basis.rule;
  return (
    <div className={className}>
      {stated && basis.workedOut !== null ? (
        <p className="mb-1 rounded-cell bg-warn-ground px-2.5 py-1.5 text-13 text-warn">
          {t("stated.by", {
            name: stated.by.firstName ?? "",
            reason: ended(stated.reason),
            amount: format.money(basis.workedOut),
          })}
        </p>
      ) : null}
      <p className="text-12 text-ink-3">
        {lead}
        {basis.paidAt ? ` ${t("basis.registration")}` : ""}
        {restsOnRule(basis)
          ? ` ${t("basis.where", { place, rule })} ${basis.status === "verified" ? "" : `(${t(`basis.${basis.status}`)}) `}${t(
              "basis.since",
              { date: format.date(basis.inForceSince, "long") },
            )}`
          : ""}
      </p>
      {restsOnRule(basis) ? <p className="text-12 text-ink-3">{t("basis.source", { source: basis.source })}</p> : null}
    </div>
  );
}

/** How the amount came about, in one sentence. */
function useBasisLead({ kind, rate, base, beforeBounds, askedBeforeCap }: LineBasis, place: string): string {
  const t = useMessages(taxMessages);
  const format = useFormat();
  if (kind === "governmentFee") return t("basis.governmentFee");
  if (kind === "docFee")
    return askedBeforeCap === null
      ? t("basis.docFee", { place })
      : t("basis.docFeeCapped", { asked: format.money(askedBeforeCap) });
  if (base === null) return t("basis.onItself");
  const of = { base: format.money(base) };
  if (rate === null) return t("basis.several", of);
  const share = { ...of, rate: format.percent(rate) };
  return beforeBounds === null
    ? t("basis.of", share)
    : t("basis.bound", { ...share, amount: format.money(beforeBounds) });
}
