import { redirect } from "@remix-run/node";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { parseMoney } from "#app/ui/parse-money";
import { catalogueFacts } from "./catalogue-facts";
import { decodeTyped } from "./decode-into-sheet.server";
import { importVehicles, type ImportAnswer } from "./import-vehicles.server";
import { staffName } from "./stock-record.server";
import { takeInSchema, takeInVehicle } from "./take-in-vehicle.server";

export interface LookAnswer {
  kind: "look";
  vin: string;
  refused: { reason: string; about: string; length: number } | null;
  isFrame: boolean;
  changed: boolean;
  expectedDigit: string | null;
  corrections: { vin: string; name: string }[];
  facts: { field: string; value: string; confidence: number }[];
  hasModel: boolean;
}
export type IntakeAnswer = LookAnswer | { kind: "import"; result: ImportAnswer };

/** What a number says, before anything is kept. */
export function lookAt(text: string): LookAnswer {
  const { reading, decoded, corrections } = decodeTyped(text);
  const isVin = reading.kind === "vin";
  const facts = decoded ? catalogueFacts(decoded.facts) : {};
  return {
    kind: "look",
    vin: isVin ? reading.vin : reading.kind === "frameNumber" ? reading.frameNumber : text.trim(),
    refused:
      reading.kind === "unreadable"
        ? { reason: reading.reason, about: "", length: reading.length }
        : isVin && !decoded
          ? { reason: "unknownMaker", about: reading.vin, length: 17 }
          : null,
    isFrame: reading.kind === "frameNumber",
    changed: isVin && reading.changed,
    expectedDigit: isVin && !reading.checkDigit.isRight && !reading.isEuropean ? reading.checkDigit.expected : null,
    corrections,
    facts: Object.entries(facts).map(([field, { value, confidence }]) => ({ field, value, confidence })),
    hasModel: decoded?.facts.model !== undefined,
  };
}

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}

const amount = (value: FormDataEntryValue | null) =>
  typeof value === "string" && value.trim() !== "" ? (parseMoney(value.replace("$", "")) ?? NaN) : null;

/** One act of the intake screen: look at a number, take a vehicle in, or take a file of them in. */
export async function submitIntake(person: StaffPerson, form: FormData): Promise<IntakeAnswer> {
  if (form.get("act") === "import") {
    const file = form.get("file");
    const result: ImportAnswer =
      file instanceof File && file.size > 0
        ? await importVehicles(person.rooftopId, piecesOf(file), staffName(person))
        : { ok: false, problems: [{ line: 0, reason: "file", about: "" }] };
    return { kind: "import", result };
  }
  const look = lookAt(String(form.get("vin") ?? ""));
  if (form.get("act") !== "takeIn" || look.refused) return look;
  const wish = takeInSchema.safeParse({
    vin: look.vin,
    condition: form.get("condition") ?? undefined,
    stockNumber: String(form.get("stockNumber") ?? "").trim(),
    mileage: form.get("mileage") ? form.get("mileage") : null,
    price: amount(form.get("price")),
    acquisitionCost: amount(form.get("cost")),
    notes: form.get("notes") ?? "",
  });
  if (!wish.success) return { ...look, refused: { reason: "row", about: "", length: 0 } };
  const answer = await takeInVehicle(person.rooftopId, wish.data, staffName(person));
  if (answer.ok) throw redirect(`/merchandising/${answer.stockNumber}`);
  return { ...look, refused: { reason: answer.refusal.reason, about: answer.refusal.why, length: 0 } };
}
