import { Link } from "@remix-run/react";
import { History, TrendingDown, TrendingUp } from "lucide-react";
import { cardMessages } from "#app/deal-card/card-messages";
import { useChangeSentence } from "#app/deal-card/use-change-sentence";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import { Note } from "#app/ui/sheet";

const icons = {
  down: <TrendingDown aria-hidden className="text-pos" strokeWidth={1.75} />,
  up: <TrendingUp aria-hidden className="text-warn-mark" strokeWidth={1.75} />,
  none: <History aria-hidden strokeWidth={1.75} />,
};

/** The last change of a figure: by how much, who, from what to what. */
export function WhyItChanged({ className }: { className?: string }) {
  const { changes, dealId } = useDeal();
  const t = useMessages(cardMessages);
  const sentenceOf = useChangeSentence();
  const moving = changes.filter((change) => change.numbers !== null);
  const last = moving.reduce<(typeof moving)[number] | null>(
    (newest, change) => (newest && newest.revision > change.revision ? newest : change),
    null,
  );
  if (!last) return null;
  const { effect, cause, direction, parts, others } = sentenceOf(last);
  return (
    <section aria-label={t("summary.why")} aria-live="polite" className={className}>
      <Note icon={icons[direction ?? "none"]}>
        {effect ? <strong>{effect} </strong> : null}
        {cause} {parts.length > 0 ? <span className="text-ink-2">{parts.join(" · ")}. </span> : null}
        {others.length > 0 ? <span className="text-ink-2">{others.join(" ")} </span> : null}
        <Link to={`/deals/${dealId}/history`} className="link whitespace-nowrap">
          {t("summary.changes", { count: changes.length })}
        </Link>
      </Note>
    </section>
  );
}
