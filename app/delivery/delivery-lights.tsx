import { Check, CircleDashed, Minus, TriangleAlert } from "lucide-react";
import type { LightColour } from "#machines/deal/readiness";
import { type ReadinessLight, readinessLights } from "#machines/stages/handover";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { deliveryDeskMessages } from "./delivery-desk-messages";

const looks = {
  green: { icon: Check, className: "bg-pos-ground text-pos" },
  amber: { icon: CircleDashed, className: "bg-warn-ground text-warn" },
  red: { icon: TriangleAlert, className: "bg-neg-ground text-neg" },
  none: { icon: Minus, className: "bg-sunken text-ink-3" },
} as const;

/** Four lights in one row: word and shape say it, colour only helps. */
export function DeliveryLights({ lights }: { lights: Record<ReadinessLight, LightColour> }) {
  const t = useMessages(deliveryDeskMessages);
  return (
    <ul className="flex gap-1.5 max-sm:gap-1">
      {readinessLights.map((light) => {
        const { icon: Icon, className } = looks[lights[light]];
        return (
          <li
            key={light}
            className={cx(
              "flex min-w-0 flex-auto items-center justify-center gap-1.5 rounded-cell px-1.5 py-1.5 text-12 max-sm:gap-1 max-sm:px-1",
              className,
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0" strokeWidth={2} />
            <span className="truncate font-medium">{t(`light.${light}`)}</span>
            <span className="sr-only">{t(`colour.${lights[light]}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
