import { BadgeCheck, ClipboardCheck, Clock, FileText, Fuel, Gauge, Network, ShieldAlert, ShieldCheck, Users, Zap, type LucideIcon } from "lucide-react";
import { useMessages } from "#app/ui/messages";
import { vehicleMessages } from "./vehicle-messages";
import type { Fact, FactIcon } from "./vehicle-sheets";

const icons: Record<FactIcon, LucideIcon> = {
  miles: Gauge,
  fuel: Fuel,
  charge: Zap,
  drive: Network,
  seats: Users,
  clear: ShieldCheck,
  recall: ShieldAlert,
  days: Clock,
  sticker: FileText,
  inspection: ClipboardCheck,
  warranty: BadgeCheck,
};

/** Eight answers in two rows. */
export function FactGrid({ facts }: { facts: readonly Fact[] }) {
  const t = useMessages(vehicleMessages);
  return (
    <dl
      aria-label={t("facts")}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-sheet border border-line bg-line lg:grid-cols-4"
    >
      {facts.map(({ icon, title, note, to }) => {
        const Icon = icons[icon];
        return (
          <div key={icon} className="relative flex items-start gap-3 bg-surface px-4 py-3.5 has-[a:hover]:bg-ground">
            <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-ink-3" strokeWidth={1.75} />
            <div className="min-w-0">
              <dt className="font-semibold text-balance">
                {to ? (
                  <a href={to} className="after:absolute after:inset-0">
                    {title}
                  </a>
                ) : (
                  title
                )}
              </dt>
              <dd className="text-13 text-ink-3">{note}</dd>
            </div>
          </div>
        );
      })}
    </dl>
  );
}
