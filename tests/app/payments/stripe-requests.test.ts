import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { captureDeposit } from "#app/payments/capture-deposit.server";
import { giveBack } from "#app/payments/give-back.server";
import { holdDeposit } from "#app/payments/hold-deposit.server";
import { payOpenDeposit } from "#app/payments/pay-in-stand-in.server";
import { payments } from "#app/payments/payment-connection.server";
import { reconcile } from "#app/payments/reconcile.server";
import { parameterPaths } from "#app/payments/stand-in/form-body";
import type { StandIn } from "#app/payments/stand-in/stand-in-server.server";
import { cents } from "#machines/money/cents";
import { runDueJobs } from "#app/platform/jobs.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { newDeal, openDealStore, staffCalled, tell } from "#tests/support/deal-store";
import { acceptDepositTerms, payDeposit } from "#tests/support/ready-deal";
import { freeTheCar, standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";

/** A card's number that passes Luhn, as people type it. */
const CARD = "4242 4242 4242 4242";
const bareCard = CARD.replaceAll(" ", "");

const database = await testDatabase();
let standIn: StandIn;
beforeAll(async () => {
  await openDealStore(database);
  standIn = await standInPayments();
});
beforeEach(async () => {
  await freeTheCar();
  useEffectQueue(enqueueDealEffect);
});

type Schema = {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | boolean;
};
interface Description {
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content: Record<string, { schema: Schema }> };
        parameters?: { name: string; in: string; schema: Schema }[];
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

/** The names that Stripe's description has for a route, or those of the fixture where no description is at hand. */
function knownNames(): (route: string) => ReadonlySet<string> {
  const file = process.env.STRIPE_OPENAPI;
  if (!file) {
    const { routes } = JSON.parse(readFileSync("tests/fixtures/stripe-parameters.json", "utf8")) as {
      routes: Record<string, string[]>;
    };
    return (route) => new Set(routes[route]);
  }
  const description = JSON.parse(readFileSync(file, "utf8")) as Description;
  return (route) => namesIn(description, route);
}

function namesIn({ paths, components }: Description, route: string): ReadonlySet<string> {
  const [method = "", path = ""] = route.split(" ");
  const found = Object.keys(paths).find((one) => one.replaceAll(/\{\w+\}/g, ":id") === path) ?? "";
  const operation = paths[found]?.[method.toLowerCase()];
  const names = new Set<string>();
  const walk = (schema: Schema, prefix: string, depth: number): void => {
    if (depth === 0) return;
    const name = schema.$ref?.split("/").at(-1);
    const {
      properties = {},
      items,
      anyOf = [],
      additionalProperties,
    } = name ? (components.schemas[name] ?? {}) : schema;
    for (const one of anyOf) walk(one, prefix, depth);
    if (items) walk(items, prefix, depth);
    if (prefix && typeof additionalProperties === "object") names.add(`${prefix}[*]`);
    for (const [key, value] of Object.entries(properties)) {
      const below = prefix ? `${prefix}[${key}]` : key;
      names.add(below);
      walk(value, below, depth - 1);
    }
  };
  for (const { schema } of Object.values(operation?.requestBody?.content ?? {})) walk(schema, "", 5);
  for (const parameter of operation?.parameters ?? []) {
    if (parameter.in !== "query") continue;
    names.add(parameter.name);
    walk(parameter.schema, parameter.name, 3);
  }
  return names;
}

const withAnyKey = (path: string) => path.replace(/(metadata\]?)\[[^\]]+\]$/, "$1[*]");

/** Every kind of request that a deposit makes. */
async function playDeposits(): Promise<void> {
  const first = await newDeal(database);
  const attemptId = await payDeposit(first);
  await captureDeposit(first.dealId);
  await giveBack(attemptId, "requested");
  const second = await newDeal(database);
  await acceptDepositTerms(second);
  await holdDeposit(second.dealId);
  await payOpenDeposit(second.dealId, "declined");
  const { reference } = await database.prisma.depositAttempt.findFirstOrThrow({ where: { dealId: second.dealId } });
  await payments()!.provider.closeCheckout(reference!);
  const third = await newDeal(database);
  await giveBack(await payDeposit(third), "dealClosed");
  await reconcile(lakesideId, new Date());
}

describe("what is said to the provider", () => {
  it("has no parameter that Stripe's own description does not have", async () => {
    standIn.requests.length = 0;
    await playDeposits();
    const names = knownNames();
    const routes = new Set(standIn.requests.map(({ route }) => route));
    expect(routes.size).toBeGreaterThanOrEqual(7);
    const unknown = standIn.requests.flatMap(({ route, form }) =>
      parameterPaths(form)
        .map(withAnyKey)
        .filter((path) => !names(route).has(path))
        .map((path) => `${route}: ${path}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("[PAY-18] holds no card: neither requests, nor what is stored, nor what is mailed", async () => {
    const deal = await newDeal(database);
    const maya = staffCalled("Maya");
    await tell(deal.dealId, deal.customer, {
      type: "customer.identified",
      firstName: "Rosa",
      lastName: "Quill",
      email: "rosa@example.test",
      phone: "",
    });
    await payDeposit(deal);
    await tell(deal.dealId, maya, { type: "note.added", text: `Reads ${CARD} aloud` });
    await tell(deal.dealId, staffCalled("Walt"), {
      type: "deposit.returnRequested",
      refund: cents(10_000),
      forfeit: cents(0),
      reason: "goodwill",
      note: `Card ${bareCard}`,
    });
    const { dealEditSchema } = await import("#machines/deal/deal-events");
    const asReference = { type: "tender.recorded", method: "card", amount: 100, reference: CARD, promise: null };
    expect(dealEditSchema.safeParse(asReference).success).toBe(false);
    await runDueJobs();
    const { rows } = await database.query<{ place: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as place from information_schema.tables where table_schema in ('public', 'pgboss')
        and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    const secrets = [standIn.key, "whsec_built_in_stand_in"];
    for (const { place } of rows) {
      const dump = await database.query<{ text: string | null }>(
        `select string_agg(t::text, ' ') as text from ${place} t`,
      );
      const text = dump.rows[0]?.text ?? "";
      expect(text.includes(bareCard) || text.includes(CARD), `${place} holds a card's number`).toBe(false);
      for (const secret of secrets) expect(text.includes(secret), `${place} holds a key`).toBe(false);
    }
    const asked = standIn.requests.flatMap(({ form }) => parameterPaths(form));
    expect(asked.filter((path) => /\b(number|cvc|cvv|exp_month|exp_year|card\[)/.test(path))).toEqual([]);
    expect(JSON.stringify(standIn.requests)).not.toContain(bareCard);
  });
});
