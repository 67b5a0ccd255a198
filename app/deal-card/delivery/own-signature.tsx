import { Check } from "lucide-react";
import { useState } from "react";
import { handoverMessages } from "#app/deal-card/delivery/handover-messages";
import { PanelSection } from "#app/deal-card/stage-panel";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";

/** Without meeting, the customer signs what both saw on a device of their own; what changes takes the signature away. */
export function OwnSignature() {
  const { view, audience, asOf } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { act, busy } = useSend();
  const { customer } = view.card.people;
  const [name, setName] = useState(`${customer.firstName} ${customer.lastName}`.trim());
  const { contactless, checks, odometer, signatures } = view.card.handover;
  const signature = signatures.find(({ party }) => party === "customer");
  if (!contactless || audience !== "customer") return null;
  return (
    <PanelSection title={t("sign.title")}>
      {signature ? (
        <p className="flex items-center gap-2 text-pos" role="status">
          <Check aria-hidden className="size-5 shrink-0" strokeWidth={2} />
          {t("sign.signed", { name: signature.name, time: format.dateTime(signature.at) })}
        </p>
      ) : asOf !== null ? null : odometer === null ? (
        <p className="text-ink-2">{t("sign.wait")}</p>
      ) : (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void act({ type: "handover.signRequested", party: "customer", name: name.trim(), strokes: null });
          }}
        >
          <p className="text-13 text-ink-2">
            {t("sign.lead", { miles: format.miles(odometer), count: checks.length })}
          </p>
          <TextField
            name="signature"
            label={t("sign.name")}
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={80}
            autoComplete="name"
            required
            className="max-w-80"
          />
          <Button type="submit" kind="primary" busy={busy} className="self-start">
            {t("sign.act")}
          </Button>
        </form>
      )}
    </PanelSection>
  );
}
