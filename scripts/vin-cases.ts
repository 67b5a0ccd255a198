import { readFileSync } from "node:fs";
import { now } from "#app/platform/clock.server";
import { judgeVinCases } from "./vin/judge-vin-cases";

/** `VIN_CASES=file npm run vin-cases`: how the decoder does on a file of cases, in the form of tests/app/vin/vin-facts.csv. */
export default function vinCasesFromTerminal(): void {
  const path = process.env.VIN_CASES ?? "tests/app/vin/vin-facts.csv";
  const { lines, failed } = judgeVinCases(readFileSync(path, "utf8"), now().getUTCFullYear());
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (failed > 0) process.exitCode = 1;
}
