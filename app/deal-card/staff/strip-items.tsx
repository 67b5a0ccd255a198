import { useLocation } from "@remix-run/react";
import { Hourglass, Table2 } from "lucide-react";
import { approvalMessages } from "#app/deal-card/staff/approval-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { StaffStripItem } from "#app/ui/staff-block";
import { useFormat } from "#app/ui/use-format";
import { openApprovals, type Approval } from "#machines/deal/approval";
import { staffFigures } from "#machines/deal/deal-view";

/** How many requests of this deal wait for a manager's word, and since when. */
export function StripItems() {
  const { view } = useDeal();
  const t = useMessages(approvalMessages);
  const format = useFormat();
  const open = openApprovals({ list: (staffFigures(view).approvals ?? []) as Approval[] });
  const first = open[0];
  if (!first) return null;
  return (
    <StaffStripItem icon={<Hourglass aria-hidden strokeWidth={1.75} />} fact={t("onStrip", { count: open.length })}>
      {t("withDesk", { time: format.time(first.at) })}
    </StaffStripItem>
  );
}

/** From the card to the same deal as the desk works it. */
export function StripLinks() {
  const { dealId } = useDeal();
  const t = useMessages(approvalMessages);
  const { pathname } = useLocation();
  if (pathname.startsWith("/desk/")) return null;
  return (
    <ButtonLink kind="staff" size="small" to={`/desk/${dealId}`}>
      <Table2 aria-hidden strokeWidth={1.75} />
      <span className="max-sm:sr-only">{t("desk")}</span>
    </ButtonLink>
  );
}
