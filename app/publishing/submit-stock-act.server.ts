import { z } from "zod";
import { cents } from "#machines/money/cents";
import { longText, optionalLongText } from "#machines/money/stored-value";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { draftTexts, editText } from "#app/descriptions/vehicle-texts.server";
import { textChannels } from "#app/descriptions/vehicle-text";
import { reconKinds, reconStates } from "#app/intake/recon-kinds";
import { changeRecord, readRecord, staffName, type StockRecord } from "#app/intake/stock-record.server";
import { refreshFromOutside } from "#app/intake/take-in-vehicle.server";
import { withUserFact } from "#app/intake/fact-sheet";
import { vehicleFields } from "#app/intake/vehicle-fields";
import { featureOf } from "#app/merchandising/feature-lexicon";
import { recordWork } from "#app/measure/record-work.server";
import { workTasks } from "#app/measure/work-tasks";
import { now } from "#app/platform/clock.server";
import { log } from "#app/platform/log.server";
import { parseMoney } from "#app/ui/parse-money";
import { approveVehicle, rejectTexts } from "./approve-vehicle.server";
import { channels } from "./feeds/feed-vehicle";
import { moveVehicle } from "./move-vehicle.server";
import { setTakenDown } from "./sync-channels.server";
import { lifecycleStates } from "./vehicle-lifecycle";

const MOST = 10_000_000_00;
const money = z.string().transform((text, context) => {
  const amount = parseMoney(text.replace("$", ""));
  if (amount !== null && amount >= 0 && amount <= MOST) return cents(amount);
  context.addIssue({ code: "custom", message: "not an amount" });
  return z.NEVER;
});
const locale = z.enum(["en", "fr"]);
const channel = z.enum(textChannels);

const actSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("state"), field: z.enum(vehicleFields), value: z.string().max(200) }),
  z.object({ act: z.literal("feature"), code: z.string().max(40), has: z.enum(["yes", "no", ""]) }),
  z.object({ act: z.literal("price"), price: money }),
  z.object({ act: z.literal("notes"), notes: optionalLongText }),
  z.object({ act: z.literal("decode") }),
  z.object({
    act: z.literal("recall"),
    campaign: z.string().max(40),
    verdict: z.enum(["remedied", "notConcerned", "open"]),
    note: z.string().max(400),
  }),
  z.object({ act: z.literal("recon"), id: z.string().max(40), state: z.enum(reconStates), cost: money }),
  z.object({
    act: z.literal("addRecon"),
    kind: z.enum(reconKinds),
    note: z.string().max(400),
    cost: money,
    days: z.coerce.number().int().min(0).max(90),
  }),
  z.object({ act: z.literal("draft") }),
  z.object({ act: z.literal("edit"), locale, channel, title: z.string().max(160), body: z.string().max(9_000) }),
  z.object({ act: z.literal("approve") }),
  z.object({ act: z.literal("reject"), reason: longText }),
  z.object({ act: z.literal("move"), to: z.enum(lifecycleStates), reason: z.string().max(400).default("") }),
  z.object({ act: z.literal("channel"), channel: z.enum(channels), down: z.enum(["0", "1"]) }),
  z.object({
    act: z.literal("minutes"),
    task: z.enum(workTasks),
    minutes: z.coerce.number().min(0).max(1_440),
    measured: z.enum(["0", "1"]).default("0"),
  }),
]);
export type StockAct = z.output<typeof actSchema>;

export interface StockActAnswer {
  act: string;
  /** Null: done. Otherwise a code of the messages. */
  refused: string | null;
}

const changed = (record: StockRecord | null): string | null => (record ? null : "gone");

/** One act on one vehicle: read, judged, done and written down. */
export async function submitStockAct(
  person: StaffPerson,
  stockNumber: string,
  form: FormData,
): Promise<StockActAnswer> {
  const parsed = actSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { act: String(form.get("act") ?? ""), refused: "unreadable" };
  const refused = await perform(person, stockNumber, parsed.data);
  log.info({ act: parsed.data.act, stockNumber, staffId: person.staffId, refused }, "merchandising");
  return { act: parsed.data.act, refused };
}

async function perform(person: StaffPerson, stockNumber: string, asked: StockAct): Promise<string | null> {
  const { rooftopId } = person;
  const by = staffName(person);
  const change = async (edit: (record: StockRecord) => StockRecord) =>
    changed(await changeRecord(rooftopId, stockNumber, edit));
  switch (asked.act) {
    case "state":
      return change((record) => withFact(record, asked.field, asked.value.trim(), by.name));
    case "feature":
      if (!featureOf(asked.code)) return "unreadable";
      return change((record) => withFact(record, `feature.${asked.code}`, asked.has, by.name));
    case "price":
      return change((record) => ({ ...record, price: asked.price }));
    case "notes":
      return change((record) => ({ ...record, notes: asked.notes }));
    case "decode":
      await refreshFromOutside(rooftopId, stockNumber);
      return null;
    case "recall":
    case "recon":
    case "addRecon":
      return change((record) => withWork(record, asked, by.name));
    case "approve":
      return approveVehicle(rooftopId, stockNumber, by);
    case "reject":
      return (await rejectTexts(rooftopId, stockNumber, asked.reason, by)) ? null : "gone";
    case "move":
      return moveVehicle(rooftopId, stockNumber, asked.to, by, asked.reason);
    case "channel":
      await setTakenDown(rooftopId, stockNumber, asked.channel, asked.down === "1");
      return null;
    case "minutes":
      await recordWork({
        rooftopId,
        stockNumber,
        task: asked.task,
        seconds: Math.round(asked.minutes * 60),
        measured: asked.measured === "1",
        staffId: person.staffId,
      });
      return null;
    case "draft":
    case "edit":
      return writeText(person, stockNumber, asked);
  }
}

const withFact = (record: StockRecord, field: string, value: string, by: string): StockRecord => ({
  ...record,
  facts: withUserFact(record.facts, field, value, by, now().toISOString()),
});

function withWork(
  record: StockRecord,
  asked: Extract<StockAct, { act: "recall" | "recon" | "addRecon" }>,
  by: string,
): StockRecord {
  const at = now().toISOString();
  if (asked.act === "recall") {
    if (!record.recalls) return record;
    const { campaign, verdict, note } = asked;
    const verdicts = [...record.recalls.verdicts, { campaign, verdict, note, by, at }].slice(-200);
    return { ...record, recalls: { ...record.recalls, verdicts } };
  }
  if (asked.act === "recon") {
    const recon = record.recon.map((item) =>
      item.id === asked.id ? { ...item, state: asked.state, cost: asked.cost, by } : item,
    );
    return { ...record, recon };
  }
  const { kind, note, cost, days } = asked;
  const item = { id: `own-${at}`.slice(0, 40), kind, note, cost, days, state: "approved" as const, because: null, by };
  return { ...record, recon: [...record.recon, item].slice(-60) };
}

async function writeText(
  person: StaffPerson,
  stockNumber: string,
  asked: Extract<StockAct, { act: "draft" | "edit" }>,
): Promise<string | null> {
  const record = await readRecord(person.rooftopId, stockNumber);
  if (!record) return "gone";
  if (asked.act === "draft" && record.cohort === "traditional") return "byHand";
  if (asked.act === "draft") await draftTexts(record, staffName(person));
  else await editText(record, asked, staffName(person));
  return null;
}
