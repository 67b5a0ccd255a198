import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { env } from "#app/platform/env.server";
import { sendMail } from "#app/platform/mail.server";
import { forget } from "#app/platform/remember.server";
import { emptyTables, testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
const mail = { key: "resume:1", to: "ada@example.com", subject: "Your deal", text: "Here it is." };

/** A mail server that takes everything, or refuses every message. */
async function mailServer({ refuses }: { refuses: boolean }) {
  const received: string[] = [];
  const server = createServer((socket) => {
    let message: string | null = null;
    socket.write("220 test\r\n");
    socket.setEncoding("utf8").on("data", (text: string) => {
      if (message !== null) message += text;
      if (message?.includes("\r\n.\r\n")) {
        received.push(message);
        message = null;
        socket.write("250 taken\r\n");
      } else if (message === null && text.startsWith("DATA")) {
        message = "";
        socket.write("354 go on\r\n");
      } else if (message === null) socket.write(refuses && text.startsWith("MAIL") ? "451 later\r\n" : "250 ok\r\n");
    });
    socket.on("error", () => undefined);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { received, close: () => server.close() };
}

beforeEach(() => emptyTables(db));
afterEach(() => {
  delete env.SMTP_URL;
  forget("mailTransport");
});

describe("mail", () => {
  it("[LIVE-10] is one message per key, however often and however much at once it is sent", async () => {
    await Promise.all([sendMail(mail), sendMail(mail), sendMail({ ...mail, text: "again" })]);
    await sendMail(mail);
    const outbox = await db.prisma.outboxMessage.findMany();
    expect(outbox).toHaveLength(1);
    expect(outbox[0]).toMatchObject({ to: mail.to, subject: mail.subject, sentAt: null });
  });

  it("leaves once by SMTP where there is a mail server", async () => {
    const { received, close } = await mailServer({ refuses: false });
    await sendMail(mail);
    await sendMail(mail);
    close();
    expect(received).toHaveLength(1);
    expect(received[0]).toContain("To: ada@example.com");
    const row = await db.prisma.outboxMessage.findUniqueOrThrow({ where: { key: mail.key } });
    expect(row.sentAt).not.toBeNull();
    expect(received[0]).toContain(row.id);
  });

  it("is a fault that may pass when the mail server does not take it, and stays in the outbox", async () => {
    const { close } = await mailServer({ refuses: true });
    await expect(sendMail(mail)).rejects.toMatchObject({ code: "mail", retryable: true });
    close();
    const row = await db.prisma.outboxMessage.findUniqueOrThrow({ where: { key: mail.key } });
    expect(row.sentAt).toBeNull();
  });
});
