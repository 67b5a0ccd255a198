import { z } from "zod";
import { decideApplication, leaseAskedAgain, type LenderDecision } from "#machines/lending/decide-application";
import { lenderProgrammeSchema, type LenderProgramme } from "#machines/lending/lender-programme";
import { methodOf } from "#machines/lending/lent-method";
import { simulatedLeaseProgrammes, simulatedProgrammes } from "#machines/lending/simulated-programmes";
import { now } from "#app/platform/clock.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import type { LenderComment, LenderNews, LenderPort, LenderRequest } from "./lender-port";
import { receiveLenderNews } from "./receive-lender-news.server";

const DAY_MS = 86_400_000;

/** A decision on its way; nothing in it says who asked. */
const newsSchema = z.object({ lenderCode: z.string(), news: z.unknown() });

const simulatedAnswer = defineJob({
  name: "simulated-lender-answer",
  schema: newsSchema,
  retryLimit: 8,
  handle: ({ lenderCode, news }) => receiveLenderNews(lenderCode, news).then(() => undefined),
});

const worst = (request: LenderRequest) => Math.min(...request.applicants.map(({ score }) => score));

/** What its desk writes beside the figures. */
const comments: Record<LenderDecision["status"], string> = {
  approved: "As asked. Nothing more is needed.",
  conditional: "As asked, once the papers are in.",
  counter: "Not as asked. This is the most we do on this car for this applicant.",
  declined: "Outside our programme. The reasons go with the notice.",
};
const ANSWER_TO_NOTE =
  "Read. A note changes nothing of our answer: ask again with an amount, a term or a paper to let go, and it is judged anew.";

function newsOf(
  reference: string,
  externalId: string,
  programme: LenderProgramme,
  decision: LenderDecision,
): LenderNews {
  const { status, amount, termMonths, payment, conditions, terms, lease, reasons } = decision;
  const expiresAt =
    status === "declined" ? null : new Date(now().getTime() + programme.approvalDays * DAY_MS).toISOString();
  return {
    reference,
    externalId,
    status,
    amount,
    termMonths,
    payment,
    conditions,
    expiresAt,
    terms,
    ...(lease && { lease }),
    reasons,
    comment: comments[status],
  };
}

const programmeFor = (programmes: readonly LenderProgramme[], { structure }: LenderRequest) =>
  programmes.find(({ method }) => method === methodOf(structure)) ?? programmes[0]!;

function decide(programme: LenderProgramme, request: LenderRequest, told = request.structure): LenderDecision {
  const { structure, monthlyIncome } = request;
  return decideApplication(programme, structure, { score: worst(request), monthlyIncome }, told);
}

/** Its first answer, as it is on its way from the moment of sending. */
export function firstNews(
  reference: string,
  programmes: readonly LenderProgramme[],
  request: LenderRequest,
): LenderNews {
  const programme = programmeFor(programmes, request);
  return newsOf(reference, "decision-1", programme, decide(programme, request));
}

/** One lender of the built-in network: decides at once by its programme for the deal's way of paying, and answers after its usual time. */
export function simulatedLender(programme: LenderProgramme, ...further: readonly LenderProgramme[]): LenderPort {
  const { lenderCode: code, lender: name } = programme;
  const programmes = [programme, ...further];
  const answer = async (news: LenderNews | LenderComment, startAfterSeconds = programme.answersAfterSeconds) =>
    enqueue(
      simulatedAnswer,
      { lenderCode: code, news },
      { key: `${news.reference}:${news.externalId}`, startAfterSeconds },
    );
  return {
    code,
    name,
    programmes,
    async submit(request) {
      const reference = `${code.toUpperCase()}-${request.submissionId.slice(0, 8)}`;
      await answer(firstNews(reference, programmes, request));
      return { reference };
    },
    // It never loses an answer, so there is none to ask for.
    status: () => Promise.resolve(null),
    async rehash(reference, change, request) {
      const { amount, termMonths, waive, note } = change;
      const told = request.structure;
      const structure = told.lease
        ? leaseAskedAgain(told, change)
        : {
            ...told,
            amountFinanced: amount ?? told.amountFinanced,
            frontAmount: amount ?? told.frontAmount,
            termMonths: termMonths ?? told.termMonths,
          };
      const programme = programmeFor(programmes, request);
      const decision = decide(programme, { ...request, structure }, told);
      // One paper is let go where somebody asks for it by name; an income is always proven.
      const conditions = decision.conditions.filter((kind) => kind === "income" || !waive.includes(kind));
      const status =
        decision.status === "conditional" && conditions.length === 0 ? ("approved" as const) : decision.status;
      const externalId = `rehash-${amount ?? 0}-${termMonths ?? 0}-${waive.join(".")}-${note.length}`;
      await answer(newsOf(reference, externalId, programme, { ...decision, conditions, status }));
    },
    async note(reference, { id }) {
      await answer({ reference, externalId: `read-${id}`, comment: ANSWER_TO_NOTE });
    },
    withdraw: () => Promise.resolve(),
    sendDocuments: () => Promise.resolve(),
  };
}

/** The network that comes with the product: four lenders, for a store that has no contract with any yet. */
export const simulatedNetwork = (): LenderPort[] =>
  simulatedProgrammes.map((programme) => {
    const leases = simulatedLeaseProgrammes.filter(({ lenderCode }) => lenderCode === programme.lenderCode);
    return simulatedLender(
      lenderProgrammeSchema.parse(programme),
      ...leases.map((lease) => lenderProgrammeSchema.parse(lease)),
    );
  });
