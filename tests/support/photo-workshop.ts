import { afterAll } from "vitest";
import { photoTasks } from "#app/vehicle-photos/photo-tasks.server";
import { usePhotoWorkshop } from "#app/vehicle-photos/photo-process.server";

/** Works on photos in the test's own process; the process apart has a test of its own. */
export function workOnPhotosHere(): void {
  usePhotoWorkshop(async (name, asked, onStep = () => undefined) => photoTasks[name](asked, onStep));
  afterAll(() => usePhotoWorkshop(null));
}
