import type { DealView } from "#machines/deal/deal-view";
import { taxRuleOf } from "#machines/deal/tax-inputs";
import type { LineBasis } from "#machines/desking/line-basis";
import type { Worksheet } from "#machines/desking/worksheet";
import { ended } from "#app/deal-card/taxes/tax-sentence";
import { explainedLines } from "#app/deal-card/taxes/explained-lines";
import { formatDate, formatMoney, formatPercent } from "#app/ui/format";
import type { Paper } from "../paper.server";
import { lineName } from "./line-name";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const money = (cents: number) => plain(formatMoney(cents, "en"));

/**
 * Each tax and fee of the order with what it rests on, and the rule once for all of them; an amount that was stated by
 * hand says who, why, and what the rule gives.
 */
export function drawTaxBasis(paper: Paper, { card }: DealView, sheet: Worksheet): void {
  const lines = explainedLines(sheet, card.finance.method);
  if (lines.length === 0) return;
  paper.heading("Taxes and fees, and what each rests on");
  for (const { line, basis } of lines) {
    const code = line.code === "capitalizedTax" ? "upfrontTax" : line.code;
    const stated = card.taxes.overrides.find((override) => override.code === code);
    paper.row(`${lineName(line)}: ${leadOf(basis)}`, money(line.amount), { stated: basis.workedOut !== null });
    if (!stated || basis.workedOut === null) continue;
    const reason = ended(stated.reason);
    const by = stated.by.firstName ?? card.store.name;
    const rule = `By the rule it would be ${money(basis.workedOut)}.`;
    paper.paragraph(`Stated by hand by ${by}: ${reason} ${rule}`, { stated: true });
  }
  const { jurisdiction, name, version, validFrom, source } = taxRuleOf(card);
  const since = plain(formatDate(validFrom, "en", "UTC", "long"));
  paper.space(4);
  paper.paragraph(`${jurisdiction}: ${name}, version ${version}, in force since ${since}. Source: ${source}`);
}

function leadOf({ kind, rate, base, beforeBounds, askedBeforeCap, paidAt }: LineBasis): string {
  if (kind === "governmentFee") return "passed on to the state";
  if (kind === "docFee")
    return askedBeforeCap === null ? "asked of every buyer" : `${money(askedBeforeCap)} asked, capped by law`;
  const paid = paidAt ? ", paid at registration" : "";
  if (base === null) return `part of its own base${paid}`;
  if (rate === null) return `several taxes on ${money(base)}${paid}`;
  const share = `${plain(formatPercent(rate, "en"))} of ${money(base)}`;
  return beforeBounds === null ? `${share}${paid}` : `${share} would be ${money(beforeBounds)}, bound by law${paid}`;
}
