import { financeMessages } from "#app/deal-card/finance/finance-messages";
import { useMessages } from "#app/ui/messages";

/** A row's months, in the long word where there is room for it. */
export function ShortMonths({ months }: { months: number }) {
  const t = useMessages(financeMessages);
  return (
    <>
      <span className="max-sm:hidden lg:hidden xl:inline">{t("grid.months", { months })}</span>
      <span className="sm:hidden lg:inline xl:hidden">{t("grid.monthsShort", { months })}</span>
    </>
  );
}
