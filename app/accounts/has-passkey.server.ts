import { database } from "#app/platform/database.server";

/** Has this member of staff a passkey to be asked for? */
export const hasPasskey = async (staffId: string): Promise<boolean> =>
  (await database().prisma.staffPasskey.count({ where: { staffId } })) > 0;
