import { database } from "#app/platform/database.server";

/** Is this one of the pictures of this store's photos? The file as it came is none: nothing shows it. */
export async function mayStaffSee(rooftopId: string, blobKey: string): Promise<boolean> {
  const { prisma } = database();
  const own = { rooftopId, OR: [{ uneditedKey: blobKey }, { previewKey: blobKey }] };
  if (await prisma.vehiclePhoto.findFirst({ where: own, select: { id: true } })) return true;
  const file = await prisma.vehiclePhotoFile.findFirst({
    where: { blobKey, photo: { rooftopId } },
    select: { photoId: true },
  });
  return file !== null;
}
