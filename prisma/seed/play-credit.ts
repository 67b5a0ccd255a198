import { randomUUID } from "node:crypto";
import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { Actor } from "#machines/store/actor";
import { completeApplication, openApplication, saveFields } from "#app/credit/credit-application.server";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { movePackage, sendPackage } from "#app/lenders/funding-board.server";
import type { FundingState } from "#app/lenders/funding-states";
import { lenderOf } from "#app/lenders/lender-network.server";
import { lenderRequest } from "#app/lenders/lender-request.server";
import { receiveLenderNews } from "#app/lenders/receive-lender-news.server";
import { firstNews } from "#app/lenders/simulated-lender.server";
import { moveStip } from "#app/lenders/stips.server";
import { sendToLender, type Submitter, submitApplication } from "#app/lenders/submit-application.server";
import { database } from "#app/platform/database.server";

export interface Applicant {
  /** Of a range that is never given out; the built-in bureau reads a score off its last four. */
  governmentNumber: string;
  monthlyIncome: string;
  employer: string;
  jobTitle: string;
}

const stateOf = async (dealId: string) => {
  const state = await readDealState(dealId);
  assert(state, "a told deal exists");
  return contextOf(state);
};

/** The buyer applies with what the deal knows of them already, and signs. */
export async function apply(dealId: string, { rooftopId }: Submitter, applicant: Applicant): Promise<void> {
  const { people, store } = await stateOf(dealId);
  const { firstName, lastName, street, city, region, postcode } = people.customer;
  const application = await openApplication({ dealId, rooftopId }, "buyer");
  const name = `${firstName} ${lastName}`;
  const unread = await saveFields(application, {
    ...applicant,
    firstName,
    lastName,
    street,
    city,
    region,
    postcode,
    dateOfBirth: "1984-05-17",
    housing: "rent",
    housingPayment: "1450",
    monthsAtHome: "64",
    monthsAtWork: "75",
    licenceNumber: "D000-1842-7719",
    licenceName: name,
    licenceExpiry: "2034-05-17",
  });
  assert(unread.length === 0, `${name} writes ${unread.join(", ")} as it can be read`);
  const device = { address: `demo-${dealId}`, agent: "Demo browser", store: store.name };
  const done = await completeApplication(application, { signedName: name, agreed: true, ...device });
  assert(done.ok, `${name} has applied`);
}

/** Sends it to a lender of the built-in network, and has the answer at once: a seed cannot wait for it. */
export async function askLender(dealId: string, by: Submitter, lenderCode: string): Promise<void> {
  const sent = await submitApplication(dealId, lenderCode, by);
  assert(sent.ok, `${lenderCode} is asked: ${JSON.stringify(sent)}`);
  await sendToLender(sent.submissionId);
  const where = { id: sent.submissionId };
  const submission = await database().prisma.lenderSubmission.findUniqueOrThrow({ where });
  const programmes = lenderOf(lenderCode)?.programmes ?? [];
  const news = firstNews(submission.reference ?? "", programmes, await lenderRequest(submission));
  await receiveLenderNews(lenderCode, news);
}

/** Puts the deal on one lender's answer. */
export async function chooseLender(dealId: string, actor: Actor, lender: string): Promise<void> {
  const { credit } = await stateOf(dealId);
  const answer = credit?.answers.find((known) => known.lender === lender);
  assert(answer, `${lender} has answered`);
  const event = { type: "credit.chosen", submissionId: answer.submissionId } as const;
  const chosen = await submitDealEvent({ dealId, editId: randomUUID(), actor, event });
  assert(chosen.status === "applied", `${lender} is chosen: ${JSON.stringify(chosen)}`);
}

/** Every paper that a lender wants is in. */
export async function clearStips(dealId: string, { rooftopId, firstName, lastName }: Submitter): Promise<void> {
  const open = await database().prisma.stip.findMany({ where: { dealId, state: { not: "cleared" } } });
  for (const { id } of open)
    for (const state of ["received", "sent", "cleared"] as const)
      await moveStip(id, rooftopId, state, null, `${firstName} ${lastName}`);
}

/** The signed contract goes to its lender, and what became of it there. */
export async function sendForFunding(
  dealId: string,
  by: Submitter,
  became: { state: FundingState; reason: string },
): Promise<void> {
  const sent = await sendPackage(dealId, by);
  assert(sent.ok, `the package goes to its lender: ${JSON.stringify(sent)}`);
  if (became.state !== "submitted")
    assert(await movePackage(sent.packageId, became.state, became.reason, by), `the package is ${became.state}`);
}
