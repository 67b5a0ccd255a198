import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { VehicleDetails } from "./vehicle-details";
import { vehicleMessages } from "./vehicle-messages";

export interface WarrantyLine {
  name: string;
  value: string;
}

/** Each cover the car comes with, the longest-lived first; none when it is sold as is. */
export function useWarrantyLines({ basis, basic, powertrain, battery }: VehicleDetails["warranty"]): WarrantyLine[] {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const value = ({ months, miles }: { months: number; miles: number }) =>
    months % 12 === 0
      ? t("warranty.years", { years: months / 12, miles: format.miles(miles) })
      : t("warranty.months", { months, miles: format.miles(miles) });
  const isLeft = basis === "factoryRemainder";
  const powertrainName = basis === "store" ? t("warranty.store") : t(isLeft ? "warranty.powertrainLeft" : "warranty.powertrain");
  const basicName = basis === "certified" ? t("warranty.certified") : t(isLeft ? "warranty.basicLeft" : "warranty.basic");
  return [
    ...(powertrain ? [{ name: powertrainName, value: value(powertrain) }] : []),
    ...(basic ? [{ name: basicName, value: value(basic) }] : []),
    ...(battery ? [{ name: t("warranty.battery"), value: value(battery) }] : []),
  ];
}
