import { BadgeCheck, ClipboardCheck, Clock, FileText, Fuel, Gauge, Network, ShieldAlert, ShieldCheck, Users, Zap, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { VehicleDetails } from "./vehicle-details";
import { vehicleMessages } from "./vehicle-messages";
import { vehicleWords } from "./vehicle-words";
import { useWarrantyLines } from "./warranty-lines";

interface Fact {
  icon: LucideIcon;
  title: ReactNode;
  note: ReactNode;
  /** A place further down that says more. */
  to?: string;
}

/** Eight answers in two rows: what a buyer asks before anything else. */
export function FactGrid({ vehicle, lookers, today }: { vehicle: VehicleDetails; lookers: number; today: string }) {
  const t = useMessages(vehicleMessages);
  const facts = useFacts(vehicle, lookers, today);
  return (
    <dl
      aria-label={t("facts.label")}
      className="grid grid-cols-2 overflow-hidden rounded-sheet border border-line bg-line [gap:1px] lg:grid-cols-4"
    >
      {facts.map(({ icon: Icon, title, note, to }, index) => (
        <div key={index} className="relative flex items-start gap-3 bg-surface px-4 py-3.5 has-[a:hover]:bg-ground">
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
      ))}
    </dl>
  );
}

function useFacts(vehicle: VehicleDetails, lookers: number, today: string): Fact[] {
  const t = useMessages(vehicleMessages);
  const words = useMessages(vehicleWords);
  const format = useFormat();
  const warranty = useWarrantyLines(vehicle.warranty)[0];
  const { history, recalls } = vehicle;
  const openRecalls = recalls.open.length;
  const power = t("facts.power", { engine: vehicle.engine, hp: vehicle.powerHp });
  return [
    {
      icon: Gauge,
      title: t("facts.miles", { count: vehicle.mileage }),
      note: history ? t("facts.owners", { count: history.owners }) : t("facts.neverTitled"),
    },
    useEconomyFact(vehicle),
    { icon: Network, title: words(`drivetrain.${vehicle.drivetrain}`), note: power },
    {
      icon: Users,
      title: t("facts.seats", { count: vehicle.seats }),
      note: t("facts.legroom", { inches: vehicle.rearLegroomInches }),
    },
    {
      icon: openRecalls > 0 ? ShieldAlert : ShieldCheck,
      title: openRecalls > 0 ? t("facts.recalls", { count: openRecalls }) : t("facts.noRecalls"),
      note:
        recalls.checkedOn === today
          ? t("facts.checkedToday")
          : t("facts.checkedOn", { date: format.date(recalls.checkedOn) }),
      to: "#history",
    },
    {
      icon: Clock,
      title: t("facts.days", { count: vehicle.daysLive }),
      note: lookers > 0 ? t("facts.looking", { count: lookers }) : t("facts.nobodyLooking"),
    },
    history
      ? {
          icon: ClipboardCheck,
          title: t("facts.inspection", { count: history.inspectionPoints }),
          note: t("facts.inspectionNote", { date: format.date(history.inspectedOn) }),
          to: "#history",
        }
      : { icon: FileText, title: t("facts.sticker"), note: t("facts.stickerNote"), to: "#sticker" },
    { icon: BadgeCheck, title: warranty?.value ?? t("warranty.asIs"), note: warranty?.name ?? t("warranty.asIsNote") },
  ];
}

function useEconomyFact({ economy }: VehicleDetails): Fact {
  const t = useMessages(vehicleMessages);
  switch (economy.kind) {
    case "electric":
      return {
        icon: Zap,
        title: t("facts.range", { count: economy.rangeMiles }),
        note: t("facts.rangeNote", { kwh: economy.batteryKwh }),
      };
    case "plugIn":
      return {
        icon: Zap,
        title: t("facts.plugIn", { count: economy.electricRangeMiles }),
        note: t("facts.plugInNote", { mpg: economy.combined }),
      };
    case "fuel":
      return {
        icon: Fuel,
        title: t("facts.mpg", { city: economy.city, highway: economy.highway }),
        note: t("facts.mpgNote"),
      };
  }
}
