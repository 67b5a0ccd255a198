import { chosenAnswer, noCredit } from "#machines/deal/credit-slice";
import { numbersFrom } from "#machines/deal/deal-view";
import { contractAgainstApproval } from "#machines/jacket/contract-against-approval";
import { spotDeliveryRule } from "#machines/jacket/spot-delivery-rules";
import { dealStructure } from "#machines/lending/deal-structure";
import { methodOf } from "#machines/lending/lent-method";
import { type BorrowerFacts, matchProgrammes, programmesFor } from "#machines/lending/match-programmes";
import { clockState } from "#app/credit/adverse-action.server";
import { numberShown, sealedSight } from "#app/credit/sealed-views.server";
import { hasPasskey } from "#app/accounts/has-passkey.server";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { readDealView } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { answersOf, stillAsked } from "./lender-answers.server";
import { lenders } from "./lender-network.server";
import { type PreferredLender, preferredFor } from "./preferred-lenders.server";
import { ageOf } from "./stips.server";
import { newestPackage } from "./funding-board.server";
import { readSpotDelivery } from "./spot-delivery.server";

async function applicationsOf(dealId: string, person: StaffPerson) {
  const rows = await database().prisma.creditApplication.findMany({ where: { dealId }, orderBy: { applicant: "asc" } });
  return Promise.all(
    rows.map(async (row) => ({
      applicationId: row.id,
      applicant: row.applicant as "buyer" | "coBuyer",
      status: row.status,
      completedAt: row.completedAt?.toISOString() ?? null,
      consentVersion: row.consentVersion,
      purpose: row.purpose,
      legalHold: row.legalHold !== null,
      number: await numberShown(person, row),
      sight: await sealedSight(person, row),
    })),
  );
}

/** Papers, raised points and the law's clock. */
async function checksOf(dealId: string, at: Date) {
  const { prisma } = database();
  const flagRows = await prisma.creditFlag.findMany({ where: { dealId }, orderBy: { raisedAt: "asc" } });
  const stips = await prisma.stip.findMany({ where: { dealId }, orderBy: { createdAt: "asc" } });
  const submissions = await prisma.lenderSubmission.findMany({
    where: { dealId },
    select: { id: true, lenderName: true },
  });
  const clocks = await prisma.adverseActionTask.findMany({ where: { dealId } });
  return {
    stips: stips.map((stip) => ({
      stipId: stip.id,
      lender: submissions.find(({ id }) => id === stip.submissionId)?.lenderName ?? "",
      kind: stip.kind,
      wording: stip.wording,
      owedBy: stip.owedBy,
      state: stip.state,
      dueOn: stip.dueOn,
      days: ageOf(stip, at),
    })),
    flags: flagRows.map(({ id, code, raisedAt, resolvedName, note, resolvedAt }) => ({
      flagId: id,
      code,
      raisedAt: raisedAt.toISOString(),
      resolvedName,
      note,
      resolved: resolvedAt !== null,
    })),
    clocks: clocks.map((task) => ({
      taskId: task.id,
      kind: task.kind,
      dueAt: task.dueAt.toISOString(),
      state: clockState(task, at),
    })),
  };
}

/** Everything the finance manager's credit page shows of one deal, as far as this reader may know it. */
export async function readFinanceCredit(dealId: string, person: StaffPerson) {
  const audience = person.role === "fniManager" ? "finance" : "desk";
  const view = await readDealView(dealId, audience);
  if (!view) return null;
  const { card } = view;
  const may = person.role === "fniManager";
  const structure = dealStructure(numbersFrom(view));
  const at = now();
  const applications = await applicationsOf(dealId, person);
  const borrower = borrowerOf(applications, card.store.creditBands, card.finance.creditBand);
  const sent = await answersOf(view, may);
  const preferred = structure && may ? await preferredFor(person.rooftopId, structure) : [];
  return {
    dealId,
    dealNumber: card.identity.dealNumber,
    customer: [card.people.customer.firstName, card.people.customer.lastName].filter(Boolean).join(" "),
    may,
    passkey: may && (await hasPasskey(person.staffId)),
    life: view.life,
    approved: chosenAnswer(card.credit ?? noCredit)?.status === "approved",
    band: card.finance.creditBand,
    applications,
    answers: sent,
    structure,
    method: card.finance.method,
    matches: structure
      ? matchProgrammes(
          programmesFor(
            methodOf(structure),
            lenders().flatMap(({ programmes }) => programmes),
          ),
          structure,
          borrower,
        ).map(({ programme, tier, buyRate, gaps, maxTermMonths }) => ({
          lenderCode: programme.lenderCode,
          lender: programme.lender,
          tier: tier?.name ?? null,
          buyRate,
          maxMoneyFactor: tier && "maxMoneyFactor" in tier ? tier.maxMoneyFactor : null,
          maxTermMonths,
          gaps,
          takes: !gaps.some(({ code }) => code === "method"),
          preference: preferenceOf(preferred, programme.lenderCode),
          asked: stillAsked(sent, programme.lender, methodOf(structure)),
        }))
      : [],
    contract: contractAgainstApproval(view, storeDate(at, card.store.timeZone)),
    ...(await checksOf(dealId, at)),
    package: await newestPackage(dealId),
    spot: { rule: spotDeliveryRule(card.store.address.region), delivery: await readSpotDelivery(dealId, at) },
    menu: card.store.fniCatalog.map(({ code, kind, options }) => ({
      code,
      kind,
      options: options.map((option) => ({ code: option.code, months: option.termMonths, miles: option.miles })),
    })),
    rated: card.fni.rated?.source ?? null,
    signed: card.fni.signed?.name ?? null,
    exceptions: (card.fni.exceptions ?? []).map(({ code, optionCode, price }) => ({ code, optionCode, price })),
  };
}
export type FinanceCreditData = NonNullable<Awaited<ReturnType<typeof readFinanceCredit>>>;

const preferenceOf = (preferred: readonly PreferredLender[], code: string) => {
  const known = preferred.find((lender) => lender.code === code);
  return known ? (known.locked ? ("locked" as const) : ("ticked" as const)) : ("none" as const);
};

/** Before anybody opened anything, the store's band stands for the score: its lower end, so that nobody is promised too much. */
function borrowerOf(
  applications: readonly { sight: { values: { score?: string; monthlyIncome?: string } | null } }[],
  bands: readonly { code: string; minScore: number }[],
  band: string,
): BorrowerFacts {
  const open = applications.flatMap(({ sight }) => sight.values ?? []);
  const scores = open.flatMap(({ score }) => (score ? Number(score) : []));
  const low = bands.find(({ code }) => code === band)?.minScore ?? null;
  return { score: scores.length > 0 ? Math.min(...scores) : low, monthlyIncome: null };
}
