import { Plus } from "lucide-react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useSend } from "#app/deal-card/use-send";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";

/** The cars side by side, once there are several or one is being added. */
export function TradeCars() {
  const { car, cars, choose } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const isNew = !cars.some((one) => one.car === car);
  if (cars.length < 2 && !(isNew && cars.length > 0)) return null;
  const segments = cars.map(({ car: number, trade }) => ({
    value: String(number),
    label: trade.description ? vehicleName(trade.description) : String(number),
  }));
  return (
    <SegmentedControl
      label={t("car.tabs")}
      name="trade-car"
      value={String(car)}
      onChange={(value) => choose(Number(value))}
      segments={isNew ? [...segments, { value: String(car), label: t("car.newTab") }] : segments}
    />
  );
}

/** Further cars come and go under the last section. */
export function FurtherCars() {
  const { car, next, choose, cars } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const { busy, act } = useSend();
  const remove = async () => {
    if (car > 1 && (await act({ type: "trade.carRemoved", car }))) choose(1);
  };
  return (
    <div className="flex flex-wrap items-center gap-1 max-sm:px-1">
      {next === null || cars.length === 0 ? null : (
        <Button kind="word" className="-ml-3" onClick={() => choose(next)}>
          <Plus aria-hidden strokeWidth={1.75} />
          {t("car.add")}
        </Button>
      )}
      {car > 1 ? (
        <Button kind="word" busy={busy} onClick={() => void remove()}>
          {t("car.remove")}
        </Button>
      ) : null}
    </div>
  );
}
