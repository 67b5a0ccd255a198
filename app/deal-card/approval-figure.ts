import { formatMoney, formatNumber, formatPercent } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import type { ApprovalKind } from "#machines/deal/approval";

/** A figure that somebody asked for or was granted, in the unit of its kind. */
export function approvalFigure(kind: ApprovalKind, figure: number, locale: Locale): string {
  switch (kind) {
    case "contractRate":
      return formatPercent(figure, locale);
    case "termMonths":
    case "pencil":
      return formatNumber(figure, locale);
    case "sellingPrice":
    case "docFeeWaiver":
      return formatMoney(figure, locale, { cents: "whenAny" });
  }
}
