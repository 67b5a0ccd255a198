import type { FormEvent } from "react";
import { AddressFields, addressFrom } from "#app/deal-card/delivery/address-fields";
import { useCardPanel } from "#app/deal-card/card-panels";
import { detailsMessages } from "#app/deal-card/details-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { isSettled, stageNames } from "#machines/stages/stage";

/** Asked for only when it buys something: finding the deal again, or a name on its papers. */
export function CustomerDetails() {
  const { panel, openPanel } = useCardPanel();
  const { view } = useDeal();
  const t = useMessages(detailsMessages);
  const voice = useReaderVoice();
  const open = panel === "details";
  const close = () => openPanel(null);
  const settled = stageNames.every((stage) => isSettled(view.kept[stage]));
  const needsAddress = settled || view.card.people.customer.email !== "";
  return (
    <Drawer open={open} onOpenChange={(next) => openPanel(next ? "details" : null)} title={t("title", { ...voice })}>
      {open ? (
        <div className="flex flex-col gap-8 p-4">
          <NameForm onSaved={needsAddress ? undefined : close} />
          {needsAddress ? <AddressForm onSaved={close} /> : null}
        </div>
      ) : null}
    </Drawer>
  );
}

function NameForm({ onSaved }: { onSaved?: () => void }) {
  const { view } = useDeal();
  const t = useMessages(detailsMessages);
  const { busy, act } = useSend();
  const { customer } = view.card.people;
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const saved = await act({
      type: "customer.identified",
      firstName: text("firstName"),
      lastName: text("lastName"),
      email: text("email"),
      phone: text("phone"),
    });
    if (saved) onSaved?.();
  };
  return (
    <LivePlace field="customerName" byLine>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <p className="text-ink-2">{t("note")}</p>
        <div className="grid grid-cols-2 gap-3">
          <TextField
            name="firstName"
            label={t("firstName")}
            autoComplete="given-name"
            required
            maxLength={80}
            defaultValue={customer.firstName}
          />
          <TextField
            name="lastName"
            label={t("lastName")}
            autoComplete="family-name"
            maxLength={80}
            defaultValue={customer.lastName}
          />
        </div>
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="email"
          maxLength={200}
          defaultValue={customer.email}
        />
        <TextField
          name="phone"
          type="tel"
          label={t("phone")}
          optional
          autoComplete="tel"
          maxLength={80}
          defaultValue={customer.phone}
        />
        <Button type="submit" kind="primary" size="large" wide busy={busy}>
          {t("save")}
        </Button>
        <p className="text-center text-12 text-ink-3">{t("privacy", { store: view.card.store.name })}</p>
      </form>
    </LivePlace>
  );
}

function AddressForm({ onSaved }: { onSaved: () => void }) {
  const { view } = useDeal();
  const t = useMessages(detailsMessages);
  const { busy, act } = useSend();
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await act({ type: "customer.addressStated", ...addressFrom(new FormData(event.currentTarget)) })) onSaved();
  };
  return (
    <LivePlace field="customerAddress" byLine>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <div>
          <h3 className="text-16">{t("addressTitle")}</h3>
          <p className="text-13 text-ink-2">{t("addressNote")}</p>
        </div>
        <AddressFields known={view.card.people.customer} />
        <Button type="submit" wide busy={busy}>
          {t("saveAddress")}
        </Button>
      </form>
    </LivePlace>
  );
}
