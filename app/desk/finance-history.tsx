import { Link } from "@remix-run/react";
import { changeSentence } from "#app/deal-card/change-sentence";
import { useLocale, useMessages, useTimeZone } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import { useDeskPage } from "./desk-context";
import type { FinanceDealData } from "./desk-data";
import { financeMessages } from "./finance-messages";

/** The newest changes, in the sentences the card uses. */
export function FinanceHistory({ deal, storeName }: { deal: FinanceDealData; storeName: string }) {
  const t = useMessages(financeMessages);
  const [locale, timeZone, format] = [useLocale(), useTimeZone(), useFormat()];
  const { reader } = useDeskPage();
  const sentenceOf = (change: FinanceDealData["changes"][number]) =>
    changeSentence(change, {
      locale,
      timeZone,
      storeName,
      productKinds: deal.productKinds,
      you: { kind: "staff", ...reader },
    });
  return (
    <Sheet padding="none" className="overflow-clip">
      <SheetHead
        level={3}
        title={t("history.title")}
        actions={
          <Link to={`/deals/${deal.dealId}/history`} className="link text-13">
            {t("history.all", { count: deal.changeCount })}
          </Link>
        }
        className="border-b border-line px-4 py-3"
      />
      <ol className="py-1.5">
        {deal.changes.map((change) => {
          const { cause, effect, parts, others } = sentenceOf(change);
          return (
            <li key={change.revision} className="flex items-baseline gap-4 px-4 py-1.5">
              <p className="min-w-0 flex-1">
                {cause} {effect ? <strong className="font-semibold">{effect}</strong> : null}
                {parts.length + others.length > 0 ? (
                  <span className="block text-13 text-ink-2 first-letter:uppercase">
                    {[...(parts.length > 0 ? [`${parts.join(" · ")}.`] : []), ...others].join(" ")}
                  </span>
                ) : null}
              </p>
              <time dateTime={change.at} className="figures shrink-0 text-12 text-ink-3">
                {format.dateTime(change.at)}
              </time>
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}
