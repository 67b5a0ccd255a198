import { storePolicySchema } from "#machines/store/store-policy";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { Fault } from "#app/platform/fault";
import { parseMoney } from "#app/ui/parse-money";
import { feedChannels, feedReports } from "./feeds/build-feeds.server";
import { frameReader } from "./frame-reader.server";
import { latestAudit, runHygieneAudit } from "./hygiene-audit.server";
import { merchandisingLeads } from "./merchandising-roles";
import { exportAddress, merchandisingSettingsSchema, type MerchandisingSettings } from "./merchandising-settings";
import { merchandisingSettings, saveMerchandisingSettings } from "./merchandising-settings.server";
import { sealExportSecret, sendExport } from "./send-export.server";

/** Every channel with its report, what the last look over the stock found, and the store's rules. */
export async function channelsPage(person: StaffPerson) {
  const settings = await merchandisingSettings(person.rooftopId);
  const isLead = merchandisingLeads.includes(person.role);
  const reports = await feedReports(person.rooftopId);
  return {
    reader: await frameReader(person),
    isLead,
    isPublic: env.PUBLIC_URL.startsWith("https://"),
    settings: isLead ? shownSettings(settings) : null,
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

/** What leads see of the rules: that there is a secret, and never the secret, sealed or not. */
function shownSettings(settings: MerchandisingSettings) {
  const { separator, sendTo, hostKey, secret } = settings.csv;
  return {
    liveWithinHours: settings.liveWithinHours,
    leastPhotos: settings.leastPhotos,
    leastScore: settings.leastScore,
    labourCentsPerHour: settings.labourCentsPerHour,
    fourEyes: settings.fourEyes,
    alternateAssignment: settings.alternateAssignment,
    storeCode: settings.storeCode,
    dealerId: settings.dealerId,
    latitude: settings.latitude,
    longitude: settings.longitude,
    separator,
    sendTo,
    hostKey,
    hasSecret: secret !== "",
  };
}

export type ChannelsAnswer = "audited" | "saved" | "notSaved" | "sent" | { notSent: string };

/** One whole export, now: whoever set the place up sees whether it is taken. */
async function sendNow(rooftopId: string): Promise<ChannelsAnswer> {
  try {
    await sendExport(rooftopId, (await merchandisingSettings(rooftopId)).csv);
    return "sent";
  } catch (error) {
    return { notSent: error instanceof Fault ? error.message : "" };
  }
}

/** A secret is kept for the place it was given for: another place asks for it again. */
function keptSecret(rooftopId: string, before: MerchandisingSettings["csv"], sendTo: string, typed: string): string {
  if (typed !== "") return sealExportSecret(rooftopId, typed);
  const place = (address: string) => {
    const read = exportAddress(address);
    return read?.protocol === "sftp" ? `${read.user}@${read.host}:${read.port}` : "";
  };
  return place(before.sendTo) === place(sendTo) ? before.secret : "";
}

export async function submitChannelsAct(person: StaffPerson, form: FormData): Promise<ChannelsAnswer> {
  const { rooftopId } = person;
  if (form.get("act") === "audit") {
    const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
    await runHygieneAudit(rooftopId, storePolicySchema.parse(rooftop.policy).timeZone);
    return "audited";
  }
  if (!merchandisingLeads.includes(person.role)) throw new Response("Forbidden", { status: 403 });
  if (form.get("act") === "send") return sendNow(rooftopId);
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
    latitude: text("latitude") === "" ? null : Number(text("latitude")),
    longitude: text("longitude") === "" ? null : Number(text("longitude")),
    csv: {
      ...before.csv,
      separator: text("separator") === "tab" ? "\t" : text("separator"),
      sendTo: text("sendTo"),
      hostKey: text("hostKey"),
      secret: keptSecret(rooftopId, before.csv, text("sendTo"), text("secret")),
    },
  });
  if (!parsed.success) return "notSaved";
  await saveMerchandisingSettings(rooftopId, parsed.data);
  return "saved";
}
