import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import { useSend } from "#app/deal-card/use-send";
import { vehicleMessages } from "#app/deal-card/vehicle/vehicle-messages";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { SkeletonText } from "#app/ui/skeleton";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";

/** A car in stock as `/deals/:dealId/vehicles` tells it, with what it would do to this deal. */
export interface SwapCandidate {
  stockNumber: string;
  name: string;
  detail: string;
  image: string | null;
  totalPrice: number;
  payment: number | null;
  paymentDifference: number | null;
  totalDifference: number;
}

/** Long enough to finish a word. */
const SEARCH_QUIET_MS = 300;

/** Another car without loss: search stock, see the difference before and after, take it. */
export function SwapVehicle() {
  const { panel, openPanel } = useCardPanel();
  const t = useMessages(vehicleMessages);
  const open = panel === "swap";
  return (
    <Drawer open={open} onOpenChange={(next) => openPanel(next ? "swap" : null)} title={t("swapTitle")}>
      {open ? <SwapList onDone={() => openPanel(null)} /> : null}
    </Drawer>
  );
}

function SwapList({ onDone }: { onDone: () => void }) {
  const { dealId, view } = useDeal();
  const t = useMessages(vehicleMessages);
  const [query, setQuery] = useState("");
  const { load, data, failed } = useJson<{ vehicles: SwapCandidate[] }>();
  useEffect(() => {
    const timer = setTimeout(
      () => void load(`/deals/${dealId}/vehicles?q=${encodeURIComponent(query)}`),
      query === "" ? 0 : SEARCH_QUIET_MS,
    );
    return () => clearTimeout(timer);
  }, [query, dealId, load]);
  const current = view.card.vehicle.vehicle?.stockNumber;
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-13 text-ink-2">{t("swapNote")}</p>
      <TextField
        type="search"
        label={t("search")}
        hint={t("searchHint")}
        icon={<Search aria-hidden strokeWidth={1.75} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {data ? (
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {data.vehicles.map((vehicle) => (
              <SwapRow
                key={vehicle.stockNumber}
                vehicle={vehicle}
                isCurrent={vehicle.stockNumber === current}
                onDone={onDone}
              />
            ))}
          </ul>
        ) : failed ? null : (
          <SkeletonText lines={6} />
        )}
        {failed ? <p className="py-4 text-neg">{t("failed")}</p> : null}
        {data?.vehicles.length === 0 ? <p className="py-4 text-ink-2">{t("noMatch")}</p> : null}
      </div>
    </div>
  );
}

function SwapRow({ vehicle, isCurrent, onDone }: { vehicle: SwapCandidate; isCurrent: boolean; onDone: () => void }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const { busy, act } = useSend();
  const money = (cents: number) => format.money(Math.abs(cents), { cents: "whenAny" });
  const take = async () => {
    if (await act({ type: "vehicle.swapRequested", stockNumber: vehicle.stockNumber })) onDone();
  };
  return (
    <li className="flex gap-3 py-3">
      {vehicle.image ? (
        <img
          src={vehicle.image}
          alt=""
          loading="lazy"
          width={96}
          height={60}
          className="h-15 w-24 shrink-0 rounded-cell border border-line object-cover"
        />
      ) : (
        <span aria-hidden className="h-15 w-24 shrink-0 rounded-cell bg-sunken" />
      )}
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{vehicle.name}</p>
        <p className="text-13 text-ink-3">{vehicle.detail}</p>
        <p className="figures mt-1 text-13 text-ink-2">
          {vehicle.payment === null
            ? t("totalPrice", { amount: money(vehicle.totalPrice) })
            : t("monthly", { amount: format.money(vehicle.payment) })}
        </p>
        {isCurrent ? (
          <p className="text-13 font-medium text-ink-2">{t("current")}</p>
        ) : (
          <>
            <Difference vehicle={vehicle} money={money} />
            <Button size="small" className="mt-2" busy={busy} onClick={() => void take()}>
              {t("take")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Before and after in words: by month where there is one, and in total always. */
function Difference({ vehicle, money }: { vehicle: SwapCandidate; money: (cents: number) => string }) {
  const t = useMessages(vehicleMessages);
  const { paymentDifference, totalDifference } = vehicle;
  const monthly =
    paymentDifference === null
      ? null
      : paymentDifference === 0
        ? t("sameMonth")
        : t(paymentDifference > 0 ? "more" : "less", { amount: money(paymentDifference) });
  const total =
    totalDifference === 0
      ? null
      : t(totalDifference > 0 ? "moreTotal" : "lessTotal", { amount: money(totalDifference) });
  return (
    <p className={cx("text-13 font-medium", (paymentDifference ?? totalDifference) < 0 ? "text-pos" : "text-ink-2")}>
      {[monthly, total].filter(Boolean).join(", ")}
    </p>
  );
}
