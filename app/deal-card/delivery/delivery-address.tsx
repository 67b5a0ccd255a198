import { type FormEvent, useState } from "react";
import { AddressFields, addressFrom } from "#app/deal-card/delivery/address-fields";
import { deliveryMessages } from "#app/deal-card/delivery/delivery-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

/** Where it goes, how far that is, and what it costs: said before a time is booked. */
export function DeliveryAddress() {
  const { view } = useDeal();
  const t = useMessages(deliveryMessages);
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const { address, distanceMiles, fee } = view.card.delivery;
  if (!address || changing) return <AddressForm onSaved={() => setChanging(false)} />;
  return (
    <LivePlace field="deliveryAddress" byLine>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-block bg-ground px-4 py-3">
        <p>
          <span className="block font-medium">
            {address.street}, {address.city}, {address.region} {address.postcode}
          </span>
          <span className="block text-13 text-ink-2">
            {t("address.distance", {
              miles: distanceMiles ?? 0,
              fee:
                fee === 0 ? t("address.free") : t("address.fee", { amount: format.money(fee, { cents: "whenAny" }) }),
            })}
          </span>
        </p>
        <Button kind="word" size="small" onClick={() => setChanging(true)}>
          {t("address.change")}
        </Button>
      </div>
    </LivePlace>
  );
}

function AddressForm({ onSaved }: { onSaved: () => void }) {
  const { view } = useDeal();
  const t = useMessages(deliveryMessages);
  const { busy, act } = useSend();
  const { customer } = view.card.people;
  const known = view.card.delivery.address ?? customer;
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const stated = addressFrom(new FormData(event.currentTarget));
    if (await act({ type: "delivery.addressStated", ...stated })) onSaved();
  };
  return (
    <LivePlace field="deliveryAddress">
      <form
        id={cardPlaces.deliveryAddress}
        onSubmit={(event) => void save(event)}
        className="flex flex-col items-start gap-4"
      >
        <AddressFields known={known} />
        {view.card.delivery.address ? (
          <Button type="submit" busy={busy}>
            {t("address.save")}
          </Button>
        ) : null}
      </form>
    </LivePlace>
  );
}
