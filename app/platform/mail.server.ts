import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { now } from "./clock.server";
import { database, uniqueViolation } from "./database.server";
import { env } from "./env.server";
import { Fault } from "./fault";
import { remember } from "./remember.server";

export interface Mail {
  /** The same key is the same message: sending it again after it left does nothing. */
  key: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
}

const SMTP_WAIT_MS = 10_000;

/** Nodemailer takes either an address or settings, so ours ride along in the address. */
function transport() {
  return remember("mailTransport", () => {
    const address = new URL(env.SMTP_URL as string);
    const settings = { connectionTimeout: SMTP_WAIT_MS, greetingTimeout: SMTP_WAIT_MS, socketTimeout: SMTP_WAIT_MS };
    for (const [name, value] of Object.entries(settings)) address.searchParams.set(name, String(value));
    return createTransport(address.href);
  });
}

async function outboxRow(mail: Mail) {
  const { prisma } = database();
  const known = await prisma.outboxMessage.findUnique({ where: { key: mail.key } });
  if (known) return known;
  try {
    return await prisma.outboxMessage.create({ data: { id: randomUUID(), ...mail, createdAt: now() } });
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    return prisma.outboxMessage.findUniqueOrThrow({ where: { key: mail.key } });
  }
}

/**
 * Writes the message to the outbox and, where SMTP_URL is set, sends it. Called from jobs: it reaches the network, and a
 * Fault makes the job try again. A crash between the mail server's answer and our note of it sends it twice, with the
 * same Message-ID.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const row = await outboxRow(mail);
  if (row.sentAt || !env.SMTP_URL) return;
  try {
    await transport().sendMail({
      from: env.MAIL_FROM,
      to: row.to,
      subject: row.subject,
      text: row.text,
      ...(row.html ? { html: row.html } : {}),
      messageId: `<${row.id}@${new URL(env.PUBLIC_URL).hostname}>`,
    });
  } catch (cause) {
    throw new Fault("The mail server did not take a message.", { code: "mail", retryable: true, cause });
  }
  await database().prisma.outboxMessage.update({ where: { id: row.id }, data: { sentAt: now() } });
}
