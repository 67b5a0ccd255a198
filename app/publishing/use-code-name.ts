import { carColourNames, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { vehicleWords } from "#app/merchandising/vehicle-words";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { dossierMessages } from "./dossier-messages";

/** A fact's code in the reader's words; what has none stands as it is. */
export function useCodeName() {
  const words = useMessages(vehicleWords);
  const t = useMessages(dossierMessages);
  const { locale } = useFormat();
  return (field: string, code: string): string => {
    if (field === "condition") return words(`condition.${code as "new"}`);
    if (field === "body") return words(`body.${code as "suv"}`);
    if (field === "fuel") return words(`fuel.${code as "hybrid"}`);
    if (field === "drivetrain") return words(`drivetrain.${code as "awd"}`);
    if (field === "colour") return carColourNames[code as "lake"]?.[locale] ?? code;
    if (field === "interior") return carInteriorNames[code as "dark"]?.[locale] ?? code;
    if (field === "warranty") return t(`codes.warranty.${code as "asIs"}`);
    if (field === "transmission") return t(`codes.transmission.${code as "cvt"}`);
    if (field === "titleIsClean") return t(`codes.titleIsClean.${code as "yes"}`);
    return code;
  };
}
