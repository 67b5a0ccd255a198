import { useState } from "react";
import { QrCode, type QrDrawing } from "#app/accounts/qr-code";
import { tillMessages } from "#app/deal-card/staff/till-messages";
import { useJson } from "#app/deal-card/use-json";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { StaffBlock } from "#app/ui/staff-block";

/** What `/deals/:dealId/pay-link` answers. */
export interface PayLinkAnswer {
  url: string;
  qr: QrDrawing;
  mailed: boolean;
}

const payable = new Set(["none", "failed", "refunded", "released", "checkingOut"]);

/** The customer pays on their own phone: a code on this screen, or a mail. */
export function PayLinkBlock() {
  const { view, dealId } = useDeal();
  const t = useMessages(tillMessages);
  const { data: link, failed, busy, load } = useJson<PayLinkAnswer>();
  const [byMail, setByMail] = useState(false);
  if (!payable.has(view.card.deposit.status)) return null;
  const ask = (send: boolean) => {
    setByMail(send);
    void load(`/deals/${dealId}/pay-link${send ? "?send=1" : ""}`, "POST");
  };
  return (
    <StaffBlock title={t("link")}>
      <p className="text-13 text-staff-600">{t("linkHint")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button busy={busy && !byMail} onClick={() => ask(false)}>
          {t("show")}
        </Button>
        <Button kind="quiet" busy={busy && byMail} onClick={() => ask(true)}>
          {t("mail")}
        </Button>
      </div>
      <div aria-live="polite">
        {failed ? <p className="mt-2 text-13 text-neg">{t("linkFailed")}</p> : null}
        {link && byMail ? <p className="mt-2 text-13">{t(link.mailed ? "mailed" : "noMail")}</p> : null}
        {link && !byMail ? (
          <>
            <QrCode drawing={link.qr} label={t("code")} className="mt-3 size-44" />
            <p className="mt-2 truncate rounded-cell bg-surface px-3 py-2 text-13 text-ink-2 select-all">{link.url}</p>
          </>
        ) : null}
      </div>
    </StaffBlock>
  );
}
