import { taxRuleOf } from "#machines/deal/tax-inputs";
import type { LineBasis } from "#machines/desking/line-basis";
import type { Worksheet } from "#machines/desking/worksheet";
import { explainedLines } from "#app/deal-card/taxes/explained-lines";
import { ended } from "#app/deal-card/taxes/tax-sentence";
import { formatPercent } from "#app/ui/format";
import { wordsIn } from "../words-in";
import type { Paper } from "../paper.server";
import { printable } from "../typeset.server";
import type { FormInput } from "./form-input";
import { formats } from "./form-sheet.server";
import { lineName } from "./line-name";
import { orderWords } from "./order-words";

/** So many lines stay with their heading; a longer list may part over a page. */
const MOST_TOGETHER = 8;

/**
 * Each tax and fee of the order with what it rests on, and the rule once for all of them; an amount that was stated by
 * hand says who, why, and what the rule gives.
 */
export function drawTaxBasis(paper: Paper, input: FormInput, sheet: Worksheet): void {
  const { card } = input.view;
  const lines = explainedLines(sheet, card.finance.method);
  if (lines.length === 0) return;
  const t = wordsIn(orderWords, input.locale);
  const { money, date } = formats(input);
  paper.heading(t("basis.title"), Math.min(MOST_TOGETHER, lines.length) * 14 + 16);
  for (const { line, basis } of lines) {
    const code = line.code === "capitalizedTax" ? "upfrontTax" : line.code;
    const stated = card.taxes.overrides.find((override) => override.code === code);
    const name = lineName(line, input.locale);
    const colon = input.locale === "fr" ? " :" : ":";
    paper.row(`${name}${colon} ${leadOf(basis, input)}`, money(line.amount), { stated: basis.workedOut !== null });
    if (!stated || basis.workedOut === null) continue;
    const by = stated.by.firstName ?? card.store.name;
    const said = { by, reason: ended(stated.reason), amount: money(basis.workedOut) };
    paper.paragraph(t("basis.statedBy", said), { stated: true });
  }
  const { jurisdiction, name, version, validFrom, source } = taxRuleOf(card);
  paper.space(4);
  paper.paragraph(t("basis.rule", { place: jurisdiction, name, version, since: date(validFrom), source }));
}

function leadOf({ kind, rate, base, beforeBounds, askedBeforeCap, paidAt }: LineBasis, input: FormInput): string {
  const t = wordsIn(orderWords, input.locale);
  const { money } = formats(input);
  if (kind === "governmentFee") return t("basis.government");
  if (kind === "docFee")
    return askedBeforeCap === null ? t("basis.docFee") : t("basis.docFeeCapped", { amount: money(askedBeforeCap) });
  const paid = paidAt ? t("basis.paidLater") : "";
  if (base === null) return t("basis.ownBase", { paid });
  if (rate === null) return t("basis.several", { base: money(base), paid });
  const share = { rate: printable(formatPercent(rate, input.locale)), base: money(base), paid };
  return beforeBounds === null ? t("basis.share", share) : t("basis.bound", { ...share, amount: money(beforeBounds) });
}
