import { cardMessages } from "#app/deal-card/card-messages";
import { useColourName } from "#app/deal-card/vehicle-picture";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";

/** "2026 Norden Vista Hybrid". */
export const vehicleName = ({ year, make, model }: Pick<VehicleSnapshot, "year" | "make" | "model">) =>
  `${year} ${make} ${model}`;

/** "XL AWD, lake blue, 12 mi". */
export function useVehicleDetail() {
  const t = useMessages(cardMessages);
  const format = useFormat();
  const colourName = useColourName();
  return ({ trim, drivetrain, colour, mileage }: Pick<VehicleSnapshot, "trim" | "drivetrain" | "colour" | "mileage">) =>
    [
      `${trim} ${t(`drivetrain.${drivetrain}`)}`,
      colourName(colour).toLocaleLowerCase(format.locale),
      format.miles(mileage),
    ].join(", ");
}
