import { remember } from "#app/platform/remember.server";
import type { PlateAnswer } from "./known-car";

export interface Plate {
  plate: string;
  /** State or province that gave it out. */
  region: string;
}

/** Who knows which car bears a plate: a service of the store's choice, asked for one car at a time. */
export interface PlateSource {
  find(plate: Plate): Promise<PlateAnswer>;
}

/** Without a service nobody knows: registers are not public, and a guess would be somebody else's car. */
export const noPlateSource: PlateSource = { find: () => Promise.resolve({ status: "plateNotAvailable" }) };

const holder = remember<{ source: PlateSource }>("plateSource", () => ({ source: noPlateSource }));

/** Set once by the composition root of a store that has one. */
export function usePlateSource(source: PlateSource): void {
  holder.source = source;
}

export const lookUpPlate = (plate: Plate): Promise<PlateAnswer> => holder.source.find(plate);
