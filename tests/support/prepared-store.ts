import type { Actor } from "#machines/store/actor";
import { startShopperSession, startStaffSession } from "#app/accounts/session.server";
import { forgetHotDeals } from "#app/deals/hot-deals.server";
import { type Database, openDatabase, useDatabase } from "#app/platform/database.server";
import { startJobs, stopJobs } from "#app/platform/jobs.server";
import { migrate } from "#app/platform/migrate.server";
import { connectDealPorts } from "#app/server/deal-ports.server";
import { seedStore } from "#prisma/seed/seed-store";
import { newDeal, staffCalled, type TestDeal } from "./deal-store";
import { copyPostgresTemplate } from "./postgres-template";
import { preparedName } from "./prepare-database";
import { newDataDir, removeDataDir } from "./start-server";

/** The data of one server process: its folder, and on PostgreSQL its database. Opened here only while no server runs. */
export interface ServerData {
  kind: "pglite" | "postgres";
  env: Record<string, string> & { DATA_DIR: string };
  open<T>(work: (database: Database) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

const FIELD_KEY = `k1:${Buffer.alloc(32, 5).toString("base64")}`;

export async function serverData(adminUrl?: string): Promise<ServerData> {
  const dataDir = await newDataDir();
  const copy = adminUrl ? await copyPostgresTemplate(adminUrl, preparedName()) : null;
  const open = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase(copy ? { url: copy.url } : { dataDir });
    try {
      await migrate(database);
      useDatabase(database);
      // Since it was last open here, a server may have written.
      forgetHotDeals();
      return await work(database);
    } finally {
      await database.close();
    }
  };
  return {
    kind: copy ? "postgres" : "pglite",
    env: { DATA_DIR: dataDir, FIELD_KEY, ...(copy ? { DATABASE_URL: copy.url } : {}) },
    open,
    async remove() {
      await copy?.drop();
      await removeDataDir(dataDir);
    },
  };
}

export interface Person {
  cookie: string;
  actor: Actor;
}

const browser = () => new Request("http://localhost:3000/", { headers: { "User-Agent": "test" } });
const pairOf = (setCookie: string) => setCookie.split(";", 1)[0] ?? "";

export async function shopperPerson({ shopperId, customer }: TestDeal): Promise<Person> {
  const { setCookie } = await startShopperSession(browser(), { shopperId });
  return { cookie: pairOf(setCookie), actor: customer };
}

/** Signed in with a second factor, as outside the demo. */
export async function staffPerson(firstName: string): Promise<Person> {
  const actor = staffCalled(firstName);
  const { setCookie } = await startStaffSession(browser(), { staffId: actor.staffId, secondFactorAt: new Date() });
  return { cookie: pairOf(setCookie), actor };
}

/** The demo store's people and cars as a store of its own, without the demo's deals, and so many deals begun in it. */
export async function prepareStore(database: Database, deals: number): Promise<TestDeal[]> {
  await startJobs(database);
  try {
    connectDealPorts();
    await seedStore(database);
    await database.prisma.rooftop.updateMany({ data: { demo: false } });
    const begun: TestDeal[] = [];
    for (let index = 0; index < deals; index++) begun.push(await newDeal(database));
    return begun;
  } finally {
    await stopJobs();
  }
}
