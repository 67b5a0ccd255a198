import { randomBytes } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { merchandisingSettingsSchema, type MerchandisingSettings } from "./merchandising-settings";

/** A store's rules; the first question makes them, with an address of its own for the feeds. */
export async function merchandisingSettings(rooftopId: string): Promise<MerchandisingSettings> {
  const { rows } = await database().query<{ rules: unknown }>(
    `select "rules" from "MerchandisingRules" where "rooftopId" = $1`,
    [rooftopId],
  );
  if (rows[0]) return merchandisingSettingsSchema.parse(rows[0].rules);
  const rules = merchandisingSettingsSchema.parse({ feedToken: randomBytes(24).toString("base64url") });
  await database().query(
    `insert into "MerchandisingRules" ("rooftopId","rules","updatedAt") values ($1,$2,$3) on conflict do nothing`,
    [rooftopId, JSON.stringify(rules), now().toISOString()],
  );
  return merchandisingSettings(rooftopId);
}

export async function saveMerchandisingSettings(rooftopId: string, rules: MerchandisingSettings): Promise<void> {
  await database().query(
    `insert into "MerchandisingRules" ("rooftopId","rules","updatedAt") values ($1,$2,$3)
     on conflict ("rooftopId") do update set "rules" = excluded."rules", "updatedAt" = excluded."updatedAt"`,
    [rooftopId, JSON.stringify(merchandisingSettingsSchema.parse(rules)), now().toISOString()],
  );
}

/** The store whose feeds a secret address opens; null for a wrong one. */
export async function rooftopOfFeed(token: string): Promise<string | null> {
  const { rows } = await database().query<{ rooftopId: string }>(
    `select "rooftopId" from "MerchandisingRules" where "rules"->>'feedToken' = $1 limit 1`,
    [token],
  );
  return rows[0]?.rooftopId ?? null;
}
