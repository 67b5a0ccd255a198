import { randomUUID } from "node:crypto";
import { fetchRemoteFile, type RemoteRules } from "#app/platform/fetch-remote-file.server";
import { becomePhoto, type PhotoPlace } from "./receive-vehicle-photo.server";
import type { VehicleUploadAnswer } from "./vehicle-photo-answer";

/** A photo from an address that somebody typed; whatever is wrong with the address is one answer. */
export async function importPhoto(
  address: string,
  place: Omit<PhotoPlace, "uploadId">,
  rules?: RemoteRules,
): Promise<VehicleUploadAnswer> {
  const bytes = await fetchRemoteFile(address, rules);
  if (!bytes) return { status: "refusedFile", reason: "notFetched" };
  const answer = await becomePhoto({ ...place, uploadId: randomUUID() }, bytes);
  // A page that answered instead of a photo is told apart from nothing else either.
  const isNoPhoto = answer.status === "refusedFile" && ["notAPhoto", "heic", "damaged"].includes(answer.reason);
  return isNoPhoto ? { status: "refusedFile", reason: "notFetched" } : answer;
}
