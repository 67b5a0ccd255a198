import type { StaffPerson } from "#app/accounts/request-person.server";
import { photosOf } from "./kept-vehicle-photos.server";
import { photoRoles } from "./photo-roles";
import { photoView } from "./photo-screen.server";
import { photographedCar } from "./photographed-car.server";

/** A car's photos beside its words: as they were taken, as they are shown, and whether their page stands. */
export async function photoSummary(person: StaffPerson, stockNumber: string) {
  const owner = { rooftopId: person.rooftopId, stockNumber };
  const photos = (await photosOf(owner)).map(photoView);
  return {
    hasPage: (await photographedCar(owner))?.hasPage ?? false,
    mayTake: photoRoles.includes(person.role),
    photos: photos
      .filter(({ shot }) => shot !== "spin")
      .map(({ id, shot, state, isShown, thumb, unedited }) => ({ id, shot, state, isShown, thumb, unedited })),
  };
}
export type PhotoSummary = Awaited<ReturnType<typeof photoSummary>>;
