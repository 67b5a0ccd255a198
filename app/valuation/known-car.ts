import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";

/** A kind of car that the store or the market knows. */
export interface KnownCar {
  make: string;
  model: string;
  trim: string;
  body: VehicleSnapshot["body"];
  fuel: VehicleSnapshot["fuel"];
  fourWheelDrive: boolean;
}

/** Which car bears a plate, or that nobody here can say. */
export type PlateAnswer =
  { status: "plateRead"; vin: string } | { status: "plateNotAvailable" } | { status: "plateUnknown" };

/** What a vehicle identification number says. */
export type CarLookUp =
  | {
      status: "read";
      vin: string;
      year: number | null;
      make: string;
      /** What it can be; one where it is certain. */
      kinds: KnownCar[];
      /** It stood in this store's stock. */
      isOurs: boolean;
      /** A wrong one is a warning: real cars are known that carry one. */
      checkDigitIsRight: boolean;
    }
  | { status: "unreadable"; vin: string; reason: "length" | "characters" | "unknownMaker" };
