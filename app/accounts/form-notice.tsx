import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "#app/ui/messages";
import { formatMinutes } from "#app/ui/format";
import { accountMessages } from "./messages";

/** What went wrong with the whole form; a screen reader hears it when it appears. */
export function FormNotice({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="empty:hidden">
      {children ? (
        <p className="flex items-start gap-2 rounded-block bg-neg-ground px-3.5 py-2.5 text-neg">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
          <span className="min-w-0 flex-1 text-pretty">{children}</span>
        </p>
      ) : null}
    </div>
  );
}

/** "Wait 12 min": whole minutes, since nobody counts seconds at a door. */
export function SlowDown({ retryAfterSeconds }: { retryAfterSeconds: number }) {
  const t = useMessages(accountMessages);
  return <>{t("slowDown", { wait: formatMinutes(Math.ceil(retryAfterSeconds / 60)) })}</>;
}
