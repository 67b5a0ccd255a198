import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import { DifferenceLines } from "#app/promises/difference-lines";
import { differenceMessages } from "#app/promises/difference-messages";
import { useContractLineLabel } from "./contract-line-label";
import type { FinanceDealData } from "./desk-data";

/** Where the red line's button leads. */
export const PROMISE_DIFFERENCES = "promise-differences";

/** What was promised beside what the contract would say; nothing where nothing was promised. */
export function PromiseSheet({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(differenceMessages);
  const format = useFormat();
  const labelOf = useContractLineLabel(deal.productKinds);
  const { promise } = deal;
  if (!promise) return null;
  const count = promise.differences.length;
  return (
    <Sheet padding="none" className="overflow-clip" id={PROMISE_DIFFERENCES} tabIndex={-1}>
      <SheetHead
        level={3}
        title={t("title")}
        aside={
          <Chip kind={count > 0 && !promise.acknowledged ? "negative" : "positive"}>
            {t("number", { number: promise.number, date: format.date(promise.goodThrough) })}
          </Chip>
        }
        className="border-b border-line px-4 py-3"
      />
      <div className="px-4 py-3">
        <p className="text-ink-2">
          {count === 0 ? t("same") : t("more", { count })}{" "}
          {count > 0 && promise.acknowledged ? t("acknowledged") : null}
        </p>
        <DifferenceLines differences={promise.differences} labelOf={labelOf} />
      </div>
    </Sheet>
  );
}
