import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { payInStandIn } from "#app/payments/stand-in/hosted-page-requests.server";
import { type StandIn, startStandIn } from "#app/payments/stand-in/stand-in-server.server";
import { startJobs, stopJobs } from "#app/platform/jobs.server";
import { tell, type TestDeal } from "#tests/support/deal-store";
import { loaderData } from "#tests/support/loader-data";
import { type Person, prepareStore, type ServerData, serverData, shopperPerson } from "#tests/support/prepared-store";
import { acceptDepositTerms } from "#tests/support/ready-deal";
import { freePort, type RunningServer, startServer } from "#tests/support/start-server";
import { until } from "#tests/support/until";

const AMOUNT = 50_000;
const SECRET = "whsec_payment_crash";
const isBuilt = existsSync("build/server/index.js");
if (!isBuilt)
  process.stderr.write("\nSKIPPED: there is no build; the crash test needs one (node scripts/prepare.mjs test).\n");

const cleanUps: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps.toReversed()) await cleanUp();
});

/** A server, its data and the provider outside of it, so that either can end without the other. */
class Store {
  server: RunningServer | null = null;

  private constructor(
    /** Kept over a restart, as a store's address is: it is part of what the provider was asked. */
    readonly port: number,
    readonly data: ServerData,
    readonly standIn: StandIn,
    readonly deal: TestDeal,
    readonly person: Person,
  ) {}

  static async open(): Promise<Store> {
    const data = await serverData();
    cleanUps.push(() => data.remove());
    const standIn = await startStandIn();
    cleanUps.push(() => standIn.stop());
    const [deal, person] = await data.open(async (database) => {
      const [begun] = await prepareStore(database, 1);
      await acceptDepositTerms(begun!);
      return [begun!, await shopperPerson(begun!)] as const;
    });
    return new Store(await freePort(), data, standIn, deal, person);
  }

  async start(): Promise<void> {
    const { key, url } = this.standIn;
    const payments = { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url, STRIPE_WEBHOOK_SECRETS: SECRET };
    this.server = await startServer({ ...this.data.env, ...payments, PORT: String(this.port) });
    cleanUps.push(() => this.kill());
    this.standIn.webhooks.target = { url: `${this.server.url}/webhooks/stripe`, secrets: [SECRET] };
  }

  async kill(): Promise<void> {
    const { server } = this;
    this.server = null;
    await server?.kill();
  }

  get url(): string {
    if (!this.server) throw new Error("no server runs");
    return this.server.url;
  }

  /** The press on "pay": answers where the payer is sent. */
  async pay(): Promise<string | null> {
    const answer = await fetch(`${this.url}/deals/${this.deal.dealId}/deposit`, {
      method: "POST",
      headers: { Cookie: this.person.cookie, Origin: this.url },
      redirect: "manual",
    });
    return answer.headers.get("location");
  }

  async depositStatus(): Promise<string> {
    const page = await loaderData(this.url, `/deals/${this.deal.dealId}`, this.person.cookie);
    const { view } = page["routes/deals.$dealId._index"]!.data as { view: { card: { deposit: { status: string } } } };
    return view.card.deposit.status;
  }
}

describe.skipIf(!isBuilt)("a server that is killed while money moves", () => {
  it("[PAY-02] [PAY-11] ends with one charge, one row pair a movement, and the deal told, at every step of the way", async () => {
    const store = await Store.open();
    const { standIn, deal, data } = store;
    const sessions = () => Object.values(standIn.store.data.sessions);
    const intents = () => Object.values(standIn.store.data.intents);
    const within = { withinMs: 60_000 };

    // Between the provider's work and our own row.
    await store.start();
    standIn.faults.add("hangAfterWork", "checkout/sessions$");
    const lost = store.pay().catch(() => null);
    await until("the provider has opened a page", () => sessions().length === 1, within);
    await store.kill();
    await lost;
    await store.start();
    expect(await store.pay()).toBe(sessions()[0]!.url);
    expect(sessions()).toHaveLength(1);

    // Right after the provider was answered with 2xx, before anything was done about it.
    standIn.faults.add("hang", "GET /v1/checkout/sessions", 20);
    payInStandIn(standIn, sessions()[0]!.id, "succeeds");
    await until(
      "an event was taken",
      () => Object.values(standIn.store.data.events).some((event) => event.pending_webhooks === 0),
      within,
    );
    await store.kill();
    standIn.faults.clear();
    standIn.webhooks.target = null;
    await store.start();
    await until("the deposit is held", async () => (await store.depositStatus()) === "held", within);
    await store.kill();

    // During the refund.
    await data.open(async (database) => {
      await startJobs(database);
      await tell(deal.dealId, deal.customer, { type: "deposit.refundRequested", reason: "Changed my mind" });
      await stopJobs();
    });
    standIn.faults.add("hangAfterWork", "cancel$");
    await store.start();
    await until("the provider let the money go", () => intents()[0]?.status === "canceled", within);
    await store.kill();
    await store.start();
    await until("the deal knows", async () => (await store.depositStatus()) === "refunded", within);
    await store.kill();

    expect(intents()).toHaveLength(1);
    await data.open(async (database) => {
      const entries = await database.prisma.ledgerEntry.findMany({ orderBy: { id: "asc" } });
      expect(entries.map(({ kind, side, amount }) => [kind, side, amount])).toEqual([
        ["authorization", "debit", AMOUNT],
        ["authorization", "credit", AMOUNT],
        ["release", "debit", AMOUNT],
        ["release", "credit", AMOUNT],
      ]);
      expect(await database.prisma.depositAttempt.findMany()).toMatchObject([{ attempt: 1, status: "refunded" }]);
      expect(await database.prisma.vehicleHold.count({ where: { releasedAt: null } })).toBe(0);
    });
  }, 180_000);
});
