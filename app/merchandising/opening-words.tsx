import { useLocale, useMessages } from "#app/ui/messages";
import { formatDate, formatTime } from "#app/ui/format";
import type { Opening } from "./opening-hours";
import { storeMessages } from "./store-messages";

/** A wall time of the store, `20:00`, as its language says it: it has no zone, so it is read and written in one. */
export const useWallTime = () => {
  const locale = useLocale();
  return (time: string) => formatTime(`2000-01-01T${time}:00Z`, locale, "UTC");
};

/** "Open until 8 PM", or when it opens next. */
export function OpeningWords({ opening, today }: { opening: Opening; today: string }) {
  const t = useMessages(storeMessages);
  const locale = useLocale();
  const wallTime = useWallTime();
  if (!opening) return <>{t("closed")}</>;
  if (opening.open) return <>{t("openUntil", { time: wallTime(opening.until) })}</>;
  if (opening.on === today) return <>{t("opensToday", { time: wallTime(opening.at) })}</>;
  return <>{t("closedUntil", { day: formatDate(opening.on, locale, "UTC", "weekday"), time: wallTime(opening.at) })}</>;
}
