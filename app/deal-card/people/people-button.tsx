import { Users } from "lucide-react";
import { cardMessages } from "#app/deal-card/card-messages";
import { useCardPanel } from "#app/deal-card/card-panels";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";

/** Opens who is at the deal and what they may do. */
export function PeopleButton() {
  const t = useMessages(cardMessages);
  const { openPanel } = useCardPanel();
  return (
    <Button
      aria-label={t("people.open")}
      className="max-sm:hidden max-xl:aspect-square max-xl:px-0!"
      onClick={() => openPanel("people")}
    >
      <Users aria-hidden strokeWidth={1.75} />
      <span className="max-xl:sr-only">{t("people.open")}</span>
    </Button>
  );
}

/** The same as a word, for the phone's strip. */
export function PeopleWord({ className }: { className?: string }) {
  const t = useMessages(cardMessages);
  const { openPanel } = useCardPanel();
  const { asOf } = useDeal();
  if (asOf !== null) return null;
  return (
    <button type="button" className={className} onClick={() => openPanel("people")}>
      {t("people.open")}
    </button>
  );
}
