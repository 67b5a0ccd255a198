import { Share2, Smartphone, UserRound } from "lucide-react";
import { barMessages } from "#app/deal-card/bar-messages";
import { cardMessages } from "#app/deal-card/card-messages";
import { useCardPanel } from "#app/deal-card/card-panels";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { SharePopover } from "#app/deal-card/share-popover";
import { useLooksOn } from "#app/deal-card/use-looks-on";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";

/** Foot of the summary: this deal on another screen; and, while nobody could find it again, a way to keep it. */
export function CarryOn() {
  const { view, isStaff } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(cardMessages);
  const bar = useMessages(barMessages);
  const voice = useReaderVoice();
  const looksOn = useLooksOn();
  const unsaved = !isStaff && !looksOn && view.card.people.customer.email === "";
  return (
    <div className="flex shrink-0 items-center gap-3 border-t border-line px-4 py-3">
      {unsaved ? (
        <>
          <UserRound aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
          <button
            type="button"
            className="touch-target min-w-0 flex-1 rounded-cell text-left"
            onClick={() => openPanel("details")}
          >
            <span className="block font-medium text-accent-600">{t("carryOn.save")}</span>
            <span className="block text-12 text-ink-3">{t("carryOn.saveNote")}</span>
          </button>
        </>
      ) : (
        <>
          <Smartphone aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
          <p className="min-w-0 flex-1">
            <span className="block font-medium">{t("carryOn.title", { ...voice })}</span>
            <span className="block text-12 text-ink-3">{t("carryOn.note")}</span>
          </p>
        </>
      )}
      <SharePopover
        trigger={
          <Button kind="quiet" icon aria-label={bar("share.label")}>
            <Share2 aria-hidden strokeWidth={1.75} />
          </Button>
        }
      />
    </div>
  );
}
