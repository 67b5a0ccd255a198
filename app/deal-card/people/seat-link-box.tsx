import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { QrCode, type QrDrawing } from "#app/accounts/qr-code";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { usePost } from "#app/deal-card/people/use-post";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Skeleton } from "#app/ui/skeleton";

interface SeatLinkAnswer {
  url: string;
  code: string;
  qr: QrDrawing;
}

/** Long enough to have been seen. */
const COPIED_MS = 2_500;

/** The link to one seat: made when it is asked for, shown once. */
export function SeatLinkBox({ seatId, name }: { seatId: string; name: string }) {
  const t = useMessages(peopleMessages);
  const { dealId } = useDeal();
  const { answer, failed, post } = usePost<SeatLinkAnswer>(`/deals/${dealId}/seats`);
  const [copied, setCopied] = useState(false);
  useEffect(() => void post({ seatId }), [post, seatId]);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (failed)
    return (
      <p role="alert" className="text-13 text-neg">
        {t("linkFailed")}
      </p>
    );
  if (!answer) return <Skeleton className="h-40 w-full" />;
  const Icon = copied ? Check : Copy;
  const copy = async () => {
    await navigator.clipboard.writeText(answer.url);
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-3 rounded-block border border-line p-3">
      <p className="text-13 text-ink-2">{t("linkNote")}</p>
      <QrCode drawing={answer.qr} label={t("qr", { name })} className="mx-auto size-36" />
      <p className="figures text-center text-18 font-semibold tracking-[.08em]">{answer.code}</p>
      <p className="truncate rounded-cell bg-sunken px-3 py-2 text-13 text-ink-2 select-all">{answer.url}</p>
      <Button wide onClick={() => void copy()}>
        <Icon aria-hidden strokeWidth={1.75} />
        <span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
      </Button>
    </div>
  );
}
