import type { IncomingMessage } from "node:http";
import { env } from "#app/platform/env.server";
import { liveLimits } from "./live-limits";
import { type PersonLimits, personLimits } from "./message-limits";
import type { DealSocket } from "./socket-person.server";

interface PersonLines {
  lines: Set<DealSocket>;
  limits: PersonLimits;
}

const people = new Map<string, PersonLines>();
const addresses = new Map<string, number>();

/** Takes a new connection into the count of its person; null, and gone, when there are too many. */
export function countLine(socket: DealSocket): PersonLimits | null {
  const { person } = socket.data;
  const id = person.kind === "staff" ? person.staffId : person.shopperId;
  const known = people.get(id) ?? { lines: new Set(), limits: personLimits(env.EDITS_PER_SECOND) };
  if (known.lines.size >= liveLimits.linesPerPerson) {
    socket.disconnect(true);
    return null;
  }
  known.lines.add(socket);
  people.set(id, known);
  socket.on("disconnect", () => {
    known.lines.delete(socket);
    if (known.lines.size === 0) people.delete(id);
  });
  return known.limits;
}

/** Who called, seen past the proxies that are trusted and not one further: what a caller adds itself is not believed. */
export function callerAddress({ headers, socket }: IncomingMessage): string {
  const direct = socket.remoteAddress ?? "";
  if (env.TRUST_PROXY === 0) return direct;
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  return forwarded.at(-env.TRUST_PROXY) ?? forwarded[0] ?? direct;
}

const isUpgrade = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === "websocket";

function count(address: string, onGone: (release: () => void) => void): void {
  addresses.set(address, (addresses.get(address) ?? 0) + 1);
  onGone(() => {
    const left = (addresses.get(address) ?? 1) - 1;
    if (left > 0) addresses.set(address, left);
    else addresses.delete(address);
  });
}

/**
 * May this address open another line? Asked before anything is read or kept for it. A websocket counts from here until
 * its connection is gone, whether it ever says who it is or not.
 */
export function admitLine(request: IncomingMessage): boolean {
  const address = callerAddress(request);
  if ((addresses.get(address) ?? 0) >= liveLimits.linesPerAddress) return false;
  if (isUpgrade(request)) count(address, (release) => request.socket.once("close", release));
  return true;
}

/** A connection of the transport, before it is anybody's. */
export interface RawLine {
  request: IncomingMessage;
  once(event: "close", listener: () => void): unknown;
}

/** Long polling has no connection of its own; it counts for as long as its line lives. */
export function countPolling(line: RawLine): void {
  if (!isUpgrade(line.request)) count(callerAddress(line.request), (release) => line.once("close", release));
}
