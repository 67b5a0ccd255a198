import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { Fault } from "./fault";

const port = z.coerce.number().int().min(0).max(65535);
const wholeNumber = z.coerce.number().int().min(0);
const yesOrNo = z.enum(["0", "1"]).transform((answer) => answer === "1");

/** "a=1,b=2" as pairs; a part without "=" is a pair whose first half is empty, which no setting takes. */
const pairsOf = (text: string): [string, string][] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, Math.max(0, at)), part.slice(at + 1)];
    });

/** What people state of themselves goes there: in the clear to this machine only. */
function isLenderAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname));
}

/** Every setting the server reads. `.env.example` and docs/operating.md list exactly these; a test compares them. */
export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: wholeNumber.max(10).default(0),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: wholeNumber.min(2).max(200).default(10),
  ALLOW_UNSAFE_POSTGRES: yesOrNo.default(false),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DEMO: yesOrNo.optional(),
  FIELD_KEY: z
    .string()
    .regex(
      /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
      "must be id:base64-of-32-bytes, the newest first",
    )
    .optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, "must be a secret or restricted key of Stripe")
    .optional(),
  STRIPE_WEBHOOK_SECRETS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((secrets) => secrets.every((secret) => secret.startsWith("whsec_")), "must be whsec_…, the newest first"),
  /** Stores with an account of their own: `rooftop=key:secret|secret`, several separated by commas. */
  STRIPE_ROOFTOPS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part) => {
          const [, rooftopId = "", key = "", secrets = ""] = /^([\w-]+)=([^:]+):(.*)$/.exec(part) ?? [];
          return { rooftopId, key, secrets: secrets.split("|").filter(Boolean) };
        }),
    )
    .refine(
      (rooftops) =>
        rooftops.every(
          ({ rooftopId, key, secrets }) =>
            rooftopId !== "" &&
            /^(sk|rk)_(test|live)_\w+$/.test(key) &&
            secrets.length > 0 &&
            secrets.every((secret) => secret.startsWith("whsec_")),
        ),
      "must be rooftop=sk_…:whsec_…|whsec_…, several separated by commas",
    ),
  /** A stand-in for Stripe on this machine, for tests; with a test key only. */
  STRIPE_API_URL: z.url({ protocol: /^http$/ }).optional(),
  /** Lenders behind HTTP: `code=https://…`, several separated by commas. None: the built-in network answers. */
  LENDERS: z
    .string()
    .default("")
    .transform((text) => pairsOf(text).map(([code, address]) => ({ code, baseUrl: address.replace(/\/+$/, "") })))
    .refine(
      (lenders) => lenders.every(({ code, baseUrl }) => /^[\w-]{1,40}$/.test(code) && isLenderAddress(baseUrl)),
      "must be code=https://…, several separated by commas; http is for this machine alone",
    )
    .refine((lenders) => new Set(lenders.map(({ code }) => code)).size === lenders.length, "names a lender twice"),
  /** What each signs with, and we: `code=secret`, several separated by commas. */
  LENDER_SECRETS: z
    .string()
    .default("")
    .transform((text) => pairsOf(text))
    .refine(
      (secrets) => secrets.every(([code, secret]) => code !== "" && secret.length >= 32),
      "must be code=secret of 32 characters or more, several separated by commas",
    )
    .transform((secrets) => Object.fromEntries(secrets)),
  /** Their rate sheets: a JSON file, a list of programmes. */
  LENDER_PROGRAMMES: z.string().optional(),
  /** The operator's own key and certificate for sealing documents, PEM text; without them each store makes its own. */
  SIGNING_KEY_PEM: z.string().optional(),
  SIGNING_CERTIFICATE_PEM: z.string().optional(),
  /** A time-stamp service (RFC 3161) that says when a document was sealed. */
  TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** So many years after its last signature a signed copy is told to be kept, at the least; nothing removes one. */
  SIGNED_COPY_YEARS: wholeNumber.min(1).max(99).default(7),
  /** Papers one deal takes from phones and scanners; a jacket has thirty, and some are sent twice. */
  UPLOADS_PER_DEAL: wholeNumber.min(1).max(1_000).default(80),
  /** Asks NHTSA's public services for what the VIN tables lack, and for recalls. Off: nothing leaves this machine. */
  NHTSA_LIVE: yesOrNo.default(false),
  /** A CSV of EPA fuel economy (make, model, year, trans, drive, cyl, displ, fuel, hwy, cty), for suggestions at intake. */
  EPA_FILE: z.string().optional(),
  /** An OpenAI-compatible service that drafts descriptions; its text is checked like any other. */
  DRAFT_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  DRAFT_MODEL_KEY: z.string().optional(),
  DRAFT_MODEL_NAME: z.string().max(120).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Deal Jacket <no-reply@localhost>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
  METRICS_PORT: port.optional(),
  /** Edits one live connection may send, with three seconds' worth saved up; a person typing needs two. */
  EDITS_PER_SECOND: z.coerce.number().int().min(1).max(1_000_000).default(20),
  CLOCK_OFFSET_MS: z.coerce.number().int().optional(),
});

type Parsed = z.output<typeof envSchema>;
export type Env = Omit<Parsed, "PUBLIC_URL" | "DATA_DIR" | "DEMO" | "LOG_LEVEL" | "CLOCK_OFFSET_MS"> & {
  PUBLIC_URL: string;
  DATA_DIR: string;
  DEMO: boolean;
  LOG_LEVEL: NonNullable<Parsed["LOG_LEVEL"]>;
  CLOCK_OFFSET_MS: number;
};

function refuse(sentence: string): never {
  throw new Fault(sentence, { code: "settings", retryable: false });
}

function defaultDataDir(nodeEnv: Parsed["NODE_ENV"]): string {
  // Tests must not write beside the developer's own data.
  return nodeEnv === "test" ? join(tmpdir(), "deal-jacket-test") : "data";
}

function defaultLogLevel(nodeEnv: Parsed["NODE_ENV"], demo: boolean): Env["LOG_LEVEL"] {
  if (nodeEnv === "test") return "silent";
  // Someone trying the demo in a terminal wants the address, not a line per request.
  return demo ? "warn" : "info";
}

/** Reads and checks settings; throws one Fault that names every wrong one. An empty value counts as not set. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    refuse(`Wrong settings. ${problems.join("; ")}`);
  }
  const settings = parsed.data;
  const demo = settings.DEMO ?? !settings.DATABASE_URL;
  if (demo && settings.DATABASE_URL && settings.NODE_ENV === "production") {
    refuse(
      "DEMO=1 with a DATABASE_URL in production would put demo accounts beside real deals. Unset DEMO, or unset DATABASE_URL to try the demo.",
    );
  }
  if (settings.CLOCK_OFFSET_MS !== undefined && settings.NODE_ENV === "production" && !demo) {
    refuse("CLOCK_OFFSET_MS is for tests and is refused in production outside the demo.");
  }
  if (settings.NODE_ENV === "production" && !demo && !settings.FIELD_KEY) {
    refuse(
      'FIELD_KEY is not set. Create one with: node -e "console.log(`k1:${crypto.randomBytes(32).toString(`base64`)}`)"',
    );
  }
  const unsigned = settings.LENDERS.find(({ code }) => !settings.LENDER_SECRETS[code]);
  if (unsigned) refuse(`LENDERS names "${unsigned.code}", and LENDER_SECRETS has no secret for it.`);
  if (settings.LENDERS.length > 0 && !settings.LENDER_PROGRAMMES)
    refuse("LENDERS is set, and LENDER_PROGRAMMES does not say where their rate sheets are.");
  return {
    ...settings,
    PUBLIC_URL: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ""),
    DATA_DIR: settings.DATA_DIR ?? defaultDataDir(settings.NODE_ENV),
    DEMO: demo,
    LOG_LEVEL: settings.LOG_LEVEL ?? defaultLogLevel(settings.NODE_ENV, demo),
    CLOCK_OFFSET_MS: settings.CLOCK_OFFSET_MS ?? 0,
  };
}

/** Parsed once, when the process starts. */
export const env: Env = parseEnv(process.env);
