import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { simulatedLeaseProgrammes, simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { readDealView } from "#app/deals/read-deal.server";
import { httpLender } from "#app/lenders/http-lender.server";
import { connectLenders } from "#app/lenders/lender-network.server";
import type { LenderRequest } from "#app/lenders/lender-port";
import { keepPreferences, readPreferences } from "#app/lenders/preferred-lenders.server";
import { receiveLenderNews } from "#app/lenders/receive-lender-news.server";
import { simulatedLender, simulatedNetwork } from "#app/lenders/simulated-lender.server";
import { submitApplication } from "#app/lenders/submit-application.server";
import { rehash } from "#app/lenders/talk-to-lender.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { action as creditAction, loader as creditLoader } from "#app/routes/finance_.credit.$dealId";
import { applied } from "#tests/app/credit/credit-people";
import { get, post, signedIn } from "#tests/app/desk/desk-store";
import { newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(async () => {
  await openDealStore(database);
  const atOnce = { answersAfterSeconds: 0 };
  connectLenders(
    simulatedProgrammes.map((programme) =>
      simulatedLender(
        { ...programme, ...atOnce },
        ...simulatedLeaseProgrammes
          .filter(({ lenderCode }) => lenderCode === programme.lenderCode)
          .map((lease) => ({ ...lease, ...atOnce })),
      ),
    ),
  );
});

const walt = staffCalled("Walt");
const by = { staffId: walt.staffId, firstName: walt.firstName, lastName: walt.lastName, rooftopId: walt.rooftopId };
let number = 0;

async function aLeasedDeal() {
  const { dealId, customer } = await newDeal(database);
  const named = { firstName: "Odalys", lastName: "Quarrington", email: "", phone: "" };
  await tell(dealId, customer, { type: "customer.identified", ...named });
  await tell(dealId, customer, { type: "finance.methodChosen", method: "lease" });
  // The built-in bureau reads a score off the last four: these are strong.
  const governmentNumber = `900${60 + (number += 1)}99${10 + number}`;
  await applied({ dealId, rooftopId: walt.rooftopId }, { governmentNumber, monthlyIncome: "14000" });
  return { dealId, customer };
}
const creditOf = async (dealId: string) => contextOf(await stateOf(dealId)).credit!;
const leaseOf = async (dealId: string) => {
  const column = dealWorksheet(numbersFrom((await readDealView(dealId, "finance"))!))?.lease;
  if (!column?.ok) throw new Error("this car is leased");
  return column;
};
const pageOf = async (dealId: string, cookie: string) =>
  creditLoader({ request: get(`/finance/credit/${dealId}`, cookie), params: { dealId }, context: {} as never });

describe("leases and lenders", () => {
  it("[C5] D12 a leased deal is matched, sent to who is ticked for leases, answered, written on, and held against it", async () => {
    const { dealId } = await aLeasedDeal();
    const priya = await signedIn(walt.rooftopId, "fniManager", "Priya");
    const page = async () => pageOf(dealId, priya.cookie);
    const before = await page();
    const fits = Object.fromEntries(
      before.matches.map(({ lenderCode, gaps }) => [lenderCode, gaps.map((gap) => gap.code)]),
    );
    expect(fits).toEqual({ alder: [], birch: ["method"], cedar: expect.any(Array), dogwood: ["method"] });
    expect(before.matches.filter(({ takes }) => takes).map(({ lenderCode }) => lenderCode)).toEqual(["alder", "cedar"]);
    const wish = { alder: "locked", birch: "locked", cedar: "ticked" };
    expect(await keepPreferences(by, "new", { birch: "ticked" })).toBe(true);
    expect(await keepPreferences(by, "new", wish, "lease")).toBe(true);
    expect(await keepPreferences(by, "new", wish, "cash")).toBe(false);
    const ticks = Object.fromEntries((await page()).matches.map((row) => [row.lenderCode, row.preference]));
    expect(ticks).toEqual({ alder: "locked", birch: "none", cedar: "ticked", dogwood: "none" });
    const kinds = await readPreferences(walt.rooftopId);
    expect(kinds.map(({ condition, method, lenders }) => [condition, method, lenders.length])).toEqual([
      ["new", "finance", 4],
      ["used", "finance", 4],
      ["new", "lease", 2],
    ]);
    expect(kinds[0]?.lenders.find(({ code }) => code === "birch")?.preference).toBe("ticked");
    expect(kinds[0]?.lenders.find(({ code }) => code === "alder")?.preference).toBe("none");

    const act = (fields: Record<string, string>) =>
      creditAction({
        request: post(`/finance/credit/${dealId}`, priya.cookie, fields),
        params: { dealId },
        context: {} as never,
      });
    expect(await act({ act: "send", lenderCode: "birch", duplicateReason: "" })).toMatchObject({
      ok: false,
      reason: "otherMethod",
    });
    expect(await act({ act: "sendTicked" })).toEqual({ ok: true, act: "sendTicked" });
    await runDueJobs();
    const { adjustedCapCost, residual, payment, termMonths } = await leaseOf(dealId);
    const [answer, ...others] = (await page()).answers;
    expect(others).toEqual([]);
    // What stands on the page of a lease is no rate, and nothing that the store would add to one.
    expect(answer).toMatchObject({
      lender: "Alder Grove Bank",
      method: "lease",
      status: "approved",
      amount: adjustedCapCost,
      termMonths,
      payment,
      residual,
      buyRate: null,
      contractRate: null,
      maxRate: null,
      reserve: null,
      differences: [],
    });
    expect(answer?.maxMoneyFactor).toBeGreaterThan(0);
    expect(await act({ act: "choose", submissionId: answer!.submissionId })).toEqual({ ok: true, act: "choose" });
    expect((await page()).contract).toEqual([]);
    expect(contextOf(await stateOf(dealId)).finance.contractRateOverride).toBeNull();
    // The customer hears of the offer, and not how it was arrived at.
    const theirs = (await readDealView(dealId, "customer"))!.card.credit;
    expect(theirs?.answers[0]).toMatchObject({ method: "lease", payment });
    expect(JSON.stringify(theirs)).not.toMatch(/maxMoneyFactor|Lease A/);
  });

  it("[C9] a lessor that is asked again answers with a new version, and names no month of another cap cost", async () => {
    const { dealId } = await aLeasedDeal();
    const sent = await submitApplication(dealId, "alder", by);
    if (!sent.ok) throw new Error(sent.reason);
    await runDueJobs();
    const { adjustedCapCost, residual } = await leaseOf(dealId);
    const less = { amount: adjustedCapCost - 100_000, termMonths: null, waive: [], note: "" };
    expect(await rehash(sent.submissionId, less, by)).toBe(true);
    await runDueJobs();
    expect((await creditOf(dealId)).answers[0]).toMatchObject({
      version: 2,
      status: "approved",
      amount: adjustedCapCost - 100_000,
      payment: null,
      terms: null,
      lease: { residual },
    });
  });

  it("[C11] two of the built-in four lease, and the four keep their names and references", () => {
    expect(simulatedNetwork().map(({ code, programmes }) => [code, programmes.map(({ method }) => method)])).toEqual([
      ["alder", ["finance", "lease"]],
      ["birch", ["finance"]],
      ["cedar", ["finance", "lease"]],
      ["dogwood", ["finance"]],
    ]);
  });
});

describe("[C6] a lease over HTTP, with a sample lender on this machine", () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      bodies.push(Buffer.concat(parts).toString("utf8"));
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ reference: "LESSOR-1" }));
    });
  });
  afterAll(() => void server.close());

  it("sends the lease of the structure, and keeps of an answer what is a lessor's to say", async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const secret = "sample_lessor_secret_of_32_characters";
    const sheet = {
      ...simulatedLeaseProgrammes[0]!,
      code: "lessor-new",
      lenderCode: "lessor",
      lender: "Sample Lessor",
    };
    const lessor = { code: "lessor", name: "Sample Lessor", baseUrl, secret, programmes: [sheet] };
    connectLenders([httpLender(lessor)], { lessor: secret });
    const { dealId, customer } = await aLeasedDeal();
    const sent = await submitApplication(dealId, "lessor", by);
    if (!sent.ok) throw new Error(sent.reason);
    await runDueJobs();
    const { adjustedCapCost, residual, milesPerYear, payment, termMonths } = await leaseOf(dealId);
    const { structure } = JSON.parse(bodies[0]!) as LenderRequest;
    expect(structure).toMatchObject({
      amountFinanced: adjustedCapCost,
      payment,
      termMonths,
      lease: { adjustedCapCost, residual, milesPerYear },
    });
    const limits = { maxLoanToValue: 1_150_000, productCap: 400_000, paymentCap: null };
    const news = {
      reference: "LESSOR-1",
      externalId: "decision-1",
      status: "approved",
      amount: adjustedCapCost,
      termMonths,
      payment,
      conditions: [],
      expiresAt: "2090-01-01T00:00:00.000Z",
      terms: { tier: "A", buyRate: 50_000, maxRate: 60_000, contractRate: 55_000, ...limits },
      lease: { tier: "A", maxMoneyFactor: structure.lease!.moneyFactor, residual, milesPerYear, ...limits },
      reasons: [],
      comment: "",
    };
    expect(await receiveLenderNews("lessor", { ...news, lease: { ...news.lease, surprise: 1 } })).toBe("unreadable");
    expect(await receiveLenderNews("lessor", news)).toBe("taken");
    expect(await receiveLenderNews("lessor", news)).toBe("repeated");
    const [answer] = (await creditOf(dealId)).answers;
    expect(answer).toMatchObject({ method: "lease", terms: null, lease: { residual, reference: "LESSOR-1" } });
    // Who only leases is not sent a loan.
    await tell(dealId, customer, { type: "finance.methodChosen", method: "finance" });
    expect(await submitApplication(dealId, "lessor", by)).toEqual({ ok: false, reason: "otherMethod" });
  });
});
