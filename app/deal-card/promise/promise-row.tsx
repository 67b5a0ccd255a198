import { BadgeCheck, ChevronRight, TriangleAlert } from "lucide-react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { keptPriceMessages } from "#app/deal-card/promise/kept-price-messages";
import { usePromise } from "#app/deal-card/promise/use-promise";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useLooksOn } from "#app/deal-card/use-looks-on";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

/** Under the lines of the summary: keep these figures, or what was kept and whether the deal still says so. */
export function PromiseRow() {
  const { view, worksheet } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(keptPriceMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const promise = usePromise();
  const looksOn = useLooksOn();
  if (!worksheet) return null;
  const open = view.life === "open" && !looksOn;
  if (!promise && !open) return null;
  const count = promise && !promise.acknowledged ? promise.differences.length : 0;
  const Icon = count > 0 ? TriangleAlert : BadgeCheck;
  return (
    <button
      type="button"
      onClick={() => openPanel("promise")}
      className="mx-2 flex min-h-12 items-center gap-3 rounded-cell px-2 py-1.5 text-left transition-colors duration-140 hover:bg-sunken"
    >
      <Icon
        aria-hidden
        className={cx("size-5 shrink-0", count > 0 ? "text-warn-mark" : promise ? "text-pos" : "text-ink-3")}
        strokeWidth={1.75}
      />
      <span className="min-w-0 flex-1" aria-live="polite">
        <span className={cx("block font-medium", count > 0 ? "text-warn" : promise ? undefined : "text-accent-600")}>
          {count > 0
            ? t("row.differs", { count })
            : promise
              ? t("row.kept", { date: format.date(promise.goodThrough) })
              : t("row.keep")}
        </span>
        <span className="block text-12 text-ink-3">
          {promise ? t("row.keptNote", { number: promise.number }) : t("row.keepNote", { ...voice })}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
    </button>
  );
}
