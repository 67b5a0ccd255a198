import { Link, useActionData, useRevalidator, useSearchParams } from "@remix-run/react";
import { ChevronLeft, Landmark, LogIn } from "lucide-react";
import { useEffect, useRef } from "react";
import { ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { FilterTabs } from "#app/ui/filter-tabs";
import { useMessages } from "#app/ui/messages";
import { ActAnswer } from "./act-form";
import { ContractFigures } from "./contract-figures";
import type { DeskActAnswer } from "./desk-act-answer";
import type { FinanceDealData } from "./desk-data";
import { deskMessages } from "./desk-messages";
import { FinalizeChecklistSheet } from "./finalize-checklist-sheet";
import { FinanceHistory } from "./finance-history";
import { financeMessages } from "./finance-messages";
import { useFinanceOutlet } from "./finance-outlet";
import { JacketColumn } from "./jacket-column";
import { PromiseSheet } from "./promise-sheet";
import { ClaimForm, ReleaseForm } from "./seat-block";
import { StaffFigures } from "./staff-figures";

/** The live list says that the deal has moved; the page then asks for it once, whole. */
function useFreshDeal(revision: number): void {
  const { row } = useFinanceOutlet();
  const { revalidate, state } = useRevalidator();
  const asked = useRef(revision);
  const newest = row?.revision ?? 0;
  useEffect(() => {
    if (newest <= revision || asked.current >= newest || state !== "idle") return;
    asked.current = newest;
    revalidate();
  }, [newest, revision, state, revalidate]);
}

/** One deal between the queue and its jacket. */
export function FinanceDeal({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(financeMessages);
  const { storeName, queueLink } = useFinanceOutlet();
  const [params] = useSearchParams();
  const posted = useActionData<DeskActAnswer>();
  useFreshDeal(deal.revision);
  const tab = params.get("part") === "jacket" ? "jacket" : "deal";
  const partLink = (part: "deal" | "jacket") => {
    const next = new URLSearchParams(params);
    if (part === "jacket") next.set("part", part);
    else next.delete("part");
    return `/finance/${deal.dealId}${next.size > 0 ? `?${next}` : ""}`;
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col xl:flex-row">
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2 xl:hidden">
        <Link to={queueLink} className="touch-target link flex items-center gap-1 pr-2 sm:hidden">
          <ChevronLeft aria-hidden className="size-4" strokeWidth={1.75} />
          {t("back")}
        </Link>
        <FilterTabs
          label={t("tabs.label")}
          tabs={(["deal", "jacket"] as const).map((part) => ({
            to: partLink(part),
            name: t(`tabs.${part}`),
            current: part === tab,
          }))}
        />
      </div>
      <div
        className={cx("@container min-h-0 min-w-0 flex-1 overflow-y-auto", tab === "jacket" && "max-xl:hidden")}
        key={deal.dealId}
      >
        <div className="mx-auto flex max-w-210 flex-col gap-4 px-6 py-5 max-sm:px-4">
          <DealHead deal={deal} />
          {posted ? <ActAnswer said={posted} /> : null}
          <FinalizeChecklistSheet deal={deal} />
          <PromiseSheet deal={deal} />
          <ContractFigures deal={deal} />
          <StaffFigures deal={deal} />
          <FinanceHistory deal={deal} storeName={storeName} />
        </div>
      </div>
      <JacketColumn
        deal={deal}
        className={cx(
          "xl:flex xl:w-89 xl:shrink-0 xl:border-l xl:border-line",
          tab === "jacket" ? "flex flex-1 xl:flex-none" : "hidden",
        )}
      />
    </div>
  );
}

function DealHead({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(financeMessages);
  const desk = useMessages(deskMessages);
  const { row } = useFinanceOutlet();
  const { customer, vehicle, life, frozen } = deal;
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  const car = vehicle
    ? `${vehicle.year} ${vehicle.make} ${vehicle.model} ${vehicle.trim}, ${t("stock", { stockNumber: vehicle.stockNumber })}`
    : desk("noVehicle");
  const seller = row?.salesperson ? ` ${t("withSales", { name: row.salesperson.firstName })}` : "";
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="min-w-60 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-20">{name || desk("unnamed")}</h2>
          {life === "open" && deal.kept.finance === "complete" ? <Chip kind="accent">{t("chips.agreed")}</Chip> : null}
          {life === "contracting" ? (
            <Chip kind="accent">{t("chips.frozen", { revision: String(frozen.revision ?? "") })}</Chip>
          ) : null}
          {life === "contracted" ? <Chip kind="positive">{t("chips.signed")}</Chip> : null}
          {life === "delivered" ? <Chip kind="positive">{t("chips.delivered")}</Chip> : null}
          {life === "lost" ? <Chip kind="negative">{desk("life.lost")}</Chip> : null}
        </div>
        <p className="text-ink-2">
          {deal.dealNumber}, {car}.{seller}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-2 [&_form]:mt-0">
        {row && life !== "delivered" && life !== "lost" ? (
          <>
            <ClaimForm row={row} />
            <ReleaseForm row={row} />
          </>
        ) : null}
        <ButtonLink to={`/finance/credit/${deal.dealId}`}>
          <Landmark aria-hidden strokeWidth={1.75} />
          {t("credit")}
        </ButtonLink>
        <ButtonLink to={`/deals/${deal.dealId}`}>
          <LogIn aria-hidden strokeWidth={1.75} />
          {t("join")}
        </ButtonLink>
      </div>
    </header>
  );
}
