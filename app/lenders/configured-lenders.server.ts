import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type LenderProgramme, lenderProgrammeSchema } from "#machines/lending/lender-programme";
import { type Env, env } from "#app/platform/env.server";
import { Fault } from "#app/platform/fault";
import { httpLender } from "./http-lender.server";
import type { LenderPort } from "./lender-port";
import { simulatedNetwork } from "./simulated-lender.server";

export interface ConfiguredLenders {
  ports: LenderPort[];
  /** By code: what each signs its callbacks with. */
  secrets: Record<string, string>;
}

type Settings = Pick<Env, "LENDERS" | "LENDER_SECRETS" | "LENDER_PROGRAMMES">;

const wrong = (sentence: string) => new Fault(sentence, { code: "settings", retryable: false });

/** The rate sheets of every lender, from one file; the server does not start on one that it cannot read. */
async function programmesIn(path: string): Promise<LenderProgramme[]> {
  const text = await readFile(path, "utf8").catch(() => {
    throw wrong(`LENDER_PROGRAMMES: ${path} cannot be read.`);
  });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw wrong(`LENDER_PROGRAMMES: ${path} is not JSON.`);
  }
  const read = z.array(lenderProgrammeSchema).min(1).safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw wrong(
    `LENDER_PROGRAMMES: ${path}, at ${issue?.path.join(".") || "its top"}: ${issue?.message ?? "not readable"}.`,
  );
}

/**
 * The lenders that the environment names, each behind HTTP as docs/lenders.md says; the built-in network where it names
 * none. A lender without a rate sheet or with a sheet of nobody's is a mistake that is told at the start.
 */
export async function configuredLenders(settings: Settings = env): Promise<ConfiguredLenders> {
  const { LENDERS, LENDER_SECRETS, LENDER_PROGRAMMES } = settings;
  if (LENDERS.length === 0) return { ports: simulatedNetwork(), secrets: {} };
  const programmes = await programmesIn(LENDER_PROGRAMMES ?? "");
  const stray = programmes.find(({ lenderCode }) => !LENDERS.some(({ code }) => code === lenderCode));
  if (stray)
    throw wrong(`LENDER_PROGRAMMES: "${stray.code}" is of "${stray.lenderCode}", which LENDERS does not name.`);
  const secrets: Record<string, string> = {};
  const ports = LENDERS.map(({ code, baseUrl }) => {
    const own = programmes.filter(({ lenderCode }) => lenderCode === code);
    const [first] = own;
    if (!first) throw wrong(`LENDER_PROGRAMMES has no programme of "${code}".`);
    const secret = LENDER_SECRETS[code] ?? "";
    secrets[code] = secret;
    return httpLender({ code, name: first.lender, baseUrl, secret, programmes: own });
  });
  return { ports, secrets };
}
