import { z } from "zod";
import { instantSchema } from "#machines/money/stored-value";

const campaignSchema = z.strictObject({
  campaign: z.string().min(1).max(40),
  component: z.string().max(200),
  summary: z.string().max(4_000),
  remedy: z.string().max(4_000),
  /** Do not drive: the store keeps such a car off the page. */
  parkIt: z.boolean(),
  reportedOn: z.iso.date().nullable(),
});
export type RecallCampaign = z.infer<typeof campaignSchema>;

/** What a person found out about this very car. */
const verdictSchema = z.strictObject({
  campaign: z.string().max(40),
  verdict: z.enum(["remedied", "notConcerned", "open"]),
  note: z.string().max(400),
  by: z.string().max(160),
  at: instantSchema,
});

/** A look at the recalls: whose word, when, and that it is by model, so that it can only say what may apply. */
export const recallCheckSchema = z.strictObject({
  source: z.string().max(80),
  checkedAt: instantSchema,
  campaigns: z.array(campaignSchema).max(200),
  verdicts: z.array(verdictSchema).max(200),
});
export type RecallCheck = z.infer<typeof recallCheckSchema>;

const answerSchema = z.object({
  results: z
    .array(
      z.object({
        NHTSACampaignNumber: z.string(),
        Component: z.string().default(""),
        Summary: z.string().default(""),
        Remedy: z.string().default(""),
        parkIt: z.boolean().default(false),
        ReportReceivedDate: z.string().default(""),
      }),
    )
    .max(200),
});

/** NHTSA writes day/month/year. */
function plainDay(text: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month}-${day}` : null;
}

/** Throws on an answer of another shape: a changed service must not look like a car without recalls. */
export const readRecalls = (answer: unknown): RecallCampaign[] =>
  answerSchema.parse(answer).results.map((row) => ({
    campaign: row.NHTSACampaignNumber.slice(0, 40),
    component: row.Component.slice(0, 200),
    summary: row.Summary.slice(0, 4_000),
    remedy: row.Remedy.slice(0, 4_000),
    parkIt: row.parkIt,
    reportedOn: plainDay(row.ReportReceivedDate),
  }));

export type RecallStanding = "mayApply" | "remedied" | "notConcerned" | "open";

/** A campaign of the model until somebody has looked at this car. */
export const recallStanding = (check: RecallCheck, campaign: string): RecallStanding =>
  check.verdicts.findLast((verdict) => verdict.campaign === campaign)?.verdict ?? "mayApply";

/** Campaigns that nobody has settled for this car. */
export const unsettledRecalls = (check: RecallCheck): RecallCampaign[] =>
  check.campaigns.filter(({ campaign }) => ["mayApply", "open"].includes(recallStanding(check, campaign)));
