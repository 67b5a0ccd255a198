import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checkLease, checkPublishedLease, checkReserve } from "./lease-vectors";
import { checkApr, checkGrid, checkLoan, checkSchedule, checkTax } from "./retail-vectors";
import { checkSolve, type SolveVector } from "./solve-vectors";
import { type Expected, expectStated } from "./vector-figures";

/** The project's own copy; MONEY_VECTORS points the runner at another folder of the same form. */
export const vectorFolder = process.env["MONEY_VECTORS"] ?? join(import.meta.dirname, "money");

type Check = (input: unknown, expected: Expected, vector: SolveVector) => void;

const checks = {
  apr: checkApr,
  schedule: checkSchedule,
  lease_published: checkPublishedLease,
  tax: checkTax,
  loan: checkLoan,
  lease: checkLease,
  reserve: checkReserve,
  grid: checkGrid,
  solve: checkSolve,
} satisfies Record<string, Check>;

export type VectorKind = keyof typeof checks;

const target = z.number().int().optional();

/** Beside its figures an example may carry remarks in words; a number that nobody knows is an error. */
const vectorSchema = z
  .object({
    id: z.string().min(1),
    input: z.record(z.string(), z.unknown()),
    expected: z.record(z.string(), z.unknown()),
    unknown: z.string().default(""),
    target_payment: target,
    target_total_payment: target,
    target_cash_at_signing: target,
    /** A figure as it was printed, where the page follows another convention. */
    published: z.record(z.string(), z.unknown()).optional(),
  })
  .catchall(z.string());

const fileSchema = z.strictObject({
  schema: z.literal("money-vectors/1"),
  kind: z.enum(Object.keys(checks) as [VectorKind, ...VectorKind[]]),
  note: z.string(),
  count: z.number().int(),
  vectors: z.array(vectorSchema).min(1),
});

export type Vector = z.output<typeof vectorSchema>;
export type VectorFile = z.output<typeof fileSchema>;

export function vectorFileNames(folder: string = vectorFolder): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
}

/** Reads a file whole or not at all: an unknown family, a wrong count or an id used twice is an error. */
export function readVectorFile(name: string, folder: string = vectorFolder): VectorFile {
  const file = fileSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
  const ids = new Set(file.vectors.map(({ id }) => id));
  if (file.vectors.length !== file.count) throw new Error(`${name} says ${file.count}, holds ${file.vectors.length}`);
  if (ids.size !== file.count) throw new Error(`${name} uses an id twice`);
  return file;
}

/** Fails unless every figure of the example is what the core computes. */
export function checkVector(kind: VectorKind, vector: Vector): void {
  expectStated(kind, vector.expected);
  checks[kind](vector.input, vector.expected, vector);
}
