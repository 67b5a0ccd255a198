import { Check } from "lucide-react";
import { unsignedDueItems } from "#machines/stages/due-bill";
import type { SigningParty } from "#machines/stages/handover";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliveryForm } from "./delivery-form";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import { SignaturePad } from "./signature-pad";

/** Both sides on one device, one after the other. */
export function SignatureBlock({ page, about }: { page: DeliveryDeal; about: "handover" | "dueBill" }) {
  const { customer } = page.card.people;
  const buyer = `${customer.firstName} ${customer.lastName}`.trim();
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-2">
      <Signer page={page} about={about} party="customer" name={buyer} />
      <Signer page={page} about={about} party="store" name={page.reader} />
    </div>
  );
}

interface SignerProps {
  page: DeliveryDeal;
  about: "handover" | "dueBill";
  party: SigningParty;
  name: string;
}

function Signer({ page, about, party, name }: SignerProps) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { handover, dueBill } = page.card;
  const signature =
    about === "handover"
      ? handover.signatures.find((one) => one.party === party)
      : unsignedDueItems(dueBill.items, party).length === 0
        ? dueBill.signatures.findLast((one) => one.party === party)
        : undefined;
  const heading = t(party === "customer" ? "keys.customer" : "keys.store");
  if (signature)
    return (
      <div className="min-w-0">
        <h3 className="text-13 font-medium text-ink-2">{heading}</h3>
        {signature.signatureId ? (
          <img
            src={`/deals/${page.dealId}/signatures/${signature.signatureId}`}
            alt={signature.name}
            className="mt-1 h-16 w-auto rounded-block bg-surface"
          />
        ) : null}
        <p className="mt-1 flex items-center gap-2 text-pos">
          <Check aria-hidden className="size-5 shrink-0" strokeWidth={2} />
          {t("keys.signed", { name: signature.name, time: format.dateTime(signature.at) })}
        </p>
      </div>
    );
  if (party === "customer" && about === "handover" && page.row.contactless)
    return (
      <div className="min-w-0">
        <h3 className="text-13 font-medium text-ink-2">{heading}</h3>
        <p className="mt-1 text-ink-2">{t("contactlessWaits")}</p>
      </div>
    );
  return (
    <DeliveryForm
      act={about === "handover" ? "sign" : "oweSign"}
      which={party}
      values={{ party }}
      className="flex min-w-0 flex-col gap-3"
    >
      {({ busy }) => (
        <>
          <h3 className="text-13 font-medium text-ink-2">{heading}</h3>
          <SignaturePad
            name={name}
            labels={{
              name: t("keys.name"),
              hint: t("keys.signHere"),
              clear: t("keys.clear"),
              canvas: `${t("keys.canvas")}: ${heading}`,
            }}
          />
          <Button type="submit" busy={busy} className="self-start">
            {t("keys.sign")}
            <span className="sr-only"> {heading}</span>
          </Button>
        </>
      )}
    </DeliveryForm>
  );
}
