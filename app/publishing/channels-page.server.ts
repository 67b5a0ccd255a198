import { storePolicySchema } from "#machines/store/store-policy";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { parseMoney } from "#app/ui/parse-money";
import { feedChannels, feedReports } from "./feeds/build-feeds.server";
import { frameReader } from "./frame-reader.server";
import { latestAudit, runHygieneAudit } from "./hygiene-audit.server";
import { merchandisingLeads } from "./merchandising-roles";
import { merchandisingSettingsSchema } from "./merchandising-settings";
import { merchandisingSettings, saveMerchandisingSettings } from "./merchandising-settings.server";

/** Every channel with its report, what the last look over the stock found, and the store's rules. */
export async function channelsPage(person: StaffPerson) {
  const settings = await merchandisingSettings(person.rooftopId);
  const isLead = merchandisingLeads.includes(person.role);
  const reports = await feedReports(person.rooftopId);
  return {
    reader: await frameReader(person),
    isLead,
    isPublic: env.PUBLIC_URL.startsWith("https://"),
    settings: isLead ? settings : null,
    reports: reports.map(({ channel, included, leftOut }) => ({
      channel,
      included: included.length,
      leftOut,
      address:
        isLead && feedChannels.some((known) => known === channel) ? `/feeds/${settings.feedToken}/${channel}` : null,
    })),
    audit: await latestAudit(person.rooftopId),
  };
}
export type ChannelsPageData = Awaited<ReturnType<typeof channelsPage>>;

export type ChannelsAnswer = "audited" | "saved" | "notSaved";

export async function submitChannelsAct(person: StaffPerson, form: FormData): Promise<ChannelsAnswer> {
  const { rooftopId } = person;
  if (form.get("act") === "audit") {
    const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
    await runHygieneAudit(rooftopId, storePolicySchema.parse(rooftop.policy).timeZone);
    return "audited";
  }
  if (!merchandisingLeads.includes(person.role)) throw new Response("Forbidden", { status: 403 });
  const before = await merchandisingSettings(rooftopId);
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const parsed = merchandisingSettingsSchema.safeParse({
    ...before,
    liveWithinHours: Number(text("liveWithinHours")),
    leastPhotos: Number(text("leastPhotos")),
    leastScore: Number(text("leastScore")),
    labourCentsPerHour: parseMoney(text("labour").replace("$", "")) ?? NaN,
    fourEyes: form.get("fourEyes") === "1",
    alternateAssignment: form.get("alternate") === "1",
    storeCode: text("storeCode"),
    dealerId: text("dealerId"),
    csv: { ...before.csv, separator: text("separator") === "tab" ? "\t" : text("separator"), sendTo: text("sendTo") },
  });
  if (!parsed.success) return "notSaved";
  await saveMerchandisingSettings(rooftopId, parsed.data);
  return "saved";
}
