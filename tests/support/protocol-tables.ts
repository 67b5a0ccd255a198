import { z } from "zod";
import { type DealEdit, dealEditSchema, requestedEditTypes } from "#machines/deal/deal-events";
import { permissionFor } from "#machines/deal/deal-permissions";
import { refusalTexts } from "#machines/deal/deal-refusals";

interface Shape {
  type?: string;
  const?: unknown;
  enum?: string[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
}

const formats: Record<string, string> = { date: "date", "date-time": "instant", email: "e-mail", uuid: "UUID" };

const patterns: Record<string, string> = {
  "^[a-zA-Z][a-zA-Z0-9-]{0,39}$": "code",
  "^[A-Za-z0-9_:-]{1,80}$": "id",
  "^[A-HJ-NPR-Z0-9]{17}$": "VIN",
};

/** A field's kind in the words of docs/protocol.md. */
function kindOf(shape: Shape): string {
  if (shape.anyOf) return shape.anyOf.map(kindOf).join(" or ");
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((word) => `"${word}"`).join(", ");
  if (shape.type === "null" || shape.type === "boolean") return shape.type;
  if (shape.type === "integer" || shape.type === "number") return `integer ${shape.minimum} to ${shape.maximum}`;
  if (shape.type === "array") return `at most ${shape.maxItems} of ${elementOf(shape.items ?? {})}`;
  if (shape.properties) return elementOf(shape);
  if (shape.format) return formats[shape.format] ?? shape.format;
  if (shape.pattern) return patterns[shape.pattern] ?? `text like ${shape.pattern}`;
  return `text of at most ${shape.maxLength}`;
}

/** What a list is of: objects with their fields, one of several kinds of object, or plain values. */
function elementOf(shape: Shape): string {
  const kinds = shape.oneOf ?? shape.anyOf;
  if (kinds) return kinds.map(elementOf).join(" or ");
  if (!shape.properties) return kindOf(shape);
  const { type } = shape.properties;
  const tag = type?.const === undefined ? [] : [`\`type\`: ${JSON.stringify(type.const)}`];
  return `{ ${[...tag, fieldsOf(shape)].filter(Boolean).join("; ")} }`;
}

const fieldsOf = ({ properties = {} }: Shape): string =>
  Object.entries(properties)
    .filter(([name]) => name !== "type")
    .map(([name, shape]) => `\`${name}\`: ${kindOf(shape)}`)
    .join("; ");

/** One row per edit a client may send, from the schema and the permission table. */
export function editTable(): string {
  const { oneOf, anyOf } = z.toJSONSchema(dealEditSchema, { io: "input", unrepresentable: "any" }) as {
    oneOf?: Shape[];
    anyOf?: Shape[];
  };
  const rows = (oneOf ?? anyOf ?? []).map((shape) => {
    const type = shape.properties?.type?.const as DealEdit["type"];
    const { by, needsCurrentRevision, toldTo } = permissionFor(type);
    const notes = [
      ...(needsCurrentRevision ? ["commitment: send `seenRevision`"] : []),
      ...(requestedEditTypes.has(type) ? ["asks: is journalled as another type"] : []),
      ...(toldTo === "staff" ? ["told to staff only"] : []),
    ];
    return `| \`${type}\` | ${fieldsOf(shape) || "none"} | ${by.join(", ")} | ${notes.join("; ")} |`;
  });
  return ["| type | fields | who may | notes |", "|---|---|---|---|", ...rows].join("\n");
}

/** One row per refusal, with its sentence and its next step. */
export function refusalTable(): string {
  const rows = Object.entries(refusalTexts).map(
    ([code, { sentence, next }]) => `| \`${code}\` | ${sentence} | ${next} |`,
  );
  return ["| code | sentence | next step |", "|---|---|---|", ...rows].join("\n");
}
