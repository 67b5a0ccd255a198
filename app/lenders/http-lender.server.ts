import { z } from "zod";
import type { LenderProgramme } from "#machines/lending/lender-programme";
import { now } from "#app/platform/clock.server";
import { Fault } from "#app/platform/fault";
import type { LenderPort } from "./lender-port";
import { lenderNewsSchema } from "./lender-news";
import { signLenderBody } from "./lender-signature.server";

const WAIT_MS = 15_000;

export interface HttpLenderSettings {
  code: string;
  name: string;
  baseUrl: string;
  /** Signs what we send and what we are sent. */
  secret: string;
  programmes: readonly LenderProgramme[];
}

const referenceSchema = z.object({ reference: z.string().min(1).max(80) });

/** A lender, or a network of them, behind HTTP as docs/lenders.md describes it. */
export function httpLender({ code, name, baseUrl, secret, programmes }: HttpLenderSettings): LenderPort {
  async function call(method: "GET" | "POST", path: string, idempotencyKey: string, body?: unknown): Promise<unknown> {
    const text = body === undefined ? "" : JSON.stringify(body);
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": idempotencyKey,
        "X-Signature": signLenderBody(secret, text, now()),
      },
      ...(method === "POST" && { body: text }),
      redirect: "error",
      signal: AbortSignal.timeout(WAIT_MS),
    }).catch((cause: unknown) => {
      throw new Fault("A lender could not be reached.", { code: "lender-away", retryable: true, cause });
    });
    if (answer.status === 404 && method === "GET") return null;
    // What it refuses it will refuse again; what broke may mend.
    if (!answer.ok)
      throw new Fault(`A lender answered ${answer.status}.`, {
        code: "lender-refused",
        retryable: answer.status >= 500,
      });
    return answer.status === 204 ? null : await answer.json();
  }
  return {
    code,
    name,
    programmes,
    async submit(request) {
      return referenceSchema.parse(await call("POST", "/applications", request.submissionId, request));
    },
    async status(reference) {
      const news = await call("GET", `/applications/${encodeURIComponent(reference)}`, reference);
      return news === null ? null : lenderNewsSchema.parse(news);
    },
    async rehash(reference, change, request) {
      const key = `${request.submissionId}:${JSON.stringify(change)}`;
      await call("POST", `/applications/${encodeURIComponent(reference)}/rehash`, key, {
        change,
        structure: request.structure,
      });
    },
    async note(reference, { id, text }) {
      await call("POST", `/applications/${encodeURIComponent(reference)}/notes`, id, { text });
    },
    async withdraw(reference) {
      await call("POST", `/applications/${encodeURIComponent(reference)}/withdrawal`, `${reference}:withdrawal`, {});
    },
    async sendDocuments(reference, documents) {
      for (const { kind, contentType, bytes } of documents)
        await call("POST", `/applications/${encodeURIComponent(reference)}/documents`, `${reference}:${kind}`, {
          kind,
          contentType,
          base64: bytes.toString("base64"),
        });
    },
  };
}
