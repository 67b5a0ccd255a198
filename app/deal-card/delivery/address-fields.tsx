import { deliveryMessages } from "#app/deal-card/delivery/delivery-messages";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import type { DeliveryAddress } from "#machines/stages/delivery";

/** Street, city, state and ZIP, filled in by the browser where it knows them. */
export function AddressFields({ known }: { known: DeliveryAddress }) {
  const t = useMessages(deliveryMessages);
  return (
    <div className="grid w-full grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-6">
      <TextField
        name="street"
        label={t("address.street")}
        className="col-span-full"
        autoComplete="street-address"
        required
        maxLength={80}
        defaultValue={known.street}
      />
      <TextField
        name="city"
        label={t("address.city")}
        className="max-sm:col-span-2 sm:col-span-3"
        autoComplete="address-level2"
        required
        maxLength={80}
        defaultValue={known.city}
      />
      <TextField
        name="region"
        label={t("address.region")}
        className="sm:col-span-1"
        autoComplete="address-level1"
        required
        maxLength={80}
        defaultValue={known.region}
      />
      <TextField
        name="postcode"
        label={t("address.postcode")}
        className="sm:col-span-2"
        autoComplete="postal-code"
        inputMode="numeric"
        required
        maxLength={80}
        defaultValue={known.postcode}
      />
    </div>
  );
}

export function addressFrom(form: FormData): DeliveryAddress {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return { street: text("street"), city: text("city"), region: text("region"), postcode: text("postcode") };
}
