import { z } from "zod";
import { requireStaff } from "#app/accounts/request-person.server";
import { log } from "#app/platform/log.server";
import { parseMoney } from "#app/ui/parse-money";
import { cents, type Cents } from "#machines/money/cents";
import { isPlainDate } from "#machines/money/plain-date";
import { ppmFromPercent } from "#machines/money/rate";
import { longText, shortText } from "#machines/money/stored-value";
import { jurisdictionById } from "#machines/rule-packs/jurisdictions";
import { confirmRulePack, type ConfirmedFee, withdrawConfirmation } from "./confirm-rule-pack.server";
import { addLocalRate, plainPostcode, removeLocalRate } from "./local-rates.server";
import { type TaxActAnswer, taxRoles } from "./store-taxes";

/** No place's local part is a fifth of the price; catches 825 typed for 8.25. */
const HIGHEST_LOCAL_PERCENT = 20;
/** No state takes this for a title or plates. */
const HIGHEST_FEE = 1_000_000;

const place = z.string().refine((id) => jurisdictionById(id) !== null);
const percent = z
  .string()
  .transform((text) => text.replace(",", ".").replace("%", "").trim())
  .refine((text) => /^\d{1,2}(\.\d{1,4})?$/.test(text) && Number(text) <= HIGHEST_LOCAL_PERCENT)
  .transform(ppmFromPercent);
const day = z.string().refine(isPlainDate);
const prefix = z
  .string()
  .transform(plainPostcode)
  .refine((text) => text.length >= 1 && text.length <= 9);
/** Empty: the store's own table has it. What cannot be read is no empty field: it is told. */
const fee = z.string().transform((text, context): Cents | null => {
  if (text.trim() === "") return null;
  const amount = parseMoney(text);
  if (amount !== null && amount >= 0 && amount <= HIGHEST_FEE) return cents(amount);
  context.addIssue({ code: "custom", message: "not an amount of such a fee" });
  return z.NEVER;
});

const actSchema = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("confirm"),
    place,
    version: z.string().max(20),
    note: longText,
    title: fee,
    registration: fee,
    plates: fee,
  }),
  z.object({ act: z.literal("withdraw"), id: z.string().max(80), note: longText }),
  z.object({
    act: z.literal("addRate"),
    place,
    prefix,
    rate: percent,
    validFrom: day,
    source: shortText,
  }),
  z.object({ act: z.literal("removeRate"), id: z.string().max(80) }),
]);

/** One act of the store's controller: judged by role, read field by field, written down and logged. */
export async function submitTaxAct(request: Request): Promise<TaxActAnswer> {
  const person = await requireStaff(request, taxRoles);
  const form = Object.fromEntries(await request.formData());
  const asked = actSchema.safeParse(form);
  if (!asked.success) {
    const problems = [...new Set(asked.error.issues.map(({ path }) => String(path[0] ?? "act")))];
    return { act: String(form.act ?? ""), problems, refused: null };
  }
  const { rooftopId, staffId } = person;
  const staffName = `${person.firstName} ${person.lastName}`;
  const refused = await perform(asked.data, { rooftopId, staffId, staffName });
  const { act } = asked.data;
  const about = "id" in asked.data ? asked.data.id : asked.data.place;
  log.info({ act, about, rooftopId, staffId, refused }, "store taxes");
  return { act, problems: [], refused };
}

interface By {
  rooftopId: string;
  staffId: string;
  staffName: string;
}

async function perform(asked: z.output<typeof actSchema>, by: By): Promise<TaxActAnswer["refused"]> {
  const { rooftopId, staffName } = by;
  switch (asked.act) {
    case "confirm": {
      const answer = await confirmRulePack({
        ...by,
        packId: asked.place,
        version: asked.version,
        note: asked.note,
        governmentFees: feesOf(asked),
      });
      return answer === "confirmed" ? null : answer;
    }
    case "withdraw":
      return (await withdrawConfirmation(rooftopId, asked.id, { name: staffName, note: asked.note })) ? null : "gone";
    case "addRate": {
      const answer = await addLocalRate({
        rooftopId,
        packId: asked.place,
        postcodePrefix: asked.prefix,
        ratePpm: asked.rate,
        validFrom: asked.validFrom,
        source: asked.source,
        staffName,
      });
      return answer === "added" ? null : answer;
    }
    case "removeRate":
      return (await removeLocalRate(rooftopId, asked.id, staffName)) ? null : "gone";
  }
}

const feeNames = { title: "Title", registration: "Registration", plates: "License plates" } as const;

/** Null where none is stated: the store's own table holds. One stated makes the list this place's own. */
function feesOf(asked: Record<keyof typeof feeNames, Cents | null>): ConfirmedFee[] | null {
  const stated = (Object.keys(feeNames) as (keyof typeof feeNames)[]).flatMap((code) => {
    const amount = asked[code];
    return amount === null ? [] : [{ code, name: feeNames[code], amount }];
  });
  return stated.length > 0 ? stated : null;
}
