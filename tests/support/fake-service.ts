import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ServiceAsked {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** What a service answers: a status with a text, or nothing ever. */
export type ServiceAnswer = { status?: number; text: string } | "silence";

/** Somebody else's service on this machine: it answers as told, and remembers what it was asked. */
export async function fakeService(answer: (asked: ServiceAsked) => ServiceAnswer) {
  const asked: ServiceAsked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    const one = { path: request.url ?? "", headers: request.headers, body };
    asked.push(one);
    const told = answer(one);
    // The line stays open without a word until the asker lets go.
    if (told === "silence") return;
    response.writeHead(told.status ?? 200, { "Content-Type": "application/json" }).end(told.text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
