import { cx } from "#app/ui/class-names";
import { formatNumber } from "#app/ui/format";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { SearchAnswer } from "./search-answer";
import { cardMessages } from "./card-messages";

/** What every payment in a list supposes, its APR first: a payment never stands without it. */
export function PaymentAssumption({ usual, className }: { usual: SearchAnswer["usual"]; className?: string }) {
  const t = useMessages(cardMessages);
  const format = useFormat();
  if (!usual.apr) return null;
  const [low, high] = [usual.apr.low, usual.apr.high].map((percent) => formatNumber(Number(percent), format.locale, 2));
  return (
    <p className={cx("max-w-160 text-12 text-pretty text-ink-3", className)}>
      {t("assumption", {
        term: usual.termMonths,
        apr: low === high ? low! : t("aprSpan", { low: low!, high: high! }),
        down: format.money(usual.cashDown, { cents: "never" }),
        credit: t("creditFrom", { score: usual.minScore }),
      })}
    </p>
  );
}
