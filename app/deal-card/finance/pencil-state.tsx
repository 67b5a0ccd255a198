import { pencilMessages } from "#app/deal-card/finance/pencil-messages";
import type { ShownPencil } from "#app/deal-card/finance/pencil-sheet";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

const tones: Partial<Record<ShownPencil["status"], string>> = { accepted: "text-pos", declined: "text-ink" };

/** What became of a proposal, and what was said with it. */
export function PencilState({ pencil, className }: { pencil: ShownPencil; className?: string }) {
  const t = useMessages(pencilMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { status, answer, expiresAt } = pencil;
  const time = format.dateTime(answer?.at ?? expiresAt);
  const wanted = [
    answer?.targetPayment
      ? t("wanted.payment", { amount: format.money(answer.targetPayment, { cents: "whenAny" }) })
      : null,
    answer && answer.cashDown !== null
      ? t("wanted.cash", { amount: format.money(answer.cashDown, { cents: "whenAny" }) })
      : null,
  ].filter(Boolean);
  return (
    <div className={className}>
      <p className={cx("font-medium", tones[status] ?? "text-ink-2")}>{t(`state.${status}`, { ...voice, time })}</p>
      {answer?.signedName ? <p className="text-13 text-ink-3">{t("signed", { name: answer.signedName })}</p> : null}
      {wanted.length > 0 ? <p className="text-13">{wanted.join(", ")}</p> : null}
      {answer?.note ? <p className="text-13 text-ink-2">“{answer.note}”</p> : null}
    </div>
  );
}
