import {
  BadgeCheck,
  Clock,
  FileText,
  Fuel,
  Gauge,
  Network,
  ShieldAlert,
  ShieldCheck,
  Users,
  Zap,
  type LucideIcon,
} from "lucide-react";
import { useVehicleWords } from "./page-words";
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
  inspection: FileText,
  warranty: BadgeCheck,
};

/** Eight answers in two rows. */
export function FactGrid({ facts }: { facts: readonly Fact[] }) {
  const words = useVehicleWords();
  return (
    <dl
      aria-label={words.facts}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-sheet border border-line bg-line lg:grid-cols-4"
    >
      {facts.map(({ icon, title, note, to }) => {
        const Icon = icons[icon];
        return (
          <div key={icon} className="relative bg-surface py-3.5 pr-4 pl-11.5 has-[a:hover]:bg-ground">
            <dt className="font-semibold text-balance">
              <Icon aria-hidden className="absolute top-4 left-4 size-4.5 text-ink-3" strokeWidth={1.75} />
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
        );
      })}
    </dl>
  );
}
