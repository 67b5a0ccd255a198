import { BadgeCheck, Check } from "lucide-react";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { storeTaxMessages } from "./store-tax-messages";
import type { PackStanding } from "./store-taxes";

/** Whether a deal may be worked by these rules. */
export function StandingChip({ standing }: { standing: PackStanding | null }) {
  const t = useMessages(storeTaxMessages);
  if (standing === null) return <Chip kind="warning">{t("standing.none")}</Chip>;
  if (standing === "confirmed")
    return (
      <Chip kind="positive" icon={Check}>
        {t("standing.confirmed")}
      </Chip>
    );
  if (standing === "verified")
    return (
      <Chip kind="accent" icon={BadgeCheck}>
        {t("standing.verified")}
      </Chip>
    );
  return <Chip kind="demo">{t("standing.off")}</Chip>;
}
