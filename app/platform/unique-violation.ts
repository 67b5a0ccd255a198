export interface UniqueViolation {
  /** The index's name, where the driver says it. */
  constraint?: string;
  /** The columns, where the driver says them. */
  fields?: string[];
}

const UNIQUE_VIOLATION = "23505";

interface PossibleViolation {
  code?: unknown;
  constraint?: unknown;
  detail?: unknown;
  meta?: { target?: unknown; driverAdapterError?: { cause?: AdapterCause } };
  cause?: unknown;
}

interface AdapterCause {
  kind?: unknown;
  originalCode?: unknown;
  originalMessage?: unknown;
  constraint?: { fields?: string[]; index?: string };
}

function unquoted(fields: string[]): string[] {
  return fields.map((field) => field.replaceAll('"', "").trim());
}

function described(constraint: string | undefined, fields: string[] | undefined): UniqueViolation {
  return { ...(constraint ? { constraint } : {}), ...(fields ? { fields: unquoted(fields) } : {}) };
}

function fromDriver({ constraint, detail }: PossibleViolation): UniqueViolation {
  const columns = typeof detail === "string" ? /Key \((.+?)\)=/.exec(detail)?.[1]?.split(", ") : undefined;
  return described(typeof constraint === "string" ? constraint : undefined, columns);
}

function fromPrisma(cause: AdapterCause | undefined, target: unknown): UniqueViolation {
  const said = typeof cause?.originalMessage === "string" ? /constraint "(.+?)"/.exec(cause.originalMessage) : null;
  const fields = cause?.constraint?.fields ?? (Array.isArray(target) ? (target as string[]) : undefined);
  return described(cause?.constraint?.index ?? said?.[1], fields);
}

/**
 * Was this a clash with a unique index, and with which? The drivers and Prisma each say it in their own shape: `pg` and
 * PGlite by SQLSTATE on the error, Prisma by P2002 (its own queries) or P2010 (raw ones) around the adapter's cause.
 */
export function uniqueViolation(error: unknown): UniqueViolation | null {
  if (typeof error !== "object" || error === null) return null;
  const possible = error as PossibleViolation;
  if (possible.code === UNIQUE_VIOLATION) return fromDriver(possible);
  const cause = possible.meta?.driverAdapterError?.cause;
  const isClash = cause?.kind === "UniqueConstraintViolation" || cause?.originalCode === UNIQUE_VIOLATION;
  if (possible.code === "P2002" || (possible.code === "P2010" && isClash)) {
    return fromPrisma(cause, possible.meta?.target);
  }
  return null;
}
