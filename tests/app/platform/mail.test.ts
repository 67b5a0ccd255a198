import { beforeEach, describe, expect, it } from "vitest";
import { sendMail } from "#app/platform/mail.server";
import { emptyTables, testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
const mail = { key: "resume:1", to: "ada@example.com", subject: "Your deal", text: "Here it is." };

beforeEach(() => emptyTables(db));

describe("mail", () => {
  it("[LIVE-10] is one message per key, however often and however much at once it is sent", async () => {
    await Promise.all([sendMail(mail), sendMail(mail), sendMail({ ...mail, text: "again" })]);
    await sendMail(mail);
    const outbox = await db.prisma.outboxMessage.findMany();
    expect(outbox).toHaveLength(1);
    expect(outbox[0]).toMatchObject({ to: mail.to, subject: mail.subject, sentAt: null });
  });
});
