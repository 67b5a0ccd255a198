import { createHash } from "node:crypto";
import type { Actor } from "#machines/store/actor";
import { database, type SqlExecutor } from "#app/platform/database.server";
import type { ChatSendAnswer, ChatStream } from "#app/realtime/chat-protocol";
import { noticeFor } from "./away-notice.server";
import { type Appended, appendMessage, authorIdOf, type ChatRow, sideOf } from "./chat-record.server";
import type { StoredChatContent } from "./stored-chat";

export interface Saying {
  stream: ChatStream;
  dealId: string;
  messageId: string;
  actor: Actor;
  /** The name the others read; a customer's stands in the deal. */
  firstName: string | null;
  content: StoredChatContent;
  /**
   * What the sender sent, where the content was completed here: a repeat is known by it, whatever the deal looks like
   * by then. Left out: the content itself.
   */
  sent?: unknown;
  /** Cards that the product puts into the conversation by itself bring nobody an e-mail: what they show does. */
  quiet?: boolean;
}

const hashOf = (authorId: string, sent: unknown) =>
  createHash("sha256")
    .update(JSON.stringify([authorId, sent]))
    .digest("hex");

export async function sayIn(tx: SqlExecutor, saying: Saying): Promise<Appended> {
  const { stream, dealId, messageId, actor, firstName, content, sent = content, quiet = false } = saying;
  const authorId = authorIdOf(actor);
  const said = await appendMessage(tx, stream, {
    dealId,
    messageId,
    contentHash: hashOf(authorId, sent),
    authorSide: sideOf(actor),
    authorId,
    role: actor.kind === "staff" ? actor.role : actor.kind,
    firstName,
    content,
  });
  if (said.kind === "new" && stream === "chat" && !quiet) await noticeFor(tx, dealId, said.row);
  return said;
}

/** Stores one message, once, and answers with its place; telling the others is the caller's, after this. */
export async function say(saying: Saying): Promise<{ answer: ChatSendAnswer; row: ChatRow | null }> {
  const said = await database().transaction((tx) => sayIn(tx, saying));
  return { answer: answerTo(said), row: said.kind === "new" ? said.row : null };
}

export function answerTo(said: Appended): ChatSendAnswer {
  if (said.kind === "conflict") return { status: "refused", reason: "conflict" };
  const { seq, at } = said.row;
  return { status: said.kind === "new" ? "sent" : "repeated", seq, at: new Date(at).toISOString() };
}
