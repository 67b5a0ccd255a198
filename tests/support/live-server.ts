import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { startDemoStaffSession, startShopperSession } from "#app/accounts/session.server";
import { startSummaries } from "#app/deals/deal-summaries.server";
import { attachSockets } from "#app/server/attach-sockets.server";
import { staffCalled } from "./deal-store";
import { type Line, type LineOptions, openLine } from "./live-line";

export interface LiveServer {
  url: string;
  port: number;
  /** A line for a shopper, or for a member of the demo store's staff by first name. */
  shopper(shopperId: string, options?: LineOptions): Promise<Line>;
  staff(firstName: string, options?: LineOptions): Promise<Line>;
}

const browser = () => new Request("http://localhost:3000/", { headers: { "User-Agent": "test" } });
const pairOf = (setCookie: string) => setCookie.split(";", 1)[0] ?? "";

export async function shopperSession(shopperId: string) {
  const { sessionId, setCookie } = await startShopperSession(browser(), { shopperId });
  return { sessionId, cookie: pairOf(setCookie) };
}

export async function staffSession(firstName: string) {
  const { sessionId, setCookie } = await startDemoStaffSession(browser(), staffCalled(firstName).staffId);
  return { sessionId, cookie: pairOf(setCookie) };
}

/** The product's own sockets on a bare HTTP server of this process; lines that a test leaves open are closed at the end. */
export async function startLiveServer(): Promise<LiveServer> {
  const server = createServer((_request, response) => response.writeHead(404).end());
  const io = attachSockets(server, { sharesServer: false });
  const stopSummaries = await startSummaries();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const lines: Line[] = [];
  const opened = async (options: LineOptions) => {
    const line = await openLine(url, options);
    lines.push(line);
    return line;
  };
  afterAll(async () => {
    for (const line of lines) line.close();
    stopSummaries();
    await io.close();
  });
  return {
    url,
    port,
    shopper: async (shopperId, options = {}) =>
      opened({ cookie: (await shopperSession(shopperId)).cookie, ...options }),
    staff: async (firstName, options = {}) => opened({ cookie: (await staffSession(firstName)).cookie, ...options }),
  };
}
