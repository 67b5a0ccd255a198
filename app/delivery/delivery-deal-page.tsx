import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { DeliveryFrame } from "./delivery-frame";
import type { DeliveryDeal } from "./delivery-deal";
import { DeliverySeed } from "./delivery-form";
import { DeliveryLights } from "./delivery-lights";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import { DueBillSheet } from "./due-bill-sheet";
import { FollowUpSheet } from "./follow-up-sheet";
import { PayoffSheet } from "./payoff-sheet";
import { ReleaseSheet } from "./release-sheet";
import { ReturnSheet } from "./return-sheet";
import { TimeSheet, TrackSheet } from "./time-sheet";
import { TitleSheet } from "./title-sheet";
import { WorkSheet } from "./work-sheet";

/** One deal on the board: what is open, what the customer sees, what is owed, and what follows the keys. */
export function DeliveryDealPage(page: DeliveryDeal) {
  const t = useMessages(deliveryDeskMessages);
  const { life, row, dealId } = page;
  const beforeKeys = life === "open" || life === "contracting" || life === "contracted";
  return (
    <DeliveryFrame storeName={page.storeName} current="deal">
      <DeliverySeed value={page.editSeed}>
        <Head page={page} />
        <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]">
          <div className="flex min-w-0 flex-col gap-4">
            {beforeKeys ? <WorkSheet page={page} /> : null}
            {beforeKeys ? null : <TitleSheet page={page} />}
            {life === "contracted" || life === "delivered" ? <PayoffSheet page={page} /> : null}
            <DueBillSheet page={page} />
            {row.followUp || page.card.handover.followUp ? <FollowUpSheet page={page} /> : null}
            {life === "delivered" ? <ReturnSheet page={page} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-4 max-lg:order-first">
            {beforeKeys ? <DeliveryLights lights={row.lights} /> : null}
            <ReleaseSheet page={page} />
            {beforeKeys ? <TimeSheet page={page} /> : null}
            {beforeKeys ? <TrackSheet page={page} /> : null}
            <p>
              <Link to={`/deals/${dealId}?stage=delivery`} className="touch-target text-accent-600">
                {t("open")}
              </Link>
            </p>
          </div>
        </div>
      </DeliverySeed>
    </DeliveryFrame>
  );
}

export function Head({ page }: { page: DeliveryDeal }) {
  const t = useMessages(deliveryDeskMessages);
  const format = useFormat();
  const { row } = page;
  return (
    <header className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <h1 className="text-20">{row.customer || row.dealNumber}</h1>
        <p className="text-ink-2">
          {row.car} · {row.dealNumber}
          {row.startsAt ? ` · ${format.dateTime(row.startsAt, "weekday")}` : ""}
          {row.method ? ` · ${t(row.method)}` : ""}
          {row.contactless ? ` · ${t("contactless")}` : ""}
        </p>
      </div>
      <ButtonLink to="/desk/delivery">
        <ArrowLeft aria-hidden strokeWidth={1.75} />
        {t("back")}
      </ButtonLink>
    </header>
  );
}
