import { cardMessages } from "#app/deal-card/card-messages";
import { cx } from "#app/ui/class-names";
import { useLocale, useMessages } from "#app/ui/messages";
import {
  carArtAlt,
  carArtFiles,
  carBodies,
  carColourNames,
  carColours,
  hasCarArt,
} from "#prisma/seed/car-art/car-art-catalog";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";

type Pictured = Pick<VehicleSnapshot, "body" | "colour">;

function artOf({ body, colour }: Pictured) {
  const knownBody = carBodies.find((one) => one === body);
  const knownColour = carColours.find((one) => one === colour);
  if (!knownBody || !knownColour || !hasCarArt(knownBody, knownColour)) return null;
  return { body: knownBody, colour: knownColour, angle: "side" as const };
}

/** The side view, small. A car without a picture keeps its place empty. */
export function VehiclePicture({ vehicle, className }: { vehicle: Pictured; className?: string }) {
  const locale = useLocale();
  const t = useMessages(cardMessages);
  const art = artOf(vehicle);
  const frame = cx("overflow-clip rounded-cell border border-line bg-sunken", className);
  if (!art) return <div aria-hidden className={frame} />;
  const files = carArtFiles(art).filter(({ width }) => width === 640);
  return (
    <picture className={cx("block", frame)} title={t("summary.illustration")}>
      {files.map(({ format, url }) => (
        <source key={url} type={`image/${format}`} srcSet={url} />
      ))}
      <img
        src={files.at(-1)?.url}
        alt={carArtAlt(art, locale)}
        width={640}
        height={400}
        className="size-full object-cover"
      />
    </picture>
  );
}

/** "Lake blue" for a colour's code; a colour from a feed keeps its own name. */
export function useColourName() {
  const locale = useLocale();
  return (colour: string) =>
    carColours.some((one) => one === colour) ? carColourNames[colour as keyof typeof carColourNames][locale] : colour;
}
