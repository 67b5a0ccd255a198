import { checkDigitCorrections, readVin } from "#app/vin/vin-number";
import { decodeCatalogue } from "#app/vin/decode-catalogue.server";
import { readCsv } from "#app/platform/csv-reader";

export interface VinVerdict {
  lines: string[];
  failed: number;
  milliseconds: number[];
}

interface VinCase {
  vin: string;
  kind: string;
  make: string;
  model: string;
  year: string;
}

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
/** A catalogue's model may be shorter or longer than the name on the boot lid. */
const areAkin = (a: string, b: string) => plain(a).startsWith(plain(b)) || plain(b).startsWith(plain(a));

const refusals: Record<string, string> = {
  empty: "empty",
  length_16: "length",
  length_18: "length",
  letter_O: "letters",
  illegal_character: "characters",
};

/** What was wrong with one case, or nothing. */
function judge(one: VinCase, year: number, hits: Record<"make" | "model" | "year" | "of", number>): string | null {
  const reading = readVin(one.vin);
  if (one.kind === "japan_frame_number") return reading.kind === "frameNumber" ? null : "is read as something else";
  if (one.kind.startsWith("invalid:")) {
    const why = one.kind.slice("invalid:".length);
    if (reading.kind === "unreadable") return reading.reason === refusals[why] ? null : `refused as ${reading.reason}`;
    return reading.kind === "vin" && decodeCatalogue(reading.vin, year) === null ? null : "is not refused";
  }
  if (reading.kind !== "vin") return `is read as ${reading.kind}`;
  const decoded = decodeCatalogue(reading.vin, year);
  if (!decoded) return "no maker is known";
  if (one.kind === "warn:bad_check_digit") {
    if (reading.checkDigit.isRight) return "the check digit is taken for right";
    return checkDigitCorrections(reading.vin).length > 0 ? null : "no correction is offered";
  }
  if (one.kind === "normalise") return reading.changed && decoded.facts.model ? null : "is not mended";
  const { make, model, year: modelYear } = decoded.facts;
  const right = {
    make: plain(make?.value ?? "") === plain(one.make),
    model: one.model === "" || (model !== undefined && areAkin(model.value, one.model)),
    year: one.year === "" || modelYear?.value === one.year,
  };
  hits.of++;
  for (const name of ["make", "model", "year"] as const) if (right[name]) hits[name]++;
  if (!right.make || !right.year) return `decoded as ${modelYear?.value} ${make?.value} ${model?.value}`;
  if (one.kind === "valid" && !right.model) return `the model is ${model?.value ?? "not known"}, not ${one.model}`;
  if (one.kind === "europe" && model && !right.model && one.model === "" && decoded.source === "maker")
    return `a model is invented: ${model.value}`;
  return null;
}

/** Runs a file of cases; every line is one case that went wrong, and the last three are the sums. */
export function judgeVinCases(text: string, year: number): VinVerdict {
  const [head, ...rows] = readCsv(text);
  const at = (name: string) => head?.cells.indexOf(name) ?? -1;
  const hits = { make: 0, model: 0, year: 0, of: 0 };
  const verdict: VinVerdict = { lines: [], failed: 0, milliseconds: [] };
  for (const { line, cells } of rows) {
    const cell = (name: string) => cells[at(name)] ?? "";
    const one = {
      vin: cell("vin"),
      kind: cell("kind"),
      make: cell("make"),
      model: cell("model"),
      year: cell("model_year"),
    };
    const from = performance.now();
    const wrong = judge(one, year, hits);
    verdict.milliseconds.push(performance.now() - from);
    if (!wrong) continue;
    verdict.failed++;
    verdict.lines.push(`line ${line}, ${one.vin} (${one.kind}): ${wrong}`);
  }
  const sorted = verdict.milliseconds.toSorted((a, b) => a - b);
  const at50 = sorted[Math.floor(sorted.length / 2)] ?? 0;
  verdict.lines.push(
    `${rows.length} cases, ${verdict.failed} not as their kind says`,
    `make ${hits.make}/${hits.of}, model ${hits.model}/${hits.of}, year ${hits.year}/${hits.of}`,
    `p50 ${at50.toFixed(2)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(2)} ms`,
  );
  return verdict;
}
