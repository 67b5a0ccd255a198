import { remember } from "#app/platform/remember.server";
import type { LenderPort } from "./lender-port";

interface Connected {
  port: LenderPort;
  /** Of a lender that calls back; none of the built-in ones does. */
  secret: string | null;
}

const connected = () => remember("lenderNetwork", () => new Map<string, Connected>());

/** Joins lenders to the store: the built-in network, or those it has a contract with. */
export function connectLenders(ports: readonly LenderPort[], secrets: Readonly<Record<string, string>> = {}): void {
  for (const port of ports) connected().set(port.code, { port, secret: secrets[port.code] ?? null });
}

export const lenders = (): LenderPort[] => [...connected().values()].map(({ port }) => port);
export const lenderOf = (code: string): LenderPort | null => connected().get(code)?.port ?? null;
export const callbackSecret = (code: string): string | null => connected().get(code)?.secret ?? null;
