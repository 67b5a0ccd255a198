import { readFile } from "node:fs/promises";
import { staffRoles } from "#machines/store/actor";
import { importDeal } from "#app/deal-format/import-deal.server";
import { acquireDataLock } from "#app/platform/data-lock.server";
import { openDatabase, useDatabase } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { migrate } from "#app/platform/migrate.server";

const usage = "usage: npm run import-deal -- <file.json> <administrator's e-mail>\n";

/** Takes a deal file into the store of the administrator named, without serving. */
export default async function importFromTerminal([path, email]: string[]): Promise<void> {
  if (!path || !email) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const lock = env.DATABASE_URL ? null : await acquireDataLock(env.DATA_DIR);
  try {
    const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: env.DATA_DIR });
    await migrate(database);
    useDatabase(database);
    const staff = await database.prisma.staffMember.findUnique({ where: { email: email.toLowerCase() } });
    const role = staffRoles.find((known) => known === staff?.role);
    if (!staff?.active || (role !== "admin" && role !== "generalManager")) {
      process.stderr.write(`${email} is no administrator of a store\n`);
      process.exitCode = 1;
    } else {
      const { id: staffId, rooftopId, firstName, lastName, seesCost } = staff;
      const admin = { kind: "staff", staffId, rooftopId, role, firstName, lastName, seesCost } as const;
      const answer = await importDeal(await readFile(path, "utf8"), admin);
      if (answer.ok)
        process.stdout.write(
          `${answer.already ? "already" : "imported as"} ${answer.dealNumber}: /deals/${answer.dealId}\n`,
        );
      else {
        process.stderr.write(`refused, ${answer.refusal.reason}: ${answer.refusal.about}\n`);
        process.exitCode = 1;
      }
    }
    await database.close();
  } finally {
    await lock?.release();
  }
}
