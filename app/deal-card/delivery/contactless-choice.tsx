import { handoverMessages } from "#app/deal-card/delivery/handover-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { CheckboxField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";

/** To meet for the keys, or not: either side may say so, until the keys have left. */
export function ContactlessChoice() {
  const { view, asOf } = useDeal();
  const t = useMessages(handoverMessages);
  const { act, busy } = useSend();
  const chosen = view.card.handover.contactless === true;
  return (
    <CheckboxField
      label={t("contactless")}
      hint={t("contactlessHint")}
      checked={chosen}
      disabled={asOf !== null}
      aria-busy={busy}
      onChange={() => void act({ type: "handover.contactlessChosen", contactless: !chosen })}
    />
  );
}
