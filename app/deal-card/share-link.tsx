import { QrCode, type QrDrawing } from "#app/accounts/qr-code";
import { Check, Copy } from "lucide-react";
import { useCallback, useEffect, useRef, useState, type ReactElement } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { barMessages } from "#app/deal-card/bar-messages";
import { useJson } from "#app/deal-card/use-json";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { Popover } from "#app/ui/popover";
import { Skeleton } from "#app/ui/skeleton";

/** What `/deals/:dealId/share` answers. */
export interface ShareLink {
  url: string;
  code: string;
  qr?: QrDrawing;
}

/** Long enough to have been seen. */
const COPIED_MS = 2500;

/** Made when first asked for, not before. */
function useShareLink() {
  const { dealId } = useDeal();
  const { data, failed, load } = useJson<ShareLink>();
  const asked = useRef(false);
  const make = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    void load(`/deals/${dealId}/share`, "POST");
  }, [dealId, load]);
  return { link: data, failed, make };
}

/** Link and code that open the same deal elsewhere; mounted by the press that opens it. */
export function OpenSharePopover({ trigger }: { trigger: ReactElement }) {
  const t = useMessages(barMessages);
  const { link, failed, make } = useShareLink();
  const [open, setOpen] = useState(true);
  useEffect(make, [make]);
  return (
    <Popover trigger={trigger} label={t("share.label")} open={open} onOpenChange={setOpen}>
      <p className="text-16 font-semibold">{t("share.title")}</p>
      <ShareContent link={link} failed={failed} />
    </Popover>
  );
}

/** The same as a panel, for the buttons that send somebody the link. */
export function SharePanel() {
  const t = useMessages(barMessages);
  const { panel, openPanel } = useCardPanel();
  const { link, failed, make } = useShareLink();
  const open = panel === "share";
  useEffect(() => {
    if (open) make();
  }, [open, make]);
  return (
    <Drawer open={open} onOpenChange={(next) => openPanel(next ? "share" : null)} title={t("share.title")}>
      <div className="p-4">
        <ShareContent link={link} failed={failed} />
      </div>
    </Drawer>
  );
}

function ShareContent({ link, failed }: { link: ShareLink | null; failed: boolean }) {
  const t = useMessages(barMessages);
  return (
    <>
      <p className="mt-1 text-13 text-ink-2">{t("share.note")}</p>
      {link ? <ShareBody {...link} /> : null}
      {failed ? (
        <p role="alert" className="mt-3 text-13 text-neg">
          {t("share.failed")}
        </p>
      ) : null}
      {link || failed ? null : <Skeleton className="mt-3 h-9 w-full" />}
    </>
  );
}

function ShareBody({ url, code, qr }: ShareLink) {
  const t = useMessages(barMessages);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  const Icon = copied ? Check : Copy;
  return (
    <div className="mt-3 flex flex-col gap-3">
      {qr ? <QrCode drawing={qr} label={t("share.qr")} className="mx-auto size-40" /> : null}
      <p className="figures text-center text-18 font-semibold tracking-[.08em]">{code}</p>
      <p className="truncate rounded-cell bg-sunken px-3 py-2 text-13 text-ink-2 select-all">{url}</p>
      <Button wide onClick={() => void copy()}>
        <Icon aria-hidden strokeWidth={1.75} />
        <span aria-live="polite">{copied ? t("share.copied") : t("share.copy")}</span>
      </Button>
    </div>
  );
}
