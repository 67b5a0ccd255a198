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
import type { DealEdit } from "#machines/deal/deal-events";
import { unsignedDueItems } from "#machines/stages/due-bill";

/** Without meeting, the customer signs what is owed and what both saw on a device of their own; a change takes it away. */
export function OwnSignature() {
  const { view, audience, asOf } = useDeal();
  const t = useMessages(handoverMessages);
  const format = useFormat();
  const { handover, dueBill } = view.card;
  const { contactless, checks, odometer, signatures } = handover;
  const signature = signatures.find(({ party }) => party === "customer");
  const owed = unsignedDueItems(dueBill.items, "customer").length;
  if (!contactless || audience !== "customer" || asOf !== null) return null;
  return (
    <>
      {owed > 0 ? (
        <PanelSection title={t("sign.owedTitle")}>
          <SignForm
            lead={t("sign.owedLead", { count: owed })}
            act={t("sign.owedAct")}
            editOf={(name) => ({ type: "dueBill.signRequested", party: "customer", name, strokes: null })}
          />
        </PanelSection>
      ) : null}
      <PanelSection title={t("sign.title")}>
        {signature ? (
          <p className="flex items-center gap-2 text-pos" role="status">
            <Check aria-hidden className="size-5 shrink-0" strokeWidth={2} />
            {t("sign.signed", { name: signature.name, time: format.dateTime(signature.at) })}
          </p>
        ) : odometer === null ? (
          <p className="text-ink-2">{t("sign.wait")}</p>
        ) : (
          <SignForm
            lead={t("sign.lead", { miles: format.miles(odometer), count: checks.length })}
            act={t("sign.act")}
            editOf={(name) => ({ type: "handover.signRequested", party: "customer", name, strokes: null })}
          />
        )}
      </PanelSection>
    </>
  );
}

function SignForm({ lead, act, editOf }: { lead: string; act: string; editOf: (name: string) => DealEdit }) {
  const { view } = useDeal();
  const t = useMessages(handoverMessages);
  const sending = useSend();
  const { customer } = view.card.people;
  const [name, setName] = useState(`${customer.firstName} ${customer.lastName}`.trim());
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void sending.act(editOf(name.trim()));
      }}
    >
      <p className="text-13 text-ink-2">{lead}</p>
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
      <Button type="submit" kind="primary" busy={sending.busy} className="self-start">
        {act}
      </Button>
    </form>
  );
}
