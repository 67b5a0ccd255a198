import type { ActorRef } from "../store/actor";

export const drivePlaces = ["store", "home"] as const;
export type DrivePlace = (typeof drivePlaces)[number];

export const driveStatuses = ["booked", "cancelled", "out", "back"] as const;
export type DriveStatus = (typeof driveStatuses)[number];

export interface TestDrive {
  driveId: string;
  status: DriveStatus;
  stockNumber: string;
  /** The car in words, as it was called when it was booked. */
  carName: string;
  place: DrivePlace;
  startsAt: string;
  endsAt: string;
  /** Somebody of the store has a picture of the license, kept encrypted. */
  licenseSeen: boolean;
  signature: { name: string; signatureId: string | null; contentHash: string; at: string } | null;
  /** The store's plate on the car. */
  plate: string;
  leftAt: string | null;
  backAt: string | null;
  bookedBy: ActorRef;
}

export interface DrivesSlice {
  list: TestDrive[];
}

export const noDrives: DrivesSlice = { list: [] };

/** Who drives more often than this is not choosing a car. */
export const MAX_DRIVES = 12;

export const comingDrive = <Drive extends Pick<TestDrive, "status">>(list: readonly Drive[]): Drive | null =>
  list.find(({ status }) => status === "booked" || status === "out") ?? null;
