import { z } from "zod";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { feedVehicles } from "./feeds/build-feeds.server";
import { channels, leftOutOf, type Channel } from "./feeds/feed-vehicle";
import { merchandisingSettings } from "./merchandising-settings.server";
import { sendExport } from "./send-export.server";

type ListingState = "waiting" | "live" | "leftOut" | "failed" | "takenDown";

async function setListing(
  rooftopId: string,
  stockNumber: string,
  channel: Channel,
  state: ListingState,
  reason: string,
): Promise<void> {
  await database().query(
    `insert into "ChannelListing" ("stockNumber","channel","rooftopId","state","reason","attempts","updatedAt")
     values ($1,$2,$3,$4,$5,1,$6)
     on conflict ("stockNumber","channel") do update set "state" = excluded."state", "reason" = excluded."reason",
       "attempts" = case when excluded."state" = 'failed' then "ChannelListing"."attempts" + 1 else 1 end,
       "updatedAt" = excluded."updatedAt"
     where "ChannelListing"."state" <> excluded."state" or "ChannelListing"."reason" <> excluded."reason"
        or excluded."state" = 'failed'`,
    [stockNumber, channel, rooftopId, state, reason.slice(0, 300), now().toISOString()],
  );
}

/** Where a vehicle stands with every channel, as the feeds would say it this moment. */
export async function syncChannelsOf(rooftopId: string, stockNumber: string): Promise<void> {
  const [vehicle] = await feedVehicles(rooftopId, stockNumber);
  if (!vehicle) return;
  const { csv } = await merchandisingSettings(rooftopId);
  for (const channel of channels) {
    const reason = leftOutOf(channel, vehicle);
    const isSent = channel === "thirdParty" && csv.sendTo !== "";
    if (reason === "takenDown") await setListing(rooftopId, stockNumber, channel, "takenDown", "");
    else if (isSent) await setListing(rooftopId, stockNumber, channel, "waiting", reason ?? "");
    else await setListing(rooftopId, stockNumber, channel, reason ? "leftOut" : "live", reason ?? "");
  }
}

/** After an approval, a sale or a change of price: every channel is brought up to it, and failures are tried again. */
export const syncChannels = defineJob({
  name: "merchandising.sync-channels",
  schema: z.object({ rooftopId: z.string(), stockNumber: z.string() }),
  retryLimit: 8,
  async handle({ rooftopId, stockNumber }, { signal }) {
    await syncChannelsOf(rooftopId, stockNumber);
    const { csv } = await merchandisingSettings(rooftopId);
    if (csv.sendTo === "") return;
    const [vehicle] = await feedVehicles(rooftopId, stockNumber);
    const reason = vehicle ? leftOutOf("thirdParty", vehicle) : "notForSale";
    try {
      await sendExport(rooftopId, csv, signal);
      const state = reason === null ? "live" : reason === "takenDown" ? "takenDown" : "leftOut";
      await setListing(rooftopId, stockNumber, "thirdParty", state, reason ?? "");
    } catch (error) {
      await setListing(rooftopId, stockNumber, "thirdParty", "failed", error instanceof Error ? error.message : "");
      throw error;
    }
  },
});

/** A person's word on one channel: off it, or back and tried again. */
export async function setTakenDown(
  rooftopId: string,
  stockNumber: string,
  channel: Channel,
  isDown: boolean,
): Promise<void> {
  // A page is taken down by moving the card; leaving it up with no feeds would only hide the car from whoever looks for it.
  if (channel === "page") return;
  await setListing(rooftopId, stockNumber, channel, isDown ? "takenDown" : "waiting", "");
  await enqueue(syncChannels, { rooftopId, stockNumber });
  await syncChannelsOf(rooftopId, stockNumber);
}
