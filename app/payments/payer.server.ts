import { z } from "zod";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";

/** From where somebody went to pay, and with what: asked for by banks in a dispute, and kept encrypted. */
export interface Payer {
  address: string;
  agent: string;
}

/** No browser's name needs more; a longer one is somebody's joke. */
const MOST_AGENT = 300;
const payerSchema = z.object({ address: z.string(), agent: z.string() });
const placeOf = (attemptId: string) => `DepositAttempt:payer:${attemptId}`;

export const storedPayer = ({ address, agent }: Payer, attemptId: string): string =>
  encryptField(JSON.stringify({ address, agent: agent.slice(0, MOST_AGENT) }), placeOf(attemptId));

export function readPayer({ id, payer }: { id: string; payer: string | null }): Payer | null {
  return payer === null ? null : payerSchema.parse(JSON.parse(decryptField(payer, placeOf(id))));
}

export const payerOf = (request: Request, clientAddress: string): Payer => ({
  address: clientAddress,
  agent: request.headers.get("User-Agent") ?? "",
});
