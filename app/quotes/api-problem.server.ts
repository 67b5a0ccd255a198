import type { z } from "zod";
import type { ColumnRefusal } from "#machines/desking/column-refusal";
import { percentOf, type Ppm } from "#machines/money/rate";
import type { Problem, ProblemError } from "./answer-schemas";

/** A "no" of the API: thrown on the way, answered at the door. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly errors: ProblemError[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(title);
  }
}

const typeOf = (status: number) => `about:blank#${status}`;

export function problemResponse({ status, title, errors, headers }: ApiProblem): Response {
  const detail = errors.map(({ message }) => message).join(" ") || title;
  const problem: Problem = { type: typeOf(status), title, status, detail, errors };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}

export const fieldProblem = (error: ProblemError, status = 422): ApiProblem =>
  new ApiProblem(status, "The figures cannot be worked.", [error]);

/** The schema's own "no", each with its field and the limit it breaks. */
export function schemaProblem(error: z.ZodError): ApiProblem {
  const errors = error.issues.flatMap((issue): ProblemError[] => {
    const at = issue.path.join(".");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        field: at ? `${at}.${key}` : key,
        code: "unknownField",
        limit: null,
        message: `${key} is not a field here.`,
      }));
    return [{ field: at || "body", code: issue.code, limit: limitIn(issue), message: messageOf(issue, at || "body") }];
  });
  return new ApiProblem(400, "The request is not as described.", errors);
}

function limitIn(issue: z.core.$ZodIssue): ProblemError["limit"] {
  switch (issue.code) {
    case "too_small":
      return Number(issue.minimum);
    case "too_big":
      return Number(issue.maximum);
    case "invalid_value":
      return issue.values.map((value) => (typeof value === "number" ? value : String(value)));
    default:
      return null;
  }
}

function messageOf(issue: z.core.$ZodIssue, field: string): string {
  switch (issue.code) {
    case "too_small":
      return `${field} is at least ${String(issue.minimum)}.`;
    case "too_big":
      return `${field} is at most ${String(issue.maximum)}.`;
    default:
      return `${field}: ${issue.message}.`;
  }
}

/** The core names its inputs; the API names its fields, and says limits in their unit. */
const fields: Record<string, { field: string; percent?: true }> = {
  "finance.termMonths": { field: "termMonths" },
  "finance.contractRate": { field: "ratePercent", percent: true },
  "finance.firstPaymentDate": { field: "firstPaymentDate" },
  finance: { field: "trades" },
  "lease.termMonths": { field: "termMonths" },
  "lease.milesPerYear": { field: "milesPerYear" },
  "lease.residualRate": { field: "lease.residualPercent", percent: true },
  "lease.moneyFactor": { field: "lease.moneyFactor" },
  lease: { field: "method" },
  "tax.lease": { field: "postcode" },
  targetPayment: { field: "target" },
  targetCash: { field: "target" },
};

/** A refusal of the core as a problem: the field, the limit, and what to do. */
export function refusalProblem({ code, field, limit, sentence, nextStep }: ColumnRefusal): ApiProblem {
  const named = fields[field] ?? { field };
  const shown =
    limit === undefined ? null : named.percent && code.endsWith("OutOfRange") ? percentOf(limit as Ppm) : limit;
  return fieldProblem({ field: named.field, code, limit: shown, message: `${sentence} ${nextStep}` });
}
