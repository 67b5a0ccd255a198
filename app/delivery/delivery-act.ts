import { z } from "zod";
import type { DealEdit } from "#machines/deal/deal-events";
import { returnedTrades } from "#machines/deal/return-slice";
import { cents, noCents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { handoverChecks, readinessLights, signingParties, trackingSteps } from "#machines/stages/handover";
import { tenderMethods } from "#machines/stages/tender";
import { drivePlaces } from "#machines/stages/test-drive";
import { titleSteps } from "#machines/stages/title-work";
import { MAX_TRADES } from "#machines/stages/trade";
import { returnRules } from "#machines/store/return-policy";
import { parseMoney } from "#app/ui/parse-money";
import { storeInstant } from "./store-time";

const line = z.string().trim().min(1).max(80);
const optionalLine = z.string().trim().max(80).default("");
const filled = z.string().trim().min(1).max(1_000);
const code = z.string().max(40);
const id = z.string().min(1).max(80);
const day = z.iso.date();
const yes = z
  .enum(["yes", "no"])
  .default("no")
  .transform((answer) => answer === "yes");
const miles = z.coerce.number<string>().int().min(0).max(1_000_000);
/** What a field of date and time sends: the store's wall clock. */
const wallClock = z.union([z.literal(""), z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)]).default("");
const amount = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const parsed = parseMoney(text);
    if (parsed !== null && parsed >= 0) return cents(parsed);
    context.addIssue({ code: "custom", message: "not an amount" });
    return z.NEVER;
  });
const tradeCar = z.coerce.number<string>().int().min(1).max(MAX_TRADES);
const strokes = z
  .string()
  .max(20_000)
  .default("")
  .transform((drawn) => drawn || null);
const signing = { party: z.enum(signingParties), name: line, strokes };

const act = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.object({ act: z.literal(name), editSeed: z.uuid(), ...shape });

/** What can be done from the pages of the hand-over, returns and test drives: fields as a browser sends them. */
export const deliveryActSchema = z.discriminatedUnion("act", [
  act("work", { item: code, done: yes }),
  act("plan", {
    item: code.default(""),
    light: z.enum(readinessLights),
    title: optionalLine,
    staffId: z.string().max(80).default(""),
    due: wallClock,
  }),
  act("override", { items: z.string().max(2_000), reason: filled }),
  act("time", { startsAt: z.iso.datetime() }),
  act("track", { step: z.enum(trackingSteps), expected: wallClock, driver: optionalLine }),
  act("check", { check: z.enum(handoverChecks), done: yes }),
  act("odometer", { odometer: miles }),
  act("removePhoto", { photoId: id }),
  act("sign", signing),
  act("deliver", {}),
  act("owe", { text: filled, staffId: id, dueOn: day, cost: amount }),
  act("oweDrop", { itemId: id }),
  act("oweClose", { itemId: id, note: z.string().trim().max(1_000).default("") }),
  act("oweSign", signing),
  act("oweWhen", { itemId: id, at: wallClock }),
  act("contactless", { contactless: yes }),
  act("followUp", { note: z.string().trim().max(1_000).default(""), service: wallClock, review: yes }),
  act("titleStep", { step: z.enum(titleSteps), done: yes }),
  act("titleHolder", { holder: optionalLine }),
  act("tag", { expiresOn: day }),
  act("payoffSent", { car: tradeCar, amount, on: day }),
  act("payoffNotSent", { car: tradeCar }),
  act("return", { odometer: miles, reason: z.string().trim().max(1_000).default(""), asDelivered: yes }),
  act("keepCar", {}),
  act("acceptReturn", { odometer: miles, asDelivered: yes, trades: z.enum(returnedTrades) }),
  act("declineReturn", { rule: z.enum(returnRules), reason: filled }),
  act("settleReturn", { method: z.enum(tenderMethods).optional() }),
  act("drive", { startsAt: z.iso.datetime(), place: z.enum(drivePlaces).default("store") }),
  act("cancelDrive", { driveId: id }),
  act("signDrive", { driveId: id, name: line, strokes }),
  act("leave", { driveId: id, plate: line }),
  act("back", { driveId: id }),
]);
export type DeliveryAct = z.infer<typeof deliveryActSchema>;
export type DeliveryActName = DeliveryAct["act"] | "photo" | "owePhoto" | "license";

const instantOf = (wall: string, timeZone: string) =>
  wall === "" ? null : storeInstant(wall.slice(0, 10), wall.slice(11), timeZone).toISOString();

/** The edit one act stands for. Times come as the store's clock shows them. */
export function editOfAct(asked: DeliveryAct, timeZone: string): DealEdit {
  switch (asked.act) {
    case "work":
      return { type: "handover.workDone", item: asked.item, done: asked.done };
    case "plan": {
      const { light, title, staffId, due, editSeed } = asked;
      // A piece of work of this deal's own is named after the form that added it.
      const item = asked.item || `own-${editSeed.slice(0, 30)}`;
      const dueAt = instantOf(due, timeZone);
      return { type: "handover.workPlanRequested", item, light, title, staffId: staffId || null, dueAt };
    }
    case "override":
      return { type: "handover.overridden", items: asked.items.split(",").filter(Boolean), reason: asked.reason };
    case "time":
      return { type: "handover.timeRequested", startsAt: asked.startsAt };
    case "track": {
      const { step, driver } = asked;
      return { type: "handover.tracked", step, expectedAt: instantOf(asked.expected, timeZone), driver };
    }
    case "check":
      return { type: "handover.checked", check: asked.check, done: asked.done };
    case "odometer":
      return { type: "handover.odometerRead", odometer: asked.odometer };
    case "removePhoto":
      return { type: "handover.photoRemoved", photoId: asked.photoId };
    case "sign":
      return { type: "handover.signRequested", party: asked.party, name: asked.name, strokes: asked.strokes };
    case "deliver":
      return { type: "deal.delivered" };
    default:
      return laterEdit(asked, timeZone);
  }
}

type Later = Exclude<
  DeliveryAct,
  { act: "work" | "plan" | "override" | "time" | "track" | "check" | "odometer" | "removePhoto" | "sign" | "deliver" }
>;

/** After the keys, and before there is a contract at all. */
function laterEdit(asked: Later, timeZone: string): DealEdit {
  switch (asked.act) {
    case "owe": {
      const { text, staffId, cost } = asked;
      return { type: "dueBill.itemRequested", text, staffId, dueOn: plainDate(asked.dueOn), cost };
    }
    case "oweDrop":
      return { type: "dueBill.itemDropped", itemId: asked.itemId };
    case "oweClose":
      return { type: "dueBill.itemClosed", itemId: asked.itemId, note: asked.note };
    case "oweWhen":
      return { type: "dueBill.appointmentSet", itemId: asked.itemId, startsAt: instantOf(asked.at, timeZone) };
    case "contactless":
      return { type: "handover.contactlessChosen", contactless: asked.contactless };
    case "followUp": {
      const { note, review, service } = asked;
      return { type: "handover.followedUp", note, serviceAt: instantOf(service, timeZone), reviewAsked: review };
    }
    case "oweSign":
      return { type: "dueBill.signRequested", party: asked.party, name: asked.name, strokes: asked.strokes };
    case "titleStep":
      return { type: "titleWork.stepDone", step: asked.step, done: asked.done };
    case "titleHolder":
      return { type: "titleWork.holderNamed", holder: asked.holder };
    case "tag":
      return { type: "titleWork.tagIssued", expiresOn: plainDate(asked.expiresOn) };
    case "payoffSent":
      return {
        type: "titleWork.payoffSent",
        car: asked.car,
        sent: { amount: asked.amount ?? noCents, on: plainDate(asked.on) },
      };
    case "payoffNotSent":
      return { type: "titleWork.payoffSent", car: asked.car, sent: null };
    case "return": {
      const { odometer, reason, asDelivered } = asked;
      return { type: "returns.requested", odometer, reason, asDelivered };
    }
    case "keepCar":
      return { type: "returns.withdrawn" };
    case "acceptReturn": {
      const { odometer, asDelivered, trades } = asked;
      return { type: "returns.acceptRequested", odometer, asDelivered, trades };
    }
    case "declineReturn":
      return { type: "returns.declined", rule: asked.rule, reason: asked.reason };
    case "settleReturn":
      return { type: "returns.settled", method: asked.method ?? null };
    case "drive":
      return { type: "drive.bookRequested", startsAt: asked.startsAt, place: asked.place };
    case "cancelDrive":
      return { type: "drive.cancelled", driveId: asked.driveId };
    case "signDrive":
      return { type: "drive.signRequested", driveId: asked.driveId, name: asked.name, strokes: asked.strokes };
    case "leave":
      return { type: "drive.left", driveId: asked.driveId, plate: asked.plate };
    case "back":
      return { type: "drive.ended", driveId: asked.driveId };
  }
}
