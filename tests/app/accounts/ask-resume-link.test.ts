import { beforeEach, describe, expect, it } from "vitest";
import { askResumeLink } from "#app/accounts/ask-resume-link.server";
import { grantDealAccess } from "#app/accounts/deal-actor.server";
import { followResumeLink } from "#app/accounts/follow-resume-link.server";
import { composeResumeMail, sendResumeMail } from "#app/accounts/resume-mail.server";
import { rememberShopperEmail } from "#app/accounts/shopper.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { emptyTables, testDatabase } from "#tests/support/test-database";
import { aDeal, aShopper, requestFrom } from "./people";

const db = await testDatabase();

beforeEach(() => emptyTables(db));

let turns = 0;
const ask = (email: unknown, { address = `ask-${(turns += 1)}`, request = requestFrom() } = {}) =>
  askResumeLink(request, { email, address });

async function knownAs(email: string, deals: string[]): Promise<void> {
  const shopperId = await aShopper();
  await rememberShopperEmail(shopperId, email);
  for (const dealId of deals) await grantDealAccess(shopperId, dealId);
}

describe("[WEB-05] asking for a link", () => {
  it("answers a known and an unknown address alike, and writes to the known one only", async () => {
    await knownAs("theo@example.com", [await aDeal()]);
    const answers = [await ask(" Theo@Example.com "), await ask("stranger@example.com")];
    const shape = answers.map((answer) => ({ ...answer, setCookie: answer.ok && typeof answer.setCookie }));
    expect(shape[0]).toEqual(shape[1]);
    expect(shape[0]).toEqual({ ok: true, setCookie: "string" });
    expect(await runDueJobs()).toBe(2);
    const mails = await db.prisma.outboxMessage.findMany();
    expect(mails.map((mail) => mail.to)).toEqual(["Theo@Example.com"]);
  });

  it("keeps the address out of the job's row", async () => {
    await ask("private@example.com");
    const { rows } = await db.query("select data::text as data from pgboss.job where name = 'accounts.resumeMail'");
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("private");
  });

  it.each(["", "no-at", "a@b", null, 7, `${"a".repeat(250)}@example.com`])("%j is not an address", async (email) => {
    expect(await ask(email)).toEqual({ ok: false, reason: "notAnAddress" });
  });

  it("floods no mailbox, known or not", async () => {
    await knownAs("flooded@example.com", [await aDeal()]);
    for (const email of ["flooded@example.com", "unknown-flooded@example.com"]) {
      for (let turn = 0; turn < 3; turn += 1) expect(await ask(email)).toMatchObject({ ok: true });
      expect(await ask(email.toUpperCase())).toMatchObject({ ok: false, reason: "slowDown" });
    }
  });

  it("limits one address that tries many mailboxes", async () => {
    for (let turn = 0; turn < 15; turn += 1) await ask(`list-${turn}@example.com`, { address: "lister" });
    expect(await ask("list-16@example.com", { address: "lister" })).toMatchObject({ ok: false, reason: "slowDown" });
  });
});

describe("[WEB-04] the mail", () => {
  it("carries the newest deals of the mailbox, a link each and one code, and the link works where it was asked", async () => {
    const [first, second, lost] = [await aDeal(), await aDeal(), await aDeal({ life: "lost" })];
    await knownAs("two@example.com", [first, second, lost]);
    const answer = await ask("two@example.com");
    await runDueJobs();
    const [mail] = await db.prisma.outboxMessage.findMany();
    const urls = mail?.text.match(/http\S+\/resume\/[\w-]{43}/g) ?? [];
    expect(urls).toHaveLength(2);
    expect(mail?.text).toMatch(/\b\d{3} \d{3}\b/);
    const request = requestFrom(answer.ok ? answer.setCookie : null);
    const token = urls[0]?.split("/").at(-1) ?? "";
    const followed = await followResumeLink(request, { token, code: "", address: "follow-1" });
    expect(followed).toMatchObject({ ok: true });
    expect([first, second]).toContain(followed.ok && followed.dealId);
  });

  it("run twice, the job sends what it composed and leaves its links alive", async () => {
    const dealId = await aDeal();
    const mail = { key: "twice", email: "twice@example.com", dealIds: [dealId], askedBySessionId: null, locale: "en" };
    await sendResumeMail({ ...mail, locale: "en" });
    await sendResumeMail({ ...mail, locale: "en" });
    expect(await db.prisma.outboxMessage.count()).toBe(1);
    expect(await db.prisma.resumeLink.findMany()).toMatchObject([{ replacedAt: null, usedAt: null }]);
  });

  it("is in the reader's language and escapes what the store calls itself", async () => {
    const deal = {
      store: `Lac & "Fils" <b>`,
      number: "LM-1042",
      vehicle: "2026 Norden Vista",
      url: "https://x.example/resume/t",
    };
    const french = composeResumeMail("fr", "012345", [deal]);
    expect(french.subject).toBe(`Reprenez votre dossier chez Lac & "Fils" <b>`);
    expect(french.text).toContain("012 345");
    expect(french.text).toContain("15 minutes");
    expect(french.html).toContain("Lac &amp; &quot;Fils&quot; &lt;b&gt;");
    expect(french.html).not.toContain("<b>");
    expect(french.html).toContain('<html lang="fr">');
  });
});
