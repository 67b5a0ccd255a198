import { CalendarPlus, Navigation } from "lucide-react";
import { handoverMessages } from "#app/deal-card/delivery/handover-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";

const linkClass = "touch-target inline-flex items-center gap-2 text-accent-600 hover:text-accent-700";

/** The time for their own calendar, and the way to the store; at home there is no way to go. */
export function AppointmentLinks() {
  const { view, dealId, asOf } = useDeal();
  const t = useMessages(handoverMessages);
  const { store, delivery } = view.card;
  const { street, city, region, postcode } = store.address;
  const place = encodeURIComponent(`${store.name}, ${street}, ${city}, ${region} ${postcode}`);
  if (asOf !== null) return null;
  return (
    <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
      <a href={`/deals/${dealId}/appointment.ics`} className={linkClass}>
        <CalendarPlus aria-hidden className="size-4.5" strokeWidth={1.75} />
        {t("calendar")}
      </a>
      {delivery.method === "home" ? null : (
        <a
          href={`https://www.google.com/maps/dir/?api=1&destination=${place}`}
          target="_blank"
          rel="noreferrer"
          className={linkClass}
        >
          <Navigation aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t("map")}
        </a>
      )}
    </p>
  );
}
