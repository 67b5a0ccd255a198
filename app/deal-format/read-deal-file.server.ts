import { createHash } from "node:crypto";
import { applyDealEvent, contextOf, type DealState, lifeOf } from "#machines/deal/apply-deal-event";
import { parseStoredEvent } from "#machines/deal/stored-deal";
import { storedChatContent } from "#app/chat/stored-chat";
import { DEAL_FORMAT, DEAL_FORMAT_VERSION, type DealFile, dealFileSchema, MAX_FILE_BYTES } from "./deal-format";
import { figuresOf } from "./export-deal.server";
import { eventsHash } from "./events-hash.server";

/** Why a file is not taken, each with what it is about. */
export type ImportReason =
  | "tooLarge"
  | "notJson"
  | "notADeal"
  | "unknownVersion"
  | "malformed"
  | "eventsAltered"
  | "brokenOrder"
  | "unreadableEvent"
  | "importedBefore"
  | "doesNotFold"
  | "figuresDiffer"
  | "documentAltered"
  | "unreadableMessage";

export interface ImportRefusal {
  reason: ImportReason;
  /** The field, revision, type or file name it is about. */
  about: string;
}

export type ReadFile = { ok: true; file: DealFile; state: DealState } | { ok: false; refusal: ImportRefusal };

const refused = (reason: ImportReason, about: string | number = ""): ReadFile => ({
  ok: false,
  refusal: { reason, about: String(about) },
});

/**
 * Reads a file as a deal: its shape, its order, that nobody altered its log, that this core folds it, and that it then
 * says the figures it said where it comes from. What is not understood is refused by name, never skipped.
 */
export function readDealFile(text: string): ReadFile {
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) return refused("tooLarge");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refused("notJson");
  }
  const head = parsed as { format?: unknown; version?: unknown } | null;
  if (head?.format !== DEAL_FORMAT) return refused("notADeal", String(head?.format ?? ""));
  if (head.version !== DEAL_FORMAT_VERSION) return refused("unknownVersion", String(head.version));
  const shape = dealFileSchema.safeParse(parsed);
  if (!shape.success) return refused("malformed", shape.error.issues[0]?.path.join(".") ?? "");
  const file = shape.data;
  if (eventsHash(file.events) !== file.integrity.eventsSha256) return refused("eventsAltered");
  const gap = file.events.find(({ revision }, index) => revision !== index + 1);
  if (gap) return refused("brokenOrder", gap.revision);
  const altered = file.documents.find(({ bytes, sha256 }) => hashOf(bytes) !== sha256);
  if (altered) return refused("documentAltered", altered.fileName);
  const strange = file.conversation.find(({ content }) => !storedChatContent.safeParse(content).success);
  if (strange) return refused("unreadableMessage", strange.seq);
  return folded(file);
}

const hashOf = (base64: string) => createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex");

function folded(file: DealFile): ReadFile {
  let state: DealState | null = null;
  for (const { event: stored, revision, at, by } of file.events) {
    if (stored.type === "deal.imported") return refused("importedBefore", revision);
    try {
      const event = parseStoredEvent(stored);
      try {
        state = applyDealEvent(state, event, { revision, at, by });
      } catch {
        return refused("doesNotFold", revision);
      }
    } catch {
      return refused("unreadableEvent", `${revision}: ${stored.type}`);
    }
  }
  if (!state || state.revision !== file.deal.revision || lifeOf(state) !== file.deal.life)
    return refused("doesNotFold", file.deal.revision);
  if (contextOf(state).identity.dealNumber !== file.deal.number) return refused("doesNotFold", "deal.number");
  if (JSON.stringify(figuresOf(state)) !== JSON.stringify(file.figures)) return refused("figuresDiffer");
  return { ok: true, file, state };
}
