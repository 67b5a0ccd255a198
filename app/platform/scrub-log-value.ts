import { maskSensitiveText } from "./mask-sensitive-text";

/** Limits on one logged object: deeper or wider ones are cut, since a log line is not a dump. */
const DEEPEST = 6;
const MOST_KEYS = 100;

/** Names whose value never reaches a log, wherever they stand in the object. */
const personalName =
  /^(password.*|pass|secret.*|.*token|token.*|authorization|cookie|set-cookie|code|totp.*|ssn|governmentnumber|dateofbirth|dob|licen[cs]e(number)?|income.*|email|to|phone|address.*|firstname|lastname|fullname|signature.*|cardnumber|cvc|accountnumber|routingnumber|fieldkey|field_key)$/i;

/** Error codes are words we gave or a driver gave ("23505"); a one-time code is not, so only errors keep theirs. */
function scrubError(error: Error, depth: number): Record<string, unknown> {
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: maskSensitiveText(error.message),
    ...(typeof code === "string" ? { errorCode: maskSensitiveText(code) } : {}),
    ...(error.stack ? { stack: maskSensitiveText(error.stack) } : {}),
    ...(cause === undefined ? {} : { cause: scrubLogValue(cause, depth + 1) }),
  };
}

/** A copy of a value that is fit to be logged: personal names redacted, texts cut and masked, depth and width bounded. */
export function scrubLogValue(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return maskSensitiveText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return typeof value === "function" ? "[function]" : value;
  if (value instanceof Error) return scrubError(value, depth);
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return "[deeper]";
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MOST_KEYS).map((item) => scrubLogValue(item, depth + 1));
  const entries = Object.entries(value).slice(0, MOST_KEYS);
  return Object.fromEntries(
    entries.map(([name, item]) => [
      maskSensitiveText(name),
      personalName.test(name) && item !== null && item !== undefined ? "[redacted]" : scrubLogValue(item, depth + 1),
    ]),
  );
}
